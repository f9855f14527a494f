"""Our own words in what is sent out, in bokmål and nynorsk."""

from dataclasses import dataclass

from lhl_assistant.reform.model import Language


@dataclass(frozen=True, slots=True)
class Labels:
    """What stands around a document's own text. ``page`` takes the page's number and the number of pages."""

    contents: str
    sources: str
    page: tuple[str, str]
    locale: str


_NB = Labels(contents="Innhold", sources="Kilder", page=("Side ", " av "), locale="nb-NO")
_NN = Labels(contents="Innhald", sources="Kjelder", page=("Side ", " av "), locale="nn-NO")


def labels(language: Language) -> Labels:
    """The words for a document in ``language``."""
    return _NN if language == "nn" else _NB
