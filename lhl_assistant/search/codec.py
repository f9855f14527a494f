"""Passages and sources to and from the form in which the index keeps them."""

import json
from collections.abc import Sequence
from dataclasses import astuple
from typing import Any

from lhl_assistant.sources.model import Attribution, Cell, Kind, Passage, Source, Span, Status


def encode(passage: Passage) -> str:
    """The passage as JSON: spans as pairs, everything else under its own name."""
    return json.dumps(
        {
            "heading": passage.heading,
            "span": _pair(passage.span),
            "sentences": [_pair(s) for s in passage.sentences],
            "paragraph": passage.paragraph,
            "row": passage.row,
            "cells": [(c.column, c.value, _pair(c.span)) for c in passage.cells],
            "attributions": [(a.original, a.place) for a in passage.attributions],
            "questions": passage.questions,
        },
        ensure_ascii=False,
        separators=(",", ":"),
    )


def decode(data: str) -> Passage:
    """The passage that ``encode`` wrote."""
    d = json.loads(data)
    return Passage(
        tuple(d["heading"]),
        Span(*d["span"]),
        tuple(Span(*s) for s in d["sentences"]),
        d["paragraph"],
        d["row"],
        tuple(Cell(column, value, Span(*span)) for column, value, span in d["cells"]),
        tuple(Attribution(*a) for a in d["attributions"]),
        tuple(d["questions"]),
    )


def row(source: Source) -> tuple[Any, ...]:
    """The source as a row of the table ``source``, but for its hash: the fields in order, pages as JSON."""
    *fields, pages, original = astuple(source)
    return *fields, json.dumps(pages), original


def source(row: Sequence[Any]) -> Source:
    """The source that ``row`` was made of."""
    id, title, issuer, year, status, kind, url, checked, summary, text, pages, original = row
    status, kind, pages = Status(status), Kind(kind), tuple(json.loads(pages))
    return Source(id, title, issuer, year, status, kind, url, checked, bool(summary), text, pages, original)


def _pair(span: Span) -> tuple[int, int]:
    return span.start, span.end
