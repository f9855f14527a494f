"""Sentences are cut where a reader would stop, and nothing is lost."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lhl_assistant.language.sentences import sentences


def split(text: str) -> list[str]:
    return [text[a:b] for a, b in sentences(text)]


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Meldingen ble lagt fram 4. mai 2018. Den gjaldt i fem år.", 2),
        ("Se Meld. St. 15 (2017–2018) kap. 6.4 om mat.", 1),
        ("Middag serveres kl. 15.30, jf. planen m.m. og f.eks. på søndag.", 1),
        ("Fristen var 31.12.2023. Så var det slutt.", 2),
        ("Hva er viktig for deg? Spør alle! Hør etter.", 3),
        ("Kommunen samarbeider med Røde Kors, LHL m.fl. Planen sier ikke mer.", 2),
        ("I 2. kvartal 2021 var det 1 968 innbyggere. De fleste bor i bygda.", 2),
        ("Den 3. Mars 2026 åpner senteret. Alle er bedt.", 2),
        ("Fristen er 31. DESEMBER. Så er det slutt.", 2),
        ("Det kostet kr 230 000. Kommunestyret sa ja i 2021. Alle var enige.", 3),
    ],
)
def test_norwegian_abbreviations_and_dates_do_not_end_a_sentence(text: str, count: int) -> None:
    assert len(split(text)) == count


@given(st.text(alphabet="abÆ .!?\n«»19", max_size=80))
def test_no_character_but_white_space_is_lost_or_moved(text: str) -> None:
    spans = list(sentences(text))
    assert "".join("".join(text[a:b].split()) for a, b in spans) == "".join(text.split())
    assert all(a < b for a, b in spans)
    assert all(first[1] <= second[0] for first, second in pairwise(spans))
