"""About: whose this is, what it stands on, the licence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.play.about import libraries, licence_paragraphs, title_lines
from game.tui.screens.leaves import LeavesScreen
from game.tui.typesetting import Paragraph

if TYPE_CHECKING:
    from collections.abc import Sequence

    from game.story.model import Story


class AboutScreen(LeavesScreen):
    """A page to read."""

    def __init__(self, story: Story) -> None:
        super().__init__()
        self._story = story

    def paragraphs(self) -> Sequence[Paragraph]:
        """Title, libraries, licence."""
        what, *whose = title_lines(self._story)
        licence, *terms = licence_paragraphs()
        return [
            Paragraph("chapter", "About"),
            Paragraph("heading", what),
            *(Paragraph("prose", line) for line in whose),
            Paragraph("heading", "Libraries"),
            *(
                Paragraph("account", f"{library.version}, {library.licence}", label=library.name)
                for library in libraries()
            ),
            Paragraph("heading", licence),
            *(Paragraph("prose", paragraph) for paragraph in terms),
        ]
