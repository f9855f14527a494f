"""The tokenizer gives the reference's ids, and survives anything."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from benchmarks.fuzz_tokenizer import differences, random_texts
from lhl_assistant.embedding.tokenizer import Tokenizer
from lhl_assistant.embedding.weights_file import find_weights, read_weights

AWKWARD = [
    *("", " ", "\n\t ", "\ufdfa" * 50, "▁ ▁▁", "<s> </s> <unk> <mask>", "a\u200bb\u200dc", "\ufb01sk", "re\u0301ne"),
    *("E\u0301 A\u030a O\u0308", "👩‍👩‍👧‍👦🏳️‍🌈", "שלום עולם", "مرحبا بالعالم", "漢字かな交じり文", "ßẞÅÆØåæø"),
    *("x" * 3000, "a\u0301" * 400, "Kommunen skal legge til rette for at eldre kan bo hjemme lenger."),
]


@pytest.fixture(scope="module")
def tokenizer() -> Tokenizer:
    return Tokenizer(read_weights(find_weights()).vocabulary)


def test_ids_equal_the_reference() -> None:
    wrong, count = differences(random_texts(600, seed=7) + AWKWARD)
    assert wrong == []
    assert count > 10_000


def test_ids_of_a_known_sentence(tokenizer: Tokenizer) -> None:
    assert tokenizer.ids("query: Hello world", 512) == [0, 41, 1294, 12, 35378, 8999, 2]


@pytest.mark.parametrize(
    ("text", "same"),
    [
        ("ab\0c", "abc"),
        ("mat\ud800her", "mat her"),
        ("\ud83d\ude00", "😀"),
        ("ﬁsk", "fisk"),
        ("a  b ", "a b"),
    ],
)
def test_texts_that_count_as_equal(tokenizer: Tokenizer, text: str, same: str) -> None:
    assert tokenizer.ids(text, 512) == tokenizer.ids(same, 512)


@given(st.text(st.characters(codec=None), max_size=200), st.integers(2, 40))
def test_any_text_gives_ids_within_the_limit(tokenizer: Tokenizer, text: str, limit: int) -> None:
    ids = tokenizer.ids(text, limit)
    assert 2 <= len(ids) <= limit
    assert (ids[0], ids[-1]) == (0, 2)
    assert all(0 <= token < 250_002 for token in ids)


def test_a_word_of_a_million_letters_is_quick(tokenizer: Tokenizer) -> None:
    begun = time.perf_counter()
    assert len(tokenizer.ids("abcdefghij" * 100_000, 512)) == 512
    assert time.perf_counter() - begun < 3
