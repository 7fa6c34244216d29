"""What of the command's own surroundings goes into files and sentences. Nothing heavy: every worker begins with it."""

from __future__ import annotations

import os
from dataclasses import dataclass

from builder.words import choose_language, language

EPOCH = "SOURCE_DATE_EPOCH"


@dataclass(frozen=True, slots=True)
class Setting:
    """The same for all workers of a build."""

    strict: bool
    language: str
    epoch: str | None

    @classmethod
    def of_this_run(cls, *, strict: bool) -> Setting:
        return cls(strict, language(), os.environ.get(EPOCH))

    def take_over(self) -> None:
        """Makes this process speak and date as the command does."""
        choose_language(self.language)
        os.environ.pop(EPOCH, None)
        if self.epoch is not None:
            os.environ[EPOCH] = self.epoch
