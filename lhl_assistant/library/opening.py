"""What asking needs: the engine, the chosen libraries and the reform, opened once and closed again."""

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from typing import TYPE_CHECKING, Literal

from lhl_assistant import places
from lhl_assistant.embedding.choose import load_engine
from lhl_assistant.embedding.engine import Engine
from lhl_assistant.errors import LibraryUnavailable
from lhl_assistant.language import concepts
from lhl_assistant.library import standing
from lhl_assistant.reform.load import load
from lhl_assistant.said import Said
from lhl_assistant.search.libraries import LIBRARIES, LibraryName, layout, open_libraries
from lhl_assistant.search.library import Library
from lhl_assistant.search.rank import Searcher
from lhl_assistant.search.schema import identity

if TYPE_CHECKING:
    from lhl_assistant.search.build import Progress

Where = Literal["alle", "medfølgende", "egne", "felles"]


@contextmanager
def searcher(where: Where = "alle", progress: "Progress | None" = None) -> Iterator[Searcher]:
    """The libraries of ``where``, ready to be asked. Raises PlannerError where one cannot be used.

    ``progress`` is told of the work where an index of an earlier version is first made anew.
    """
    at, knowledge = layout(), places.bundled("knowledge")
    if where == "egne" and not at.path("egne").is_file() and not standing.has_sources(at.home):
        raise LibraryUnavailable(
            Said(
                "Du har ingen egne kilder ennå. Legg til dokumenter med «lhl kilder legg-til».",
                "Du har ingen eigne kjelder enno. Legg til dokument med «lhl kilder legg-til».",
            )
        )
    engine = load_engine(at.model)
    names: tuple[LibraryName, ...] = LIBRARIES if where == "alle" else tuple(n for n in LIBRARIES if n == where)
    if not standing.whole(at, identity(engine)):
        from lhl_assistant.library.making import renew

        renew(at, identity(engine), progress)
    with ExitStack() as stack:
        libraries: list[tuple[LibraryName, Library]] = [*open_libraries(stack, names, at, identity(engine))]
        missing = None
        if where in ("alle", "felles"):
            try:
                libraries += _shared(stack, engine, where)
            except LibraryUnavailable as error:
                if where == "felles":
                    raise
                missing = error.said
        yield Searcher(
            libraries,
            engine,
            load(knowledge / "reform.yaml"),
            concepts.load(knowledge / "begreper.yaml"),
            missing=missing,
        )


def _shared(stack: ExitStack, engine: Engine, where: Where) -> Iterator[tuple[LibraryName, Library]]:
    """The shared library, where the planner is connected to one; psycopg is not loaded where they are not."""
    if (places.home() / "felles.json").is_file():
        from lhl_assistant.library.shared.connection import open_chosen

        if (opened := open_chosen(identity(engine))) is not None:
            yield "felles", stack.enter_context(opened)
            return
    if where == "felles":
        raise LibraryUnavailable(
            Said(
                "Du er ikke koblet til noen felles samling. Koble til med «lhl samling koble-til ADRESSE».",
                "Du er ikkje kopla til noka felles samling. Kople til med «lhl samling koble-til ADRESSE».",
            )
        )
