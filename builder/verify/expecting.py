"""What to expect of documents: kept for one project, so that each bank is searched for its secrets once."""

from __future__ import annotations

from collections.abc import Iterator

from builder.compose.documents import Audience, DocumentKind
from builder.compose.labels import Labels
from builder.fonts import FontShelf
from builder.model.bank import Bank
from builder.model.base import Model
from builder.model.composed import Composed
from builder.model.theme import Theme
from builder.verify.expected import Expected
from builder.verify.leaks.candidate import candidate_secrets, fixed_words
from builder.verify.leaks.fields import texts_of
from builder.verify.leaks.secrets import BankSecrets, Secrets


class Expectations:
    """Says what each document's files should hold."""

    def __init__(self, shelf: FontShelf) -> None:
        self._shelf = shelf
        self._banks: dict[int, tuple[Bank, BankSecrets]] = {}

    def of(
        self,
        kind: DocumentKind,
        document: Composed,
        theme: Theme,
        view: Model,
        bank: Bank,
        labels: Labels,
        settings: tuple[Model, ...] = (),
    ) -> Expected:
        """What the files of a document composed from `view` should hold.

        `bank` is the whole bank, not only what the pack holds of it; `settings` are those whose words are printed.
        """
        secrets = None
        if kind.audience is Audience.CANDIDATE:
            fixed = [*fixed_words(labels), *(text for model in settings for text in texts_of(model))]
            fixed += [bank.marking] if bank.marking else []
            secrets = candidate_secrets(self.bank(bank), document, view, fixed)
        return Expected(document, kind, theme, self._shelf, secrets)

    def bank(self, bank: Bank) -> BankSecrets:
        """The bank's texts, ready to be looked for."""
        if id(bank) not in self._banks:
            # The bank is kept along with them, so that its id stays its own.
            self._banks[id(bank)] = (bank, BankSecrets(bank))
        return self._banks[id(bank)][1]

    def all_of(self, banks: list[Bank]) -> Iterator[Secrets]:
        """Everything in some banks, for a file that is nobody's document."""
        yield from (Secrets(self.bank(bank)) for bank in banks)
