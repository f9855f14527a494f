"""A date at the beginning of a line is a date: no list item, not cut in two, and no mark that nobody wrote."""

import pytest

from lhl_assistant.sources.model import fold
from lhl_assistant.sources.passages import passages
from lhl_assistant.sources.plain import to_markdown
from lhl_assistant.sources.reading.text import markdown

OPENING = "3. mars 2026 åpner dagsenteret i Fjelldal. Åpningen blir markert."


def quoted(text: str) -> list[str]:
    """The sentences of a stored text as an answer tells them."""
    return [fold(text[s.start : s.end]) for passage in passages(text, "Dagsenter") for s in passage.sentences]


@pytest.mark.parametrize("day", ["3. mars 2026", "31. desember", "1. JUNI 2025", "1. Juni 2025"])
def test_a_plain_text_may_begin_a_line_with_a_date(day: str) -> None:
    written = f"Dagsenteret\n\n{day} åpner dagsenteret. Åpningen blir markert i kommunestyret.\n"
    assert f"{day} åpner dagsenteret." in quoted(to_markdown(written))


def test_a_date_begins_no_list_in_markdown() -> None:
    assert quoted(f"# Dagsenter\n\n{OPENING}\n")[0] == "3. mars 2026 åpner dagsenteret i Fjelldal."
    assert quoted("# Frister\n\n- 1. juni: saken\n- 2. juli: vedtaket\n") == ["1. juni: saken", "2. juli: vedtaket"]


def test_a_numbered_list_stays_one() -> None:
    assert quoted("# Tiltak\n\n1. Middag kl. 16\n2. Spisevenn\n") == ["Middag kl. 16", "Spisevenn"]


@pytest.mark.parametrize(
    "line", ["2. kvartal 2026 åpner senteret.", "+ 3 prosent vekst hvert år.", "# 4 er viktigst.", "> 3 år."]
)
def test_no_backslash_stands_in_what_is_quoted(line: str) -> None:
    assert line in quoted(to_markdown(f"Kommunen melder dette i sin plan.\n\n{line}\n"))


def test_the_escapes_of_a_markdown_file_are_not_quoted_and_its_lists_stay() -> None:
    written = "# Plan\n\n2\\. kvartal er \\[satt\\] av\\.\n\n- \\# 4 er først\n- Skole\\_mat\n"
    assert quoted(markdown(written.encode()).text) == [
        "2. kvartal er [satt] av.",
        "# 4 er først",
        "Skole_mat",
    ]
