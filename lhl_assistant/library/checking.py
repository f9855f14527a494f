"""Are the libraries whole, and are they what their sources say? Everything that is wrong, and how it is mended."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from lhl_assistant.embedding.choose import load_engine
from lhl_assistant.embedding.engine import Engine
from lhl_assistant.library.making import material
from lhl_assistant.library.writing import finish
from lhl_assistant.said import Said
from lhl_assistant.search.check import broken, complaints
from lhl_assistant.search.libraries import LIBRARIES, Layout, LibraryName, layout
from lhl_assistant.sources.own import OwnSources

_REBUILD = Said("Lag den på nytt med «lhl indeks bygg».", "Lag han på nytt med «lhl indeks bygg».")
_REINSTALL = Said("Installer programmet på nytt.", "Installer programmet på nytt.")


@dataclass(frozen=True, slots=True)
class Report:
    """What is wrong with a library, each with how to mend it; nothing where all is well."""

    sources: int
    complaints: tuple[Said, ...]


def check(libraries: Sequence[LibraryName] = LIBRARIES) -> Iterator[tuple[LibraryName, Report]]:
    """A report on each of ``libraries`` that there is. An own library that was never made is simply not there."""
    at = layout()
    finish(at.home)
    engine = load_engine(at.model)
    for library in libraries:
        if library == "medfølgende":
            made_from = material(library)
            mend = _REINSTALL if at.model is None else _REBUILD
            yield (
                library,
                Report(len(made_from.sources), _mending(complaints(at.path(library), made_from, engine), mend)),
            )
        elif at.path(library).is_file() or OwnSources(at.home).ids():
            yield library, _own(at, engine)


def _own(at: Layout, engine: Engine) -> Report:
    own, path = OwnSources(at.home), at.path("egne")
    damaged = tuple(said for _, said in own.damaged())
    if damaged:
        return Report(len(own.ids()), damaged + _mending(broken(path), _REBUILD))
    return Report(len(own.ids()), _mending(complaints(path, material("egne"), engine), _REBUILD))


def _mending(complaints: Iterable[Said], mend: Said) -> tuple[Said, ...]:
    """Each complaint with how to mend it, where it does not say so itself."""
    return tuple(c if "«lhl " in c.nb else c + mend for c in complaints)
