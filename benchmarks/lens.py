"""What the lens wins where it was not taught: on sections of the knowledge that were kept out of the training.

``python -m benchmarks.lens`` deals the bundled library's sections into folds, teaches a lens on all but one, and asks
that one's anticipated questions of all passages and sentences, with the model's own vectors and with the lens. No
words, no names, no other signal: the figures tell of the vectors alone.
"""

import sys
from datetime import date

import numpy as np
import numpy.typing as npt

from lhl_assistant.library.opening import searcher
from lhl_assistant.search.lens import Lens
from lhl_assistant.search.lens_training import Lesson, learn, sections, speech
from lhl_assistant.search.snapshot import Snapshot

FOLDS = 4
_FIRST = 5


def places(lens: Lens | None, lesson: Lesson) -> npt.NDArray[np.int64]:
    """For each question of the lesson, the place (from 1) of its own section among all sections."""
    found = []
    for question, subject in zip(lesson.questions, lesson.question_subjects, strict=True):
        near = lesson.texts @ (lens.turn(question) if lens else question)
        best = np.full(int(lesson.text_subjects.max()) + 1, -1.0, np.float32)
        np.maximum.at(best, lesson.text_subjects, near)
        found.append(1 + int((best > best[subject]).sum()))
    return np.array(found)


def kept_out(lesson: Lesson, fold: int, folds: int) -> npt.NDArray[np.bool_]:
    """The questions of the fold's sections."""
    dealt = np.random.default_rng(0).permutation(int(lesson.text_subjects.max()) + 1) % folds
    return np.asarray(dealt[lesson.question_subjects] == fold)


def main() -> None:
    """Print the table."""
    sys.stdout.reconfigure(encoding="utf-8")  # type: ignore[union-attr]
    plain, turned = [], []
    with searcher("medfølgende") as opened:
        ((_, snapshot),) = opened.libraries
        assert isinstance(snapshot, Snapshot)
        lesson, spoken = sections(snapshot), speech(opened.concepts, opened.engine)
    for fold in range(FOLDS):
        out = kept_out(lesson, fold, FOLDS)
        lens = learn([lesson.only(~out), spoken])
        plain.append(places(None, lesson.only(out)))
        turned.append(places(lens, lesson.only(out)))
        print(f"{fold + 1} av {FOLDS} …", file=sys.stderr, flush=True)
    print(f"{date.today()}, {len(lesson.questions)} forventede spørsmål, {FOLDS} deler\n")
    print("| vektorer | Recall@1 | Recall@5 | MRR |\n|---|---|---|---|")
    for name, parts in (("modellens egne", plain), ("gjennom linsen", turned)):
        at = np.concatenate(parts)
        print(f"| {name} | {(at == 1).mean():.3f} | {(at <= _FIRST).mean():.3f} | {(1 / at).mean():.3f} |")


if __name__ == "__main__":
    main()
