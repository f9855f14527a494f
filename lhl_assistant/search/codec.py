"""A passage to and from the JSON in which the index keeps it."""

import json

from lhl_assistant.sources.model import Attribution, Cell, Passage, Span


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


def _pair(span: Span) -> tuple[int, int]:
    return span.start, span.end
