"""The line of our own knowledge that names what a section rests on, with titles where the file has ids."""

from collections.abc import Mapping

from lhl_assistant.sources.model import fold

_SOURCE = "Kilde:"


def resting(paragraph: str, titles: Mapping[str, str]) -> str:
    """``Kilde: Meld. St. 15 (2017–2018), kap. 6`` for ``Kilde: meld-st-15, kap. 6``; "" for any other paragraph.

    ``titles`` are those of the originals, by id; an id without one stays.
    """
    line = fold(paragraph)
    if not line.startswith(_SOURCE):
        return ""
    return f"{_SOURCE} {'; '.join(_told(part.strip(), titles) for part in line.removeprefix(_SOURCE).split(';'))}"


def _told(part: str, titles: Mapping[str, str]) -> str:
    id, _, place = part.partition(",")
    return ", ".join(filter(None, (titles.get(id.strip(), id.strip()), place.strip())))
