"""What ``lhl spør --json`` prints: the contract that other programs rely on (docs/kontrakt.md)."""

from typing import Literal

from pydantic import BaseModel

from lhl_assistant.answer.model import Answer, Citation
from lhl_assistant.answer.text import markdown
from lhl_assistant.search.hits import Hit

_PASSAGE_CHARACTERS = 1200


class CitationJson(BaseModel):
    """One citation; ``start`` and ``end`` are positions in the source's stored text (``lhl kilder vis ID --tekst``)."""

    id: int
    source: str
    title: str
    issuer: str
    year: int | None
    status: str
    kind: str
    library: str
    unconfirmed: bool
    origin: Literal["summary", "original"]
    original: str | None
    heading: list[str]
    page: int | None
    paragraph: int | None
    row: int | None
    start: int
    end: int
    quote: str
    url: str | None

    @classmethod
    def of(cls, c: Citation) -> "CitationJson":
        """The contract's form of a citation."""
        fields = {name: getattr(c, name) for name in cls.model_fields if name not in ("origin", "heading")}
        return cls(origin="summary" if c.summary else "original", heading=list(c.heading), **fields)


class PassageJson(BaseModel):
    """One ranked passage."""

    source: str
    heading: list[str]
    page: int | None
    text: str
    score: float

    @classmethod
    def of(cls, hit: Hit) -> "PassageJson":
        """The contract's form of a hit."""
        span = hit.passage.span
        text = hit.source.text[span.start : span.end][:_PASSAGE_CHARACTERS]
        return cls(
            source=hit.source.id,
            heading=list(hit.passage.heading),
            page=hit.source.page_at(span.start),
            text=text,
            score=round(hit.score, 4),
        )


class AnswerJson(BaseModel):
    """One answer."""

    question: str
    language: Literal["nb", "nn", "en"]
    answered: bool
    certainty: Literal["sure", "unsure"]
    reason: Literal["not_covered", "needs_context", "declined"] | None
    completed_question: str | None
    answer: str
    focus_areas: list[int]
    confidence: float
    citations: list[CitationJson]
    passages: list[PassageJson]
    milliseconds: dict[str, float]

    @classmethod
    def of(cls, answer: Answer) -> "AnswerJson":
        """The contract's form of an answer."""
        return cls(
            question=answer.question,
            language=answer.language,
            answered=answer.answered,
            certainty="sure" if answer.sure else "unsure",
            reason=answer.reason.value if answer.reason else None,
            completed_question=answer.completed_question,
            answer=markdown(answer),
            focus_areas=list(answer.focus_areas),
            confidence=answer.confidence,
            citations=[CitationJson.of(c) for c in answer.citations],
            passages=[PassageJson.of(h) for h in answer.hits],
            milliseconds={k: round(v, 2) for k, v in answer.milliseconds.items()},
        )
