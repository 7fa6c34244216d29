"""A PDF at once: unverified, laid out only where it differs from the last one of the same document."""

from __future__ import annotations

from collections import OrderedDict

from builder.plan.targets import Job
from builder.press.preparing import Preparation
from builder.render.pdf.parts import Parts

KEPT = 2
"""Documents whose laid-out pages are kept; each takes some megabytes a page."""


class Previewer:
    """Makes PDFs of documents that are edited again and again."""

    def __init__(self) -> None:
        self._kept: OrderedDict[tuple[str, str], Parts] = OrderedDict()

    def pdf(self, job: Job, preparation: Preparation) -> bytes:
        """The job's PDF, of the same words and looks as the one that is built. Raises what making one raises."""
        name = job.pack.id, job.kind.id
        parts = self._kept.setdefault(name, Parts())
        self._kept.move_to_end(name)
        while len(self._kept) > KEPT:
            self._kept.popitem(last=False)
        work = preparation.prepared(job)
        looks = preparation.css, work.theme, preparation.shelf
        # Uncompressed: an author waits for it, and the file that a build makes takes its place anyway.
        return parts.render(work.document, *looks, compress=False).data
