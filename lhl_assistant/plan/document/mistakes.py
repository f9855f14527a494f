"""What is wrong in a plan's file, each with its line and one sentence."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, fields
from difflib import get_close_matches
from typing import Any, get_args, get_type_hints

from pydantic.fields import FieldInfo
from pydantic_core import ErrorDetails
from ruamel.yaml.comments import CommentedMap
from ruamel.yaml.constructor import DuplicateKeyError
from ruamel.yaml.error import MarkedYAMLError

from lhl_assistant.errors import InputUnusable
from lhl_assistant.plan.document import wording
from lhl_assistant.plan.document.model import Plan
from lhl_assistant.said import Said, lines

MARK = re.compile(r"\[(k\d+)\]")
"""A pointer in a text to a reference of the plan."""


@dataclass(frozen=True, slots=True)
class Mistake:
    """A sentence about ``line`` (from 1) of the file."""

    line: int
    sentence: Said

    def said(self) -> Said:
        """The sentence with its line before it."""
        return Said(f"Linje {self.line}:", f"Linje {self.line}:") + self.sentence


class PlanUnusable(InputUnusable):
    """A plan's file cannot be used as it stands; ``mistakes`` says why, by line. The file is not touched."""

    def __init__(self, name: str, mistakes: Sequence[Mistake]) -> None:
        self.mistakes = tuple(sorted(mistakes, key=lambda m: m.line))
        whole = Said(
            f"Planen «{name}» kan ikke brukes slik den står. Rett dette i filen:",
            f"Planen «{name}» kan ikkje brukast slik han står. Rett dette i fila:",
        )
        super().__init__(lines([whole, *(m.said() for m in self.mistakes)]))


def of_syntax(error: MarkedYAMLError) -> Mistake:
    """The mistake behind YAML's own complaint."""
    mark = error.problem_mark or error.context_mark
    line = mark.line + 1 if mark else 1
    problem = str(error.problem or "")
    if isinstance(error, DuplicateKeyError):
        return Mistake(line, wording.TWICE)
    if "\\t" in problem:
        return Mistake(line, wording.TAB)
    if "mapping values" in problem:
        return Mistake(line, wording.COLON)
    if "quoted scalar" in str(error.context or ""):
        return Mistake(line, wording.QUOTE)
    return Mistake(line, wording.ODD)


def of_values(errors: Sequence[ErrorDetails], root: CommentedMap) -> list[Mistake]:
    """The mistakes behind the model's complaints about the values of ``root``."""
    return [Mistake(line_of(root, error["loc"]), _sentence(error)) for error in errors]


def _sentence(error: ErrorDetails) -> Said:
    names = [part for part in error["loc"] if isinstance(part, str)]
    name = f"«{names[-1]}»" if names else "planen"
    wrong = wording.WRONG["missing"] if error["type"] == "missing" else wording.ALLOWED.get(name.strip("«»"))
    return Said(name, name) + (wrong or wording.WRONG.get(error["type"], wording.NUMBER))


def of_references(plan: Plan, root: Mapping[str, Any], text: str) -> Iterator[Mistake]:
    """Ids that stand twice, and pointers to references and contributions that the plan does not have."""
    seen: set[tuple[str, str]] = set()
    known = {"kilder": {r.id for r in plan.references}, "innspill": {c.id for c in plan.contributions}}
    for path, value in _walk(root, ()):
        name = path[-1]
        if name == "id" and value:
            kind = str(path[-3])
            if (kind, str(value)) in seen:
                yield Mistake(line_of(root, path), _used(str(value), kind))
            seen.add((kind, str(value)))
        elif len(path) > 2 and path[-2] in known and isinstance(name, int) and value not in known[str(path[-2])]:
            yield Mistake(line_of(root, path), _nowhere(str(value), str(path[-2])))
        elif isinstance(value, str) and path[0] != "henvisninger":
            for mark in MARK.findall(value):
                if mark not in known["kilder"]:
                    line = _line_with(text, f"[{mark}]", line_of(root, path))
                    yield Mistake(line, _nowhere(f"[{mark}]", "kilder"))


def _used(id: str, kind: str) -> Said:
    other = wording.KINDS.get(kind, Said("noe annet", "noko anna"))
    return Said(
        f"id-en «{id}» er brukt på {other.nb} også. Gi denne en ny.",
        f"id-en «{id}» er brukt på {other.nn} òg. Gje denne ein ny.",
    )


def _nowhere(id: str, kind: str) -> Said:
    return Said(
        f"«{id}» finnes ikke blant planens {wording.LISTED[kind].nb}.",
        f"«{id}» finst ikkje mellom {wording.LISTED[kind].nn} i planen.",
    )


def unknown_fields(root: Mapping[str, Any]) -> list[Mistake]:
    """Fields that the model does not know: kept as they are, but told, for one may be a slip of the pen."""
    return list(_unknown(root, Plan))


def _unknown(node: object, kind: Any) -> Iterator[Mistake]:
    if isinstance(node, list):
        for item in node:
            yield from _unknown(item, kind)
    if not isinstance(node, dict):
        return
    known = aliases(kind)
    for key, value in node.items():
        if key in known:
            inner = _inner(known[key])
            if inner is not None:
                yield from _unknown(value, inner)
            continue
        near = get_close_matches(str(key), known, 1, 0.7)
        meant = f" Mente du «{near[0]}»?" if near else ""
        sentence = Said(
            f"feltet «{key}» er ukjent. Det blir stående, men brukes ikke.{meant}",
            f"feltet «{key}» er ukjent. Det blir ståande, men blir ikkje brukt.{meant}",
        )
        yield Mistake(line_of(node, [key]), sentence)


def aliases(kind: Any) -> Mapping[str, Any]:
    """The Norwegian names of the fields of ``kind`` and the types behind them."""
    hints = get_type_hints(kind, include_extras=True)
    found = {}
    for field in fields(kind):
        info = next(a for a in get_args(hints[field.name])[1:] if isinstance(a, FieldInfo) and a.alias)
        found[str(info.alias)] = hints[field.name]
    return found


def _inner(hint: Any) -> Any | None:
    """The dataclass somewhere inside a type, or None."""
    if hasattr(hint, "__dataclass_fields__"):
        return hint
    return next((found for arg in get_args(hint) if (found := _inner(arg)) is not None), None)


def line_of(root: Mapping[str, Any], path: Sequence[str | int]) -> int:
    """The line (from 1) on which the value at ``path`` begins, or that of the nearest thing around it.

    ``root`` is the tree, which knows its lines; of plain values every line is 1.
    """
    node: Any = root
    line = 0
    for part in path:
        try:
            line = node.lc.item(part)[0] if isinstance(part, int) else node.lc.key(part)[0]
            node = node[part]
        except (KeyError, IndexError, TypeError, AttributeError):
            break
    return int(line) + 1


def _line_with(text: str, wanted: str, first: int) -> int:
    """The first line at or after ``first`` that has ``wanted``; ``first`` where none has."""
    found = text.splitlines()
    return next((n for n in range(first, len(found) + 1) if wanted in found[n - 1]), first)


def _walk(node: object, path: tuple[str | int, ...]) -> Iterator[tuple[tuple[str | int, ...], object]]:
    if isinstance(node, dict):
        for key, value in node.items():
            yield from _walk(value, (*path, str(key)))
    elif isinstance(node, list):
        for number, value in enumerate(node):
            yield from _walk(value, (*path, number))
    elif path:
        yield path, node
