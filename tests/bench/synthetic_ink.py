"""A synthetic story as ink, written as an author of ink would."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.bench.synthetic import Effect, Scene, Synthetic


def ink_source(story: Synthetic) -> str:
    """The whole story as one file."""
    lines = [f"VAR {name} = 0" for name in story.integers]
    lines += [f"VAR {name} = false" for name in story.booleans]
    lines += ["-> s0"]
    lines += (line for scene in story.scenes for line in _scene(scene, story.shape.top))
    return "\n".join(lines) + "\n"


def _scene(scene: Scene, top: int) -> Iterator[str]:
    yield f"=== s{scene.number} ==="
    yield from (f"~ {_effect(effect, top)}" for effect in scene.entering)
    yield " ".join(scene.written())
    if not scene.options:
        yield "-> END"
    for option in scene.options:
        condition = f"{{{option.condition}}} " if option.condition else ""
        yield f"+ {condition}[{option.text}]"
        yield from (f"    ~ {_effect(effect, top)}" for effect in option.effects)
        yield f"    -> s{option.to}"


def _effect(effect: Effect, top: int) -> str:
    """Whole numbers are kept within their range, as our engine keeps them."""
    name, value = effect.variable, effect.value
    match effect.op:
        case "+":
            return f"{name} = MIN({name} + {value}, {top})"
        case "-":
            return f"{name} = MAX({name} - {value}, 0)"
    if value is None:
        return f"{name} = not {name}"
    return f"{name} = {str(value).lower()}"
