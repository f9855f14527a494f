"""What a heading says of what is under it: which innsatsområde, and whether the municipality plans there or tells."""

import re
from collections.abc import Sequence

_AREAS = {
    1: re.compile(r"aldersvenn?l[ie]g|(?:innsats\w*|område) ?1\b", re.IGNORECASE),
    2: re.compile(r"aktivitet.{0,12}fell?es{1,2}kap|(?:innsats\w*|område) ?2\b", re.IGNORECASE),
    3: re.compile(r"\bmat\b.{0,8}måltid|måltid.{0,8}\bmat\b|(?:innsats\w*|område) ?3\b", re.IGNORECASE),
    4: re.compile(r"helsehjelp|(?:innsats\w*|område) ?4\b", re.IGNORECASE),
    5: re.compile(r"sam\w*nheng|(?:innsats\w*|område) ?5\b", re.IGNORECASE),
}
_PLANS = re.compile(
    r"strateg|tiltak|satsing|handlings(?:plan|del|program)|\bmål\b|målsetting|delmål|innsats ?\d|framover|vidare|"
    r"videre",
    re.IGNORECASE,
)
_TELLS = re.compile(
    r"status|utfordring|bakgrunn|nasjonal|innle[id]+ing|innleiing|forord|demografi|befolkning|reformen|reforma|"
    r"kunnskap|prosess|medv[ie]rk|viktig for|krav|økonomi|samfunnsplan|samfunnsdel|visjon|om planen|kilde|kjelde|"
    r"vedlegg|i dag|tilbud i|tilbod i|evaluering|oppfølging|rullering",
    re.IGNORECASE,
)


def area_of(heading: Sequence[str]) -> int | None:
    """The innsatsområde (1–5) that the innermost telling heading names; None where none does or it names several."""
    for part in reversed(heading):
        found = [area for area, sign in _AREAS.items() if sign.search(part)]
        if found:
            return found[0] if len(found) == 1 else None
    return None


def plans(heading: Sequence[str]) -> bool | None:
    """Whether the municipality plans under this heading (True), tells (False), or the heading does not say (None)."""
    for part in reversed(heading):
        if _PLANS.search(part) and not part.casefold().startswith("strategiplan"):
            return True
        if _TELLS.search(part):
            return False
    return None
