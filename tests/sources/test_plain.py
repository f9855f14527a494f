"""Text taken out of PDFs and slides becomes Markdown that says the same."""

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lhl_assistant.sources.markdown import blocks
from lhl_assistant.sources.passages import passages
from lhl_assistant.sources.plain import title, to_markdown
from lhl_assistant.sources.reading.reader import read

PROSE = "Kommunen vil legge til rette for at alle innbyggere kan leve gode og trygge liv så lenge de lever "


def characters(text: str) -> str:
    return re.sub(r"[\W_]+", "", text)


def kinds(markdown: str) -> list[tuple[str, int, str]]:
    return [(b.kind, b.level, markdown[b.span.start : b.span.end]) for b in blocks(markdown)]


def headings(markdown: str) -> list[tuple[int, str]]:
    return [(level, text) for kind, level, text in kinds(markdown) if kind == "heading"]


@pytest.mark.parametrize(
    ("lines", "whole"),
    [
        ("Maten skal være til-\ngjengelig for alle.", "Maten skal være tilgjengelig for alle."),
        ("Planer for helse- \nog omsorg.", "Planer for helse- og omsorg."),
        ("Styrke og balanse, Sterk-\nog stødig.", "Styrke og balanse, Sterk- og stødig."),
        ("Dette er en helse-plan. Les denne helse-\nplan nå.", "Dette er en helse-plan. Les denne helse-plan nå."),
        ("Gjelder i årene 2020-\n2021 her.", "Gjelder i årene 2020-2021 her."),
        ("Et nytt IT-\nsystem.", "Et nytt IT-system."),
        ("Hjemme\u00adtjenesten er her.", "Hjemmetjenesten er her."),
        ("en linje uten slutt\n\nsom går videre.", "en linje uten slutt som går videre."),
    ],
)
def test_lines_and_words_are_joined(lines: str, whole: str) -> None:
    assert to_markdown(lines) == whole


@pytest.mark.parametrize("mark", ["•", "✓", "➢", "❀", "\uf0b7", "-", "–", "o", "*"])
def test_every_bullet_is_an_item_under_its_lead_in(mark: str) -> None:
    text = f"Kommunen vil dette:\n\n{mark} Flere måltider om dagen og \n\nkortere nattfaste\n\n{mark} Spisevenn\n"
    assert to_markdown(text) == ("Kommunen vil dette:\n\n- Flere måltider om dagen og kortere nattfaste\n- Spisevenn")


def test_lists_nest_by_indentation_and_by_letters() -> None:
    assert to_markdown("• Bolig\n    • Flere\n    • Bedre\n• Mat\n") == "- Bolig\n\n  - Flere\n  - Bedre\n\n- Mat"
    nested = to_markdown("1. Styrke arbeidet:\na) Kurs\nb) Skole\n2. Avlaste\n")
    assert [(k, level) for k, level, _ in kinds(nested)] == [("item", 1), ("item", 2), ("item", 2), ("item", 1)]


def test_numbers_give_headings_their_level() -> None:
    text = f"""1.0 Innledning.
{PROSE}
og lenger enn det.

Innsatsområdene er:

1. Et aldersvennlig samfunn
2. Mat og måltider

2. Mat og måltider.

{PROSE}
også her.

2. 1 Status
{PROSE}
i dag.

2.1.1 Tiltak
{PROSE}
i år.
"""
    found = headings(to_markdown(text))
    assert found == [(2, "1.0 Innledning."), (2, "2. Mat og måltider."), (3, "2. 1 Status"), (4, "2.1.1 Tiltak")]


def test_titles_without_numbers_are_headings_and_captions_are_not() -> None:
    body = f"{PROSE}\nog enda litt til.\n\n"
    text = f"Innledning\n{body}Sosiale møteplasser\n\n{body}Foto: Ola Nordmann\n\n{body}HANDLINGSPLAN\n\n{body}"
    assert headings(to_markdown(text)) == [(2, "Innledning"), (3, "Sosiale møteplasser"), (3, "HANDLINGSPLAN")]


def test_a_slide_begins_with_its_title() -> None:
    slides = "Agenda\n• Status\n• Veien videre\n\fVeien videre i \nkommunen\n• Vedta planen\n\fTakk for oss"
    assert headings(to_markdown(slides)) == [(2, "Agenda"), (2, "Veien videre i kommunen")]
    assert to_markdown(slides).endswith("\n\nTakk for oss")


def test_the_head_and_number_of_pages_are_left_out_and_the_head_is_the_title() -> None:
    pages = "".join(f"{PROSE}\n" * 12 + f"og slutt.\n\nStrategiplan for Nabo kommune 2030 {n}\n\n" for n in range(4, 8))
    markdown = to_markdown(pages)
    assert "Strategiplan" not in markdown
    assert title(pages) == "Strategiplan for Nabo kommune 2030"
    numbered = "".join(f"{PROSE}\n" * 12 + f"og slutt.\n\n{n}\n\n" for n in range(1, 5))
    assert not re.search(r"\d", to_markdown(numbered))


def test_what_stands_at_the_edge_of_most_pages_is_left_out() -> None:
    pages = "\f".join(
        f"Nabo kommune\n\nStatus {n}\n\n{PROSE}\nog slutt.\n\nslutt {n}." for n in ("én", "to", "tre", "fire")
    )
    markdown = to_markdown(pages)
    assert "Nabo" not in markdown
    assert all(f"Status {n}" in markdown for n in ("én", "to", "tre", "fire"))


def test_years_in_a_column_are_not_page_numbers() -> None:
    text = "Tiltak Ansvar Tidsrom\n\n" + "".join(
        f"Kurs for alle ansatte\n\nRådmannen\n\n{y}\n\n" for y in range(2021, 2026)
    )
    assert re.findall(r"20\d\d", to_markdown(text)) == ["2021", "2022", "2023", "2024", "2025"]


def test_the_cells_of_a_measure_stay_together_under_the_heading() -> None:
    text = """Aktivitet og fellesskap

Tiltak Ansvar  Tidsrom

1. Styrketrening for el-
dre

Fysioterapitjenesten

2027

2. Frivilligsentral

Kr 100 000
Kommunen

2028
"""
    markdown = to_markdown(text)
    items = [t.split("\n") for kind, _, t in kinds(markdown) if kind == "item"]
    assert headings(markdown) == [(3, "Aktivitet og fellesskap")]
    assert [[line.strip() for line in item] for item in items] == [
        ["Styrketrening for eldre", "Fysioterapitjenesten", "2027"],
        ["Frivilligsentral", "Kr 100 000", "Kommunen", "2028"],
    ]


def test_markdown_in_a_text_file_is_left_as_it_is(tmp_path: Path) -> None:
    (tmp_path / "plan.txt").write_text("# Plan\n\n1. Mat\n   og drikke\n", encoding="utf-8")
    reading = read(tmp_path / "plan.txt")
    assert (reading.title, reading.text) == ("Plan", "# Plan\n\n1. Mat\n   og drikke\n")


@pytest.mark.parametrize(
    "line", ["# ikke en tittel", "> sitat", "---", "4. mai var det fest", "[1]: https://a.no", "```"]
)
def test_what_would_be_structure_is_text(line: str) -> None:
    found = kinds(to_markdown(f"{line}\n"))
    assert [kind for kind, _, _ in found] == ["paragraph"]
    assert characters(found[0][2]) == characters(line)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Plan for Leve hele livet\n\nTekst.", "Plan for Leve hele livet"),
        ("1.0 Innledning.\n\nTekst.", None),
        ("", None),
    ],
)
def test_a_title_names_the_document(text: str, expected: str | None) -> None:
    assert title(text) == expected


def test_plain_text_is_stored_as_markdown_and_markdown_as_it_is(tmp_path: Path) -> None:
    (tmp_path / "plan.txt").write_text("Agenda\n• Mat og mål-\ntider\n", encoding="utf-8")
    (tmp_path / "plan.md").write_text("Agenda\n• Mat og mål-\ntider\n", encoding="utf-8")
    plain, markdown = read(tmp_path / "plan.txt"), read(tmp_path / "plan.md")
    assert (plain.title, plain.text) == (None, "## Agenda\n\n- Mat og måltider")
    assert (markdown.title, markdown.text) == (None, "Agenda\n• Mat og mål-\ntider\n")


WORD = st.sampled_from(
    "Kommunen vil plan- og helse- 1. 2) a) b) 4.1 2021 # > | * - – • ✓ [x]: `` ``` *** --- === Tiltak Ansvar MÅL : . "
    "https://a.no/b- Figur 1: til-".split(" ")
) | st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=8)
LINE = st.builds(lambda indent, words: " " * indent + " ".join(words), st.integers(0, 6), st.lists(WORD, max_size=9))
TEXT = st.lists(LINE.filter(lambda line: not re.search(r"(^|\s)o(\s|$)", line)), max_size=25).map("\n".join)


@given(TEXT)
def test_no_word_is_lost_or_invented(text: str) -> None:
    assert characters(to_markdown(text)) == characters(text)


@given(TEXT)
def test_every_word_of_the_markdown_stands_in_a_passage_or_a_heading(text: str) -> None:
    markdown = to_markdown(text)
    quoted = [markdown[s.start : s.end] for p in passages(markdown, "t") for s in p.sentences]
    held = " ".join([*quoted, *(t for _, t in headings(markdown))])
    words = [w for line in markdown.split("\n") for w in re.findall(r"[^\W\d_]{3,}", line)]
    assert all(word in held for word in words)


@given(st.text(st.sampled_from("ab# -|\r\n"), max_size=60))
def test_however_lines_end_each_block_lies_in_its_text(markdown: str) -> None:
    assert all(0 <= b.span.start <= b.span.end <= len(markdown) for b in blocks(markdown))


def test_a_lone_carriage_return_ends_a_line() -> None:
    assert kinds("# Mat\rMiddag klokka 15.\r") == [("heading", 1, "Mat"), ("paragraph", 0, "Middag klokka 15.")]
