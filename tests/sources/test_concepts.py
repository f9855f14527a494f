"""The vocabulary keeps what its own comment asks for: words of the sources, and speech that points one way."""

import re
from collections import defaultdict
from collections.abc import Iterator
from typing import Any

import pytest
import yaml

from lhl_assistant.language.words import content_words, stem, tokens
from lhl_assistant.sources import bundled
from lhl_assistant.sources.passages import passages
from tests.conftest import KNOWLEDGE

SPOKEN = ("everyday", "nynorsk", "dialect", "english")
LISTS = ("terms", *SPOKEN)
LONGEST = 4

Entry = dict[str, Any]
ENTRIES: list[Entry] = yaml.safe_load((KNOWLEDGE / "begreper.yaml").read_text(encoding="utf-8"))


def phrase(form: str) -> tuple[str, ...]:
    """What a form is recognised by: the stems of all its words."""
    return tuple(stem(t) for t in tokens(form))


def forms(entry: Entry, *lists: str) -> Iterator[str]:
    for name in lists:
        yield from entry.get(name, [])


@pytest.fixture(scope="module")
def known() -> frozenset[str]:
    """The stems of every word that can be searched for in the knowledge."""
    stems: set[str] = set()
    for source in bundled.sources(KNOWLEDGE):
        for p in passages(source.text, source.title):
            text = " ".join([*p.heading, source.text[p.span.start : p.span.end], *p.questions])
            stems.update(stem(w) for w in content_words(text))
    return frozenset(stems)


def test_the_file_has_its_form() -> None:
    assert len(ENTRIES) >= 110
    for entry in ENTRIES:
        assert set(entry) <= {"id", *LISTS}, entry["id"]
        assert re.fullmatch(r"[a-z]+(_[a-z]+)*", entry["id"])
        assert entry["terms"], entry["id"]
        assert 4 <= len(entry["everyday"]) <= 18, entry["id"]
        assert all(isinstance(f, str) and f for f in forms(entry, *LISTS)), entry["id"]


def test_ids_are_unique() -> None:
    ids = [entry["id"] for entry in ENTRIES]
    assert sorted(set(ids)) == sorted(ids)


def test_every_term_is_a_word_of_the_sources(known: frozenset[str]) -> None:
    unknown = [
        (entry["id"], term)
        for entry in ENTRIES
        for term in entry["terms"]
        if not content_words(term) or not known.issuperset(stem(w) for w in content_words(term))
    ]
    assert unknown == []


def test_spoken_forms_point_to_two_concepts_at_most() -> None:
    meant: dict[tuple[str, ...], set[str]] = defaultdict(set)
    for entry in ENTRIES:
        for form in forms(entry, *SPOKEN):
            meant[phrase(form)].add(entry["id"])
    assert {p: ids for p, ids in meant.items() if len(ids) > 2} == {}


def test_a_concept_has_each_form_once() -> None:
    for entry in ENTRIES:
        seen = [phrase(f) for f in forms(entry, *LISTS)]
        assert [p for p in seen if seen.count(p) > 1] == [], entry["id"]


def test_forms_are_lower_case_and_short_enough_to_be_found() -> None:
    for entry in ENTRIES:
        for form in forms(entry, *LISTS):
            assert form == " ".join(form.lower().split()), entry["id"]
            assert 1 <= len(phrase(form)) <= LONGEST, form


def test_no_spoken_word_is_taken_for_a_function_word() -> None:
    """``detter`` has the stem of ``dette``, and would be found in every second question."""
    function_words = {
        stem(w)
        for w in "dette den dem det var vert verte når hvor kor kan skal har er som til for om på av med ikke".split()
    }
    alone = [(e["id"], f) for e in ENTRIES for f in forms(e, *SPOKEN) if len(phrase(f)) == 1]
    assert [(i, f) for i, f in alone if phrase(f)[0] in function_words] == []
