"""The lens is kept for one model, leaves vectors of length one, and learns what carries over to other questions."""

from pathlib import Path

import numpy as np

from lhl_assistant.embedding.choose import load_engine
from lhl_assistant.search.bonus import Weights
from lhl_assistant.search.lens import Lens, load, save
from lhl_assistant.search.lens_training import Lesson, learn
from lhl_assistant.search.rank import Searcher
from tests.evaluation import sets
from tests.evaluation.ranking import measure, passages, relevant

SIZE, SUBJECTS, TRAINED, KEPT_OUT = 32, 60, 400, 100


def unit(rows: np.ndarray) -> np.ndarray:
    return np.asarray(rows / np.linalg.norm(rows, axis=1, keepdims=True), np.float32)


def found(lens: Lens | None, lesson: Lesson) -> float:
    """The share of questions whose nearest text is of their subject."""
    asked = lesson.questions if lens is None else np.stack([lens.turn(q) for q in lesson.questions])
    nearest = lesson.text_subjects[(asked @ lesson.texts.T).argmax(1)]
    return float((nearest == lesson.question_subjects).mean())


def spoken_askew(seed: int) -> Lesson:
    """Questions that lie off their subjects' texts by one and the same turn, and some noise."""
    chance = np.random.default_rng(seed)
    texts = unit(chance.normal(size=(SUBJECTS, SIZE)))
    askew = np.eye(SIZE) + 0.3 * chance.normal(size=(SIZE, SIZE))
    subjects = chance.integers(SUBJECTS, size=TRAINED + KEPT_OUT)
    questions = unit(texts[subjects] @ askew + 0.1 * chance.normal(size=(len(subjects), SIZE)))
    return Lesson(questions, subjects, texts, np.arange(SUBJECTS))


def test_what_is_learned_holds_for_questions_that_were_kept_out() -> None:
    lesson = spoken_askew(seed=1)
    seen = np.arange(len(lesson.questions)) < TRAINED
    lens = learn([lesson.only(seen)])
    assert found(lens, lesson.only(~seen)) > found(None, lesson.only(~seen)) + 0.1


def test_the_same_lessons_teach_the_same_lens() -> None:
    lesson = spoken_askew(seed=2).only(np.arange(TRAINED + KEPT_OUT) < 50)
    assert np.array_equal(learn([lesson]).up, learn([lesson]).up)


def test_a_kept_lens_turns_as_before_and_only_for_its_own_model(tmp_path: Path) -> None:
    chance = np.random.default_rng(3)
    lens = Lens(chance.normal(size=(SIZE, 4)).astype(np.float32), chance.normal(size=(4, SIZE)).astype(np.float32))
    vector = unit(chance.normal(size=(1, SIZE)))[0]
    save(lens, "abc", tmp_path / "lens.npz")
    again = load("abc", tmp_path / "lens.npz")
    assert again is not None
    assert np.allclose(again.turn(vector), lens.turn(vector), atol=0.01)
    assert abs(np.linalg.norm(again.turn(vector)) - 1.0) < 1e-5
    assert load("another model", tmp_path / "lens.npz") is None
    assert load("abc", tmp_path / "none.npz") is None


def test_the_lens_that_travels_with_the_product_is_for_the_model_that_does() -> None:
    assert load(load_engine().identity.fingerprint) is not None


def test_everyday_questions_find_their_evidence_higher_up_with_the_lens_than_without(searcher: Searcher) -> None:
    asked = [q for q in sets.committed().questions if q.kind == "everyday"]
    ((_, snapshot),) = searcher.libraries
    library = passages(snapshot)
    without = Searcher(searcher.libraries, searcher.engine, searcher.reform, searcher.concepts, Weights(lens=0.0))

    def reciprocal(opened: Searcher) -> float:
        ranked = {q.id: [str(h.number) for h in opened.search(q.question)] for q in asked}
        values = measure(ranked, {q.id: relevant(q, library) for q in asked})
        return float(np.mean([v["MRR@10"] for v in values.values()]))

    assert reciprocal(searcher) > reciprocal(without) + 0.02
