"""``python -m benchmarks.originals``: the five originals as text, PDF and Word, asked the same hundred questions.

LibreOffice makes the PDF and Word files. For each form: Recall@5 and MRR@10 on ``../shared/questions``; for PDF also
how many of the answers' citations stand on the page that is told, by poppler's text of that page.
"""

import re
import subprocess
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from statistics import mean
from tempfile import TemporaryDirectory

from lhl_assistant import places
from lhl_assistant.answer.ask import ask
from lhl_assistant.embedding.choose import load_engine
from lhl_assistant.embedding.engine import Engine
from lhl_assistant.language import concepts
from lhl_assistant.reform.load import load
from lhl_assistant.search.build import Material, build
from lhl_assistant.search.rank import Searcher
from lhl_assistant.search.snapshot import Snapshot
from lhl_assistant.sources.model import Kind, Source, Status
from lhl_assistant.sources.reading.reader import reader
from tests.conftest import SHARED
from tests.evaluation import sets
from tests.evaluation.outcomes import run
from tests.sources.office import converted

_ENOUGH = 25
"""Letters of a quote's beginning that find it on a page."""
AS_TEXT = "--infilter=Text (encoded):UTF8"


def forms(folder: Path) -> dict[str, list[Path]]:
    """The originals in each form, made in ``folder``."""
    texts = sorted((SHARED / "sources").glob("*.txt"))
    return {
        "tekst": texts,
        "PDF": converted(texts, "pdf", folder, AS_TEXT),
        "Word": converted(texts, "docx:MS Word 2007 XML", folder, AS_TEXT),
    }


def sources(files: Sequence[Path]) -> list[Source]:
    """The files read, as sources of one's own."""
    with reader() as opened:
        read = {file.stem: opened.read(file) for file in files}
    return [
        Source(
            id,
            found.title or id,
            "egen kilde",
            None,
            Status.CURRENT,
            Kind.OTHER,
            "",
            "2026-01-01",
            False,
            found.text,
            found.pages,
        )
        for id, found in read.items()
    ]


@contextmanager
def searching(made: Sequence[Source], engine: Engine) -> Iterator[Searcher]:
    """A library of these sources alone."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "egne.sqlite"
        build(path, Material(list(made), (), "originaler"), engine)
        with Snapshot(path) as snapshot:
            knowledge = places.bundled("knowledge")
            words = concepts.load(knowledge / "begreper.yaml")
            yield Searcher([("egne", snapshot)], engine, load(knowledge / "reform.yaml"), words)


def printed(file: Path) -> list[str]:
    """The letters and digits of each page, by poppler."""
    text = subprocess.run(["pdftotext", "-layout", str(file), "-"], check=True, capture_output=True, text=True).stdout
    return [letters(page) for page in text.split("\f")]


def letters(text: str) -> str:
    """The letters and digits of a text."""
    return re.sub(r"[\W_]+", "", text)


def on_page(source: Source, start: int, end: int, pages: Sequence[str]) -> bool:
    """Whether ``source.text[start:end]`` begins on the page that the source tells."""
    page = source.page_at(start)
    begins = letters(source.text[start:end])[:_ENOUGH]
    if page is None or not 0 < page <= len(pages):
        return False
    last = pages[page - 1][1 - _ENOUGH :]
    over = (last + "".join(pages[page : page + 1])).find(begins)
    return begins in pages[page - 1] or 0 <= over < len(last)


def _citations(searcher: Searcher, made: Mapping[str, Source], pages: Mapping[str, list[str]]) -> tuple[int, int]:
    """(right, all) of the pages of all citations that the questions give."""
    right = total = 0
    for question in sets.shared(SHARED / "questions").questions:
        for citation in ask(searcher, question.question).citations:
            source = made[citation.source]
            total += 1
            right += on_page(source, citation.start, citation.end, pages[source.id])
    return right, total


def main() -> None:
    """Print the table."""
    engine = load_engine()
    print("| form | Recall@5 | MRR@10 | riktig side |\n|---|---|---|---|")
    with TemporaryDirectory() as folder:
        for name, files in forms(Path(folder)).items():
            made = sources(files)
            with searching(made, engine) as searcher:
                found = run(searcher, sets.shared(SHARED / "questions")).questions
                recall, rank = (mean(q.figures[figure] for q in found) for figure in ("Recall@5", "MRR@10"))
                told = "–"
                if name == "PDF":
                    pages = {file.stem: printed(file) for file in files}
                    told = "{} av {}".format(*_citations(searcher, {s.id: s for s in made}, pages))
            print(f"| {name} | {recall:.2f} | {rank:.3f} | {told} |", flush=True)


if __name__ == "__main__":
    main()
