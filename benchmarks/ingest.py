"""``python -m benchmarks.ingest [DOCUMENTS]``: a folder of documents added, added again, and one of them changed.

Made-up plans of four pages, half PDF (by LibreOffice) and half Word, each with text of its own. Tells pages a second,
the reading process's memory, milliseconds a page beyond the embedding engine's own time, the time to add the folder
again unchanged, and how many texts were embedded when one paragraph of one document changed. Times are this machine's,
and as busy as it is.
"""

import os
import resource
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter
from unittest.mock import patch

from lhl_assistant.embedding import choose
from lhl_assistant.embedding.engine import Engine, ModelIdentity, Vector
from lhl_assistant.library import adding, writing
from lhl_assistant.search.libraries import Layout, layout
from lhl_assistant.sources.own import OwnSources
from tests.sources import office

_WIDTHS = (5.0, 3.0, 4.0, 3.5)
_WORDS = "kommunen eldre måltid bolig frivillig tjeneste hjemme plan ansvar møteplass trygghet helse".split()


class Timed:
    """The real engine with a clock and a counter on it."""

    def __init__(self, engine: Engine) -> None:
        self.seconds, self.texts = 0.0, 0
        self._engine = engine

    @property
    def identity(self) -> ModelIdentity:
        """The real engine's."""
        return self._engine.identity

    def query(self, text: str) -> Vector:
        """The real engine's."""
        return self._engine.query(text)

    def passages(self, texts: Sequence[str]) -> Iterator[Vector]:
        """The real engine's, timed."""
        self.texts += len(texts)
        vectors = iter(self._engine.passages(texts))
        while True:
            start = perf_counter()
            vector = next(vectors, None)
            self.seconds += perf_counter() - start
            if vector is None:
                return
            yield vector


def plan(path: Path, number: int, extra: str = "") -> None:
    """One plan of four pages, whose words no other has in that order."""
    document = office.blank(f"Plan nummer {number}")
    document.add_heading(f"Plan nummer {number} for Fjellbygda", 1)
    for chapter in range(4):
        document.add_heading(f"Kapittel {chapter + 1}", 2)
        words = (_WORDS[(number * 7 + chapter * 5 + i * (1 + number % 5)) % len(_WORDS)] for i in range(60))
        document.add_paragraph(f"Avsnitt {number}.{chapter}: {' '.join(words)}.{extra if not chapter else ''}")
        if chapter < 3:
            office.turned(document)
        else:
            table = office.table(document, ["Tiltak", "Ansvar", "Tidsrom", "Kostnad"], True, _WIDTHS)
            for row in range(2):
                office.row(table, [f"Tiltak {number}-{row}", "Rådmannen", str(2026 + row), ""], _WIDTHS)
    document.save(str(path))


def folder_of(documents: int, folder: Path) -> None:
    """So many plans in ``folder``, half of them PDF."""
    for number in range(documents):
        plan(folder / f"plan {number}.docx", number)
    halves = sorted(folder.glob("*.docx"))[: documents // 2]
    office.converted(halves, "pdf", folder)
    for file in halves:
        file.unlink()


def main(documents: int) -> None:
    """Print the table."""
    with TemporaryDirectory() as home, TemporaryDirectory() as made, patch.dict(os.environ, {"LHL_HOME": home}):
        folder = Path(made)
        folder_of(documents, folder)
        engine = Timed(choose.load_engine())
        with patch.object(writing, "load_engine", lambda *_: engine):
            at = layout()
            first = _timed(folder, at)
            pages = sum(max(1, len(s.pages) or 4) for s in OwnSources(Path(home)).all())
            beyond = 1000 * (first - engine.seconds) / pages
            print(f"| {documents} dokumenter, {pages} sider, {engine.texts} tekster | |\n|---|---|")
            print(f"| sider i sekundet, alt i alt | {pages / first:.1f} |")
            print(f"| ms per side utenom språkmodellen | {beyond:.1f} |")
            held = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss // 1024
            print(f"| minne i leseprosessen (eller LibreOffice), MB, høyst | {held} |")
            print(f"| samme mappe igjen, s | {_timed(folder, at):.2f} |")
            before = engine.texts
            changed = min(folder.glob("*.docx"))
            plan(changed, int(changed.stem.split()[1]), " Kjøkkenet åpner igjen til høsten.")
            print(f"| ett avsnitt i ett dokument endret, s | {_timed(folder, at):.2f} |")
            print(f"| tekster regnet på nytt | {engine.texts - before} |")


def _timed(folder: Path, at: Layout) -> float:
    start = perf_counter()
    adding.add([folder], at)
    return perf_counter() - start


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 200)
