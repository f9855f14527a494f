"""A link in the planner's words."""

from lhl_assistant.plan.document.model import Alternative, Link
from lhl_assistant.reform.model import Reform
from lhl_assistant.said import Said

_OUTSIDE = Said("utenfor reformen", "utanfor reforma")
_NO_LINK = Said("ikke koblet", "ikkje kopla")


def placed(link: Link | Alternative | None, reform: Reform) -> Said:
    """``3 Mat og måltider, 3.2 Måltidstider (64 %)``; the share is left out where the place is no guess."""
    if link is None:
        return _NO_LINK
    sure = "" if link.confidence is None else f" ({100 * link.confidence:.0f} %)"
    if link.area is None:
        return Said(_OUTSIDE.nb + sure, _OUTSIDE.nn + sure)
    area = reform.area(link.area).name
    nb, nn = f"{link.area} {area.nb}", f"{link.area} {area.nn}"
    if link.solution:
        name = reform.solution(link.solution).name
        nb, nn = f"{nb}, {link.solution} {name.nb}", f"{nn}, {link.solution} {name.nn}"
    return Said(nb + sure, nn + sure)
