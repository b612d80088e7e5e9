"""The palettes: a white page in a dark room, the same at night, high contrast, and the terminal's own."""

from __future__ import annotations

from typing import Final

from textual.theme import Theme

PREFIX: Final = "ruby-"


_ANSI_VARIABLES: Final = ("ansi-background", "ansi-foreground", "border-blurred")
"""What Textual's own style sheets ask of a theme of the terminal's colours."""


def theme_name(palette: str) -> str:
    """The name under which a palette is registered with Textual."""
    return PREFIX + palette


def _theme(palette: str, *, dark: bool = True, **colours: str) -> Theme:
    variables = {name.replace("_", "-"): value for name, value in colours.items()}
    ansi = colours["page"] == "ansi_default"
    return Theme(
        name=theme_name(palette),
        primary=colours["ruby"],
        accent=colours["ruby"],
        warning=colours["ruby"],
        error=colours["ruby"],
        success=colours["hand"],
        foreground=colours["ink"],
        background=colours["room"],
        surface=colours["page"],
        panel=colours["page"],
        boost=colours["page"],
        dark=dark,
        ansi=ansi,
        variables=variables
        | (dict.fromkeys(_ANSI_VARIABLES, "ansi_default") if ansi else {})
        | {
            "block-cursor-background": colours["mark"],
            "block-cursor-foreground": colours["on_mark"],
            "block-cursor-text-style": "reverse" if ansi else "bold",
            "block-cursor-blurred-background": colours["page"],
            "block-cursor-blurred-foreground": colours["ink"],
            "input-cursor-background": colours["ink"],
            "input-cursor-foreground": colours["page"],
            "footer-background": colours["room"],
            "footer-foreground": colours["on_room"],
            "footer-description-foreground": colours["on_room"],
            "footer-description-background": colours["room"],
            "footer-item-background": colours["room"],
            "footer-key-foreground": colours["key"],
            "footer-key-background": colours["room"],
            "scrollbar": colours["bar"],
            "scrollbar-hover": colours["faint"],
            "scrollbar-active": colours["faint"],
            "scrollbar-background": colours["page"],
            "scrollbar-background-hover": colours["page"],
            "scrollbar-background-active": colours["page"],
            "scrollbar-corner-color": colours["page"],
        },
    )


# fmt: off
THEMES: Final = (
    _theme(
        "paper", dark=True,
        room="#171412", on_room="#a39887", key="#e6dac4", sky="#6f675c",
        page="#f5f0e6", ink="#2a2521", faint="#7b7062", bar="#cfc4b0",
        sheet="#fffefb", ruby="#b30f3c", hand="#22548a",
        machine="#2b2623", metal="#8d8272", mark="#e2d6bf", on_mark="#2a2521",
    ),
    _theme(
        "night", dark=True,
        room="#0d0c0b", on_room="#8d8475", key="#cfc4b0", sky="#5d564c",
        page="#191715", ink="#d8cfc0", faint="#918777", bar="#3a352f",
        sheet="#25211d", ruby="#ff6b86", hand="#8fbcdc",
        machine="#1f1c19", metal="#7d7365", mark="#39332c", on_mark="#efe6d6",
    ),
    _theme(
        "contrast", dark=True,
        room="#000000", on_room="#ffffff", key="#ffffff", sky="#c8c8c8",
        page="#000000", ink="#ffffff", faint="#d8d8d8", bar="#ffffff",
        sheet="#000000", ruby="#ff7d96", hand="#7fe3ff",
        machine="#000000", metal="#ffffff", mark="#ffffff", on_mark="#000000",
    ),
    _theme(
        "none", dark=True,
        **dict.fromkeys(
            ("room", "on_room", "key", "sky", "page", "ink", "faint", "bar", "sheet", "ruby", "hand",
             "machine", "metal", "mark", "on_mark"),
            "ansi_default",
        ),
    ),
)
# fmt: on
