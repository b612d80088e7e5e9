"""The row of keys at the foot of a screen."""

from __future__ import annotations

from textual.widgets import Footer


class KeyRow(Footer):
    """Textual's footer, made anew only when other keys are to be shown: it is told of every small change."""

    _shown: list[tuple[str, str, bool]] | None = None

    async def recompose(self) -> None:
        """Show the keys there are now, unless they are the same."""
        bindings = [one for one in self.screen.active_bindings.values() if one.binding.show]
        shown = [
            (self.app.get_key_display(one.binding), one.binding.description, one.enabled) for one in bindings
        ]
        if shown != self._shown:
            self._shown = shown
            await super().recompose()
