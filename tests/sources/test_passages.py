"""A document becomes passages whose every word can be found again at its place."""

from hypothesis import given
from hypothesis import strategies as st

from lhl_assistant.sources.model import MAX_WORDS, Attribution, Passage, fold
from lhl_assistant.sources.passages import passages

DOCUMENT = """\
---
id: prove
---

# Prøveplan

Innledningen. Den har to setninger.

Kilde: balsfjord-2021, kap. 1.0; lesja-2021

Spørsmål:
- Hva står i innledningen?
- Kva står i innleiinga?

## Mat og måltider

Kommunen vil dette:

- Flere måltider om dagen.
- Kortere nattfaste, helst under
  elleve timer.

### Tiltak

| Nr. | Tiltak | Ansvar |
|---|---|---|
| 1 | Middag kl. 16 \\| kveldsmat | – |
| 2 | Spisevenn | Røde Kors |
"""


def found() -> list[Passage]:
    return list(passages(DOCUMENT, "Prøveplan"))


def text_of(passage: Passage) -> str:
    return DOCUMENT[passage.span.start : passage.span.end]


def test_the_head_the_source_line_and_the_questions_are_not_content() -> None:
    first = found()[0]
    assert text_of(first) == "Innledningen. Den har to setninger."
    assert first.attributions == (Attribution("balsfjord-2021", "kap. 1.0"), Attribution("lesja-2021", ""))
    assert first.questions == ("Hva står i innledningen?", "Kva står i innleiinga?")


def test_the_heading_path_leads_to_each_passage() -> None:
    assert [p.heading for p in found()] == [
        ("Prøveplan",),
        ("Prøveplan", "Mat og måltider"),
        ("Prøveplan", "Mat og måltider", "Tiltak"),
        ("Prøveplan", "Mat og måltider", "Tiltak"),
    ]


def test_a_list_stays_with_its_lead_in_and_each_item_can_be_quoted() -> None:
    section = found()[1]
    quotes = [fold(DOCUMENT[s.start : s.end]) for s in section.sentences]
    assert quotes == [
        "Kommunen vil dette:",
        "Flere måltider om dagen.",
        "Kortere nattfaste, helst under elleve timer.",
    ]


def test_a_table_row_is_a_passage_with_its_column_names() -> None:
    row = found()[3]
    assert row.row == 2
    assert [(c.column, c.value) for c in row.cells] == [("Nr.", "2"), ("Tiltak", "Spisevenn"), ("Ansvar", "Røde Kors")]
    assert all(DOCUMENT[c.span.start : c.span.end] == c.value for c in row.cells)
    assert "Ansvar: Røde Kors" in row.embedding_text(DOCUMENT)


def test_an_escaped_pipe_does_not_cut_a_cell() -> None:
    assert found()[2].cells[1].value == "Middag kl. 16 \\| kveldsmat"


def test_a_long_section_is_cut_between_paragraphs() -> None:
    paragraph = "Ord " * 100 + "slutt."
    text = "# T\n\n" + "\n\n".join([paragraph] * 5)
    sizes = [len(text[p.span.start : p.span.end].split()) for p in passages(text, "T")]
    assert len(sizes) == 5
    assert max(sizes) <= MAX_WORDS


_LINE = st.text(alphabet="abcæøå .|*#->[]()`1\\", max_size=25)


@given(st.lists(_LINE, max_size=25).map("\n".join))
def test_whatever_the_text_every_span_lies_in_it_in_order(text: str) -> None:
    last = 0
    for passage in passages(text, "T"):
        assert 0 <= passage.span.start <= passage.span.end <= len(text)
        assert passage.span.start >= last
        last = passage.span.start
        for sentence in passage.sentences:
            assert passage.span.start <= sentence.start <= sentence.end <= passage.span.end
        for cell in passage.cells:
            assert text[cell.span.start : cell.span.end] == cell.value
