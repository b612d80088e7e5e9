"""What older saves have to be told: that it leads to what there is, and from what there is no longer."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from game.story.build import version_key
from game.story.syntax import suggestion

if TYPE_CHECKING:
    from game.story.draft import Draft
    from game.story.kinds import World
    from game.story.source import Path, Source


def check_migrations(draft: Draft, world: World) -> None:
    """Report migrations to what is not there, and of what still is."""
    head = draft.head
    if head is None or head.data is None or not draft.head_sound:
        return
    for version, migration in (head.data.get("migrations") or {}).items():
        path: Path = ("migrations", version)
        if version_key(version) > version_key(head.data["version"]):
            message = f"the story is at {head.data['version']}, and this is for versions before {version}"
            head.report("RS039", head.place(path, key=True), message, "raise the story's `version:`")
        _Checker(head, path, migration, world).check()


class _Checker:
    def __init__(self, head: Source, path: Path, migration: dict[str, Any], world: World) -> None:
        self.head = head
        self.path = path
        self.migration = migration
        self.world = world

    def check(self) -> None:
        """All of one migration."""
        for field, known, code, what in (
            ("scenes", self.world.scenes, "RS031", "scene"),
            ("removed", self.world.scenes, "RS031", "scene"),
            ("pages", self.world.pages, "RS032", "page"),
        ):
            for old, new in self._of(field).items():
                self._leads_to((field, old), new, known, (code, what))
                if old in known and old not in self.world.elsewhere:
                    message = f"there is still a {what} `{old}`"
                    mend = f"take this line out; it is for a {what} whose id is gone"
                    self.head.report("RS039", self._place((field, old), key=True), message, mend)
        for old, new in self._of("choices").items():
            scene = old.partition(".")[0]
            known = {name.partition(".")[2] for name in self.world.choices if name.startswith(f"{scene}.")}
            self._leads_to(("choices", old), new, known, ("RS037", "choice"))
        for name, value in self._of("variables").items():
            self._variable(name, value)

    def _of(self, field: str) -> dict[str, Any]:
        found: dict[str, Any] = self.migration.get(field) or {}
        return found

    def _place(self, path: Path, *, key: bool = False) -> tuple[int, int]:
        return self.head.place((*self.path, *path), key=key)

    def _leads_to(self, path: Path, new: str, known: set[str], what: tuple[str, str]) -> None:
        if new not in known and new not in self.world.elsewhere:
            message = f"there is no {what[1]} `{new}`"
            self.head.report(what[0], self._place(path), message, suggestion(new, known))

    def _variable(self, name: str, value: object) -> None:
        path: Path = ("variables", name)
        variable = self.world.variables.get(name)
        if variable is None:
            if name not in self.world.elsewhere:
                mend = suggestion(name, set(self.world.variables), "declare it under `variables:`")
                place = self._place(path, key=True)
                self.head.report("RS022", place, f"there is no variable `{name}`", mend)
        elif not _fits(variable, value):
            message = f"`{name}` cannot be `{value}`"
            self.head.report("RS027", self._place(path), message, "give it a value that it can have")


def _fits(variable: Any, value: object) -> bool:
    match variable.get("type"):
        case "bool":
            return isinstance(value, bool)
        case "enum":
            return value in (variable.get("values") or ())
        case _:
            is_number = isinstance(value, int) and not isinstance(value, bool)
            return is_number and variable.get("min", 0) <= value <= variable.get("max", 10)
