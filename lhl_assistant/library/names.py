"""The libraries in the planner's words."""

from typing import TYPE_CHECKING

from lhl_assistant.said import Said

if TYPE_CHECKING:
    from lhl_assistant.search.libraries import LibraryName

NAMES: "dict[LibraryName, Said]" = {
    "medfølgende": Said("medfølgende", "medfølgjande"),
    "egne": Said("egne", "eigne"),
    "felles": Said("felles", "felles"),
}


def counted(sources: int) -> Said:
    """``1 kilde``, ``2 kilder``."""
    one = sources == 1
    return Said(f"{sources} {'kilde' if one else 'kilder'}", f"{sources} {'kjelde' if one else 'kjelder'}")
