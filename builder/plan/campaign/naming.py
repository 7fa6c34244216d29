"""What the folders and files of a campaign are called: by ids, or in the words of the bank's language."""

from __future__ import annotations

from builder.compose.labels import Labels
from builder.errors import BuildError
from builder.model.campaign import Campaign
from builder.model.names import is_portable
from builder.words import words

PLURAL = {
    "interviewer-pack": "interviewer-packs",
    "score-sheet": "score-sheets",
    "candidate-handout": "candidate-handouts",
}


class Naming:
    """Names of one campaign's files; the same candidates have the same names in every build."""

    def __init__(self, campaign: Campaign, labels: Labels, *, localised: bool) -> None:
        self._campaign, self._labels, self._localised = campaign, labels, localised

    def room(self, number: int) -> str:
        """The folder of a room."""
        room = self._campaign.rooms[number]
        return portable(room.name) if self._localised else self._campaign.folders[number]

    @property
    def organisers(self) -> str:
        """The folder of what only the organisers may see."""
        return str(self._labels["campaign"]["files"]["organisers"]) if self._localised else "organisers"

    @property
    def print_file(self) -> str:
        """The file that holds a whole room for the printer."""
        return f"{self._labels['campaign']['print']}.pdf" if self._localised else "print.pdf"

    def document(self, document: str) -> str:
        """A document's file, or the folder of its copies."""
        if self._localised:
            return portable(str(self._labels["campaign"]["files"][document]))
        return PLURAL.get(document, document)

    def rater(self, number: int) -> str:
        """考官2, as it is printed."""
        return str(self._labels["panel"]["rater"](n=number))


def portable(name: str) -> str:
    """The name, blanks as hyphens. Raises BuildError for one that some system cannot keep."""
    name = "-".join(name.split())
    if not is_portable(name):
        raise BuildError(
            words("no file can be called “{name}” on every system", name=name),
            words("rename the room, or write file_names: id in the theme"),
        )
    return name
