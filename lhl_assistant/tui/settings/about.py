"""What there is to know of the program as it runs: version, folder, model, libraries."""

from contextlib import suppress
from importlib.metadata import PackageNotFoundError, version
from typing import TYPE_CHECKING

from textual.content import Content

from lhl_assistant import places
from lhl_assistant.errors import PlannerError
from lhl_assistant.library.names import NAMES
from lhl_assistant.said import Said

if TYPE_CHECKING:
    from lhl_assistant.search.rank import Searcher
    from lhl_assistant.tui.app import Assistant

_VERSION = Said("Versjon", "Versjon")
_FOLDER = Said(
    "Dine egne kilder, samtaler og innstillinger ligger i", "Dine eigne kjelder, samtalar og innstillingar ligg i"
)
_MODEL = Said("Språkmodell", "Språkmodell")
_LIBRARY = Said("Samlingen «{}»", "Samlinga «{}»")
_COUNT = Said("{} kilder, {} tekstutdrag", "{} kjelder, {} tekstutdrag")
_STAYS = Said(
    "Alt skjer på din egen maskin. Ingenting sendes ut.", "Alt skjer på di eiga maskin. Ingenting blir sendt ut."
)


async def about(app: "Assistant") -> Content:
    """One line each, the names quiet; what cannot be opened is said in a sentence."""
    lines: list[tuple[str, str]] = []
    with suppress(PackageNotFoundError):
        lines.append((_VERSION.in_(app.form), version("lhl-assistant")))
    lines.append((_FOLDER.in_(app.form), str(places.home())))
    try:
        lines += await app.desk.do(lambda searcher: _libraries(searcher, app))
    except PlannerError as error:
        lines.append(("", error.said.in_(app.form)))
    lines.append(("", _STAYS.in_(app.form)))
    return Content("\n").join(Content.assemble((f"{name}: " if name else "", "$quiet"), value) for name, value in lines)


def _libraries(searcher: "Searcher", app: "Assistant") -> list[tuple[str, str]]:
    told = [(_MODEL.in_(app.form), searcher.libraries[0][1].identity.model)] if searcher.libraries else []
    for name, snapshot in searcher.libraries:
        count = _COUNT.in_(app.form).format(len(snapshot.sources), snapshot.passage_count())
        told.append((_LIBRARY.in_(app.form).format(NAMES[name].in_(app.form)), count))
    return told
