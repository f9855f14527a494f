"""What a file's name tells of the document: whose it is, and from when."""

import re
from functools import cache
from pathlib import Path

from lhl_assistant.sources.own import slug

_LIST = Path(__file__).with_name("kommuner.txt")
_ORDINARY = frozenset(
    "bo eid fjord flaa gol gran grane grue heim hol hole klepp kvam lom lund nes nome os osen sande sel sola sula stad "
    "strand time tokke vang vega vik voss valle aal aas aure".split()
)
_REGION = re.compile(r"-(?:(?:sf|fm)-|statsforvalt|fylke)")
_DAY = re.compile(r"(?<!\d)(?P<year>(?:19|20)\d\d)(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])(?!\d)")
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")


def year(stem: str) -> int | None:
    """The year in a file's name, the first of a period: ``plan 2024-2028``, ``20240612 vedtak``."""
    if day := _DAY.search(stem):
        return int(day["year"])
    found = _YEAR.search(stem)
    return int(found[0]) if found else None


def municipality(stem: str) -> str | None:
    """The one municipality that a file's name has in it; a name that is an everyday word too (``time``) does not count,
    nor one in the name of a county or of the state's man there (``sf-oslo-viken``).

    ``oe`` and ``o`` stand for ø, and so for æ and å, as file names often have them.
    """
    name = f"-{slug(stem)}-"
    if _REGION.search(name):
        return None
    found = {known for key, known in _municipalities().items() if f"-{key}-" in name}
    longest = [one for one in found if not any(one != other and one in other for other in found)]
    return longest[0] if len(longest) == 1 else None


def readable(stem: str) -> str:
    """A file's name as a title: ``temaplan_eldre`` reads «Temaplan eldre»."""
    spaced = stem if " " in stem else re.sub(r"[_-]+", " ", stem)
    plain = re.sub(r"(?<=\d) (?=(?:19|20)\d\d\b)", "–", spaced).strip()
    return f"{plain[:1].upper()}{plain[1:]}"


@cache
def _municipalities() -> dict[str, str]:
    lines = _LIST.read_text(encoding="utf-8").splitlines()[1:]
    names = [name.strip() for line in lines for name in line.split(",") if name.strip()]
    plain = str.maketrans("æøåÆØÅ", "aoaAOA")
    keys = {spelling: name for name in names for spelling in (slug(name), slug(name.translate(plain)))}
    return {key: name for key, name in keys.items() if key not in _ORDINARY}
