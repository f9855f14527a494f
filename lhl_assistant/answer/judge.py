"""Is there an answer? What no score sees is checked: names that no source has, and values of the kind asked for."""

from collections.abc import Sequence
from dataclasses import dataclass

from lhl_assistant.answer import intent as intents
from lhl_assistant.answer import rows
from lhl_assistant.answer.context import Context
from lhl_assistant.answer.intent import Intent
from lhl_assistant.language.words import content_words, stem
from lhl_assistant.search.rank import Hit, Searcher


@dataclass(frozen=True, slots=True)
class Verdict:
    """``confidence`` is 0–1; ``missing`` is the name that no source has, "" where there is none."""

    answered: bool
    sure: bool
    confidence: float
    missing: str = ""


@dataclass(frozen=True, slots=True)
class Evidence:
    """What is known of the best passage: how near it is, and how much of the question it has in words."""

    near: float
    question: float
    coverage: float
    value: bool


_REFUSE, _SURE = 0.40, 0.60


def judge(hits: Sequence[Hit], about: Context) -> Verdict:
    """Whether the best hits answer. A name that no library has, or no value of the kind asked for, is a no."""
    if not hits:
        return Verdict(False, False, 0.0)
    if about.named.unknown:
        return Verdict(False, False, 0.1, sorted(about.named.unknown)[0])
    evidence = weigh(hits[0], about)
    confidence = probability(evidence)
    return Verdict(confidence >= _REFUSE, confidence >= _SURE, confidence)


def weigh(hit: Hit, about: Context) -> Evidence:
    """The evidence that ``hit`` is for an answer to the question."""
    near = max(hit.signals.passage, hit.signals.sentence)
    text = f"{hit.passage.embedding_text(hit.source.text)} {hit.source.title} {' '.join(hit.passage.questions)}"
    return Evidence(
        near, hit.signals.question, coverage(about.question, text, about.searcher), has_value(hit, about.intent)
    )


def has_value(hit: Hit, intent: Intent) -> bool:
    """Whether the hit holds a value of the kind asked for; a row's asked-for cell may say that it is empty."""
    if hit.passage.cells and rows.asked_cell(hit, intent) is not None:
        return True
    return intents.holds(intent.wanted, hit.source.text[hit.passage.span.start : hit.passage.span.end])


def coverage(question: str, text: str, searcher: Searcher) -> float:
    """The share (0–1), by rarity, of the question's content words that the text has, compounds taken apart."""
    lexicons = [s.lexicon for _, s in searcher.libraries]
    has = {stem(w) for w in content_words(text)}
    has |= {p for w in content_words(text) for lexicon in lexicons for p in lexicon.terms(w)}
    total = found = 0.0
    for word in dict.fromkeys(content_words(question)):
        whole = stem(word)
        rarity = min(lexicon.rarity(whole) for lexicon in lexicons)
        pieces = [p for lexicon in lexicons for p in lexicon.terms(word)]
        total += rarity
        found += rarity * (1.0 if whole in has else 0.7 * any(p in has for p in pieces))
    return found / total if total else 0.0


def probability(evidence: Evidence) -> float:
    """How likely the evidence answers (0–1); a logistic curve fitted by hand to questions in and out of scope."""
    nearness = 18.0 * (max(evidence.near, evidence.question - 0.03) - 0.885)
    x = nearness + 2.4 * (evidence.coverage - 0.45) - (0.0 if evidence.value else 2.0)
    return float(1.0 / (1.0 + 2.718281828 ** (-x)))
