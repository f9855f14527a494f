"""docs/kontrakt.md against what a command really prints."""

import re
from collections.abc import Iterator

from tests.conftest import ROOT

_NAME = re.compile(r"`([a-z_]+)`")


def keys(data: object) -> set[str]:
    """Every field's name in ``data``, at any depth."""
    return set(_keys(data))


def _keys(data: object) -> Iterator[str]:
    if isinstance(data, dict):
        yield from data
    for inner in data.values() if isinstance(data, dict) else data if isinstance(data, list) else ():
        yield from _keys(inner)


def documented(command: str, row: str = "") -> set[str]:
    """The names in the part on ``command``, or only in its table's ``row``."""
    text = (ROOT / "docs" / "kontrakt.md").read_text(encoding="utf-8").partition(f"## `{command}")[2]
    lines = text.partition("\n## ")[0].splitlines()[1:]
    return {name for line in lines if line.startswith(f"| `{row}`" if row else "") for name in _NAME.findall(line)}
