"""The plan's file as a tree that remembers comments, order, quoting and fields it does not know (ruamel.yaml)."""

import io
from collections.abc import Mapping
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.comments import CommentedMap, CommentedSeq
from ruamel.yaml.error import MarkedYAMLError, YAMLError
from ruamel.yaml.resolver import VersionedResolver
from ruamel.yaml.scalarstring import LiteralScalarString

from lhl_assistant.plan.document import quick, wording
from lhl_assistant.plan.document.mistakes import Mistake, PlanUnusable, of_syntax

_NEVER_FOLD = 1_000_000
_LONG = 90


class _AsText(VersionedResolver):
    """Every plain value is text as it stands: 3.10 stays 3.10, and 2027 can be a period."""

    @property
    def versioned_resolver(self) -> dict[str, Any]:
        """No value is guessed to be a number, a date or a yes."""
        return {}


def _yaml() -> YAML:
    yaml = YAML(typ="rt")
    yaml.Resolver = _AsText
    yaml.preserve_quotes = True
    yaml.width = _NEVER_FOLD
    yaml.indent(mapping=2, sequence=2, offset=0)
    return yaml


def parse(text: str, name: str) -> CommentedMap:
    """The tree of a file's text. Raises PlanUnusable, by line, where it is no YAML or not a set of fields."""
    if len(text) > quick.MAX_CHARACTERS:
        raise PlanUnusable(name, [Mistake(1, wording.TOO_BIG)])
    if odd := quick.oddity(text):
        line, what = odd
        raise PlanUnusable(name, [Mistake(line, wording.STAR if what == "alias" else wording.NO_YAML)])
    try:
        tree = _yaml().load(text)
    except MarkedYAMLError as error:
        raise PlanUnusable(name, [of_syntax(error)]) from error
    except (YAMLError, RecursionError, ValueError) as error:
        raise PlanUnusable(name, [Mistake(1, wording.NO_YAML)]) from error
    if not isinstance(tree, CommentedMap):
        raise PlanUnusable(name, [Mistake(1, wording.NO_PLAN)])
    return tree


def render(tree: CommentedMap) -> str:
    """The tree as the text of a file."""
    out = io.StringIO()
    _yaml().dump(tree, out)
    return out.getvalue()


def give_ids(node: Any, values: Any) -> None:
    """Give the items of ``node`` that have no id the one they have in ``values``, which was read from ``node``."""
    if isinstance(node, CommentedMap):
        if values.get("id") and not node.get("id"):
            node["id"] = values["id"]
        for key in values.keys() & node.keys():
            give_ids(node[key], values[key])
    elif isinstance(node, CommentedSeq):
        for item, value in zip(node, values, strict=True):
            give_ids(item, value)


def update(tree: CommentedMap, values: Mapping[str, Any], shown: frozenset[str]) -> None:
    """Bring the fields of ``tree`` to ``values``; what is equal, and what ``values`` does not name, stays untouched.

    An empty field that is not there is not written, unless ``shown`` names it: a slot for the planner to fill.
    """
    for key, value in values.items():
        if key not in tree and _empty(value) and key not in shown:
            continue
        if key in tree and _same(tree[key], value):
            continue
        if key in tree and _empty(value) and not isinstance(tree[key], str):
            del tree[key]
        elif isinstance(value, Mapping) and isinstance(tree.get(key), CommentedMap):
            update(tree[key], value, shown)
        elif isinstance(value, list | tuple) and isinstance(tree.get(key), CommentedSeq):
            _update_list(tree[key], value, shown)
        else:
            tree[key] = _node(value, shown)


def _update_list(seq: CommentedSeq, values: list[Any] | tuple[Any, ...], shown: frozenset[str]) -> None:
    wanted = [_identity(value) for value in values]
    for place in reversed(range(len(seq))):
        if _identity(seq[place]) not in wanted:
            del seq[place]
    for place, (value, identity) in enumerate(zip(values, wanted, strict=True)):
        there = next((i for i in range(place, len(seq)) if _identity(seq[i]) == identity), None)
        if there is None:
            seq.insert(place, _node(value, shown))
            continue
        if there != place:
            seq.insert(place, seq.pop(there))
        if isinstance(value, Mapping):
            update(seq[place], value, shown)
    del seq[len(values) :]


def _identity(value: Any) -> object:
    """What makes two items of a list the same item: their id, their year, or all that they say."""
    if isinstance(value, Mapping):
        return ("id", value["id"]) if value.get("id") else ("år", str(value.get("år", "")))
    return str(value)


def _node(value: Any, shown: frozenset[str]) -> Any:
    if isinstance(value, Mapping):
        node = CommentedMap()
        update(node, value, shown)
        return node
    if isinstance(value, list | tuple):
        return CommentedSeq(_node(item, shown) for item in value)
    text = _text(value)
    if not (len(text) > _LONG or "\n" in text) or text != text.strip() or not _printable(text):
        return text
    return LiteralScalarString(text)


def _printable(text: str) -> bool:
    """Whether a block can hold the text as it is; other text is quoted, with its strange characters escaped."""
    return all(c.isprintable() or c == "\n" for c in text) and all(line == line.rstrip() for line in text.split("\n"))


def _text(value: Any) -> str:
    return "" if value is None else str(value)


def _same(node: Any, value: Any) -> bool:
    if isinstance(value, Mapping | list | tuple):
        return False
    return isinstance(node, str) and str(node) == _text(value)


def _empty(value: Any) -> bool:
    return value is None or value in ("", "nei") or (isinstance(value, Mapping | list | tuple) and not value)
