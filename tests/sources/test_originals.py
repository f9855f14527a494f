"""The originals as Word and PDF say what they say as text, and PDF tells the page. Figures: benchmarks.originals."""

from pathlib import Path

import pytest

from benchmarks.originals import forms, letters, on_page, printed, sources
from lhl_assistant.sources.model import Source
from lhl_assistant.sources.passages import passages


@pytest.fixture(scope="module")
def made(shared_sources: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, tuple[list[Path], list[Source]]]:
    found = forms(tmp_path_factory.mktemp("originaler"))
    return {form: (files, sources(files)) for form, files in found.items()}


def test_word_gives_the_text_that_the_text_gives(made: dict[str, tuple[list[Path], list[Source]]]) -> None:
    for text, word in zip(made["tekst"][1], made["Word"][1], strict=True):
        assert word.text == text.text
        assert word.pages == ()


def test_pdf_loses_no_words(made: dict[str, tuple[list[Path], list[Source]]]) -> None:
    for text, pdf in zip(made["tekst"][1], made["PDF"][1], strict=True):
        assert 0.98 * len(letters(text.text)) <= len(letters(pdf.text)) <= 1.02 * len(letters(text.text))


def test_every_sentence_of_a_pdf_stands_on_the_page_that_is_told(
    made: dict[str, tuple[list[Path], list[Source]]],
) -> None:
    files, read = made["PDF"]
    checked = 0
    for file, source in zip(files, read, strict=True):
        pages = printed(file)
        assert len(source.pages) == len(pages) - 1
        for passage in passages(source.text, source.title):
            for span in passage.sentences:
                if len(letters(source.text[span.start : span.end])) >= 25:
                    assert on_page(source, span.start, span.end, pages), source.text[span.start : span.end]
                    checked += 1
    assert checked >= 50
