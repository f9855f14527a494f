"""Nothing that a planner wrote is lost: not by edits, saves, deaths in the middle of one, or mistakes made by hand."""

import os
import subprocess
import sys
import tempfile
import time
from dataclasses import replace
from pathlib import Path
from unittest import mock

from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from lhl_assistant.errors import PlannerError
from lhl_assistant.plan.document import file, history
from lhl_assistant.plan.document.model import Chapter, Contribution, Measure, Plan, Strategy

_TEXT = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\r\x85\u2028\u2029"), max_size=60)
_FEW = settings(max_examples=12, stateful_step_count=12, deadline=None)


class _Killed(BaseException):
    """What a process that dies in a save never gets past."""


class _Planner(RuleBasedStateMachine):
    """A planner, the program and a text editor on one file; every text carries a word of its own (``w12w``)."""

    @initialize()
    def begins(self) -> None:
        self._folder = tempfile.TemporaryDirectory()
        self._path = Path(self._folder.name) / "plan.yaml"
        self._opened = file.create(self._path, Plan("Fjelldal", chapters=(Chapter("forord", "Forord"),)))
        self._written: set[str] = set()
        self._count = 0

    def teardown(self) -> None:
        self._folder.cleanup()

    def _word(self) -> str:
        self._count += 1
        return f"w{self._count}w"

    def _save(self, change: Plan, word: str) -> None:
        try:
            self._opened = file.save(self._opened, change)
        except PlannerError:
            self._opens()
        else:
            self._written.add(word)

    @rule(text=_TEXT)
    def writes_a_chapter(self, text: str) -> None:
        word = self._word()
        (first, *rest) = self._opened.plan.chapters or (Chapter("forord"),)
        self._save(replace(self._opened.plan, chapters=(replace(first, text=f"{text} {word}"), *rest)), word)

    @rule(text=_TEXT)
    def adds_a_strategy(self, text: str) -> None:
        word = self._word()
        strategy = Strategy(f"s{self._count}", f"{word} {text}", measures=(Measure(f"t{self._count}", text),))
        self._save(replace(self._opened.plan, strategies=(*self._opened.plan.strategies, strategy)), word)

    @precondition(lambda self: self._opened.plan.strategies)
    @rule(data=st.data())
    def drops_or_moves_strategies(self, data: st.DataObject) -> None:
        strategies = data.draw(st.permutations(self._opened.plan.strategies))
        kept = tuple(strategies[: data.draw(st.integers(0, len(strategies)))])
        self._save(replace(self._opened.plan, strategies=kept), "w0w")
        self._written.discard("w0w")

    @rule()
    def edits_by_hand(self) -> None:
        word = self._word()
        text = self._path.read_text(encoding="utf-8")
        self._path.write_text(f"{text}# {word}\nvårt_felt_{self._count}: {word}\n", encoding="utf-8")
        self._written.add(word)

    @rule(mistake=st.sampled_from(["\tx: y\n", "kommune: to\n", "tittel: a: b\n", "strategier: hei\n", "'\n", "\x00"]))
    def makes_a_mistake_by_hand(self, mistake: str) -> None:
        word = self._word()
        text = self._path.read_text(encoding="utf-8")
        self._path.write_text(f"# {word}\n{text}{mistake}", encoding="utf-8")
        self._written.add(word)

    @rule(after=st.booleans())
    def dies_in_a_save(self, after: bool) -> None:
        word = self._word()
        change = replace(self._opened.plan, title=word)
        real = Path.replace

        def dying(path: Path, target: Path) -> Path:
            if after:
                real(path, target)
            raise _Killed

        try:
            with mock.patch.object(Path, "replace", dying):
                file.save(self._opened, change)
        except (_Killed, PlannerError):
            pass
        self._opens()

    @precondition(lambda self: bool(history.versions(self._path)))
    @rule(data=st.data())
    def goes_back(self, data: st.DataObject) -> None:
        version = data.draw(st.sampled_from(history.versions(self._path)))
        try:
            self._opened = file.restore(self._path, version)
        except PlannerError:
            self._opens()

    @rule()
    def opens_again(self) -> None:
        self._opens()

    def _opens(self) -> None:
        """As a command would: a file with a mistake is told, and stands as it is; the planner then goes back."""
        before = self._path.read_bytes()
        try:
            self._opened = file.read(self._path)
        except PlannerError:
            assert self._path.read_bytes() == before
            sound = [v for v in history.versions(self._path) if _is_sound(v)]
            if sound:
                self._opened = file.restore(self._path, sound[-1])
            else:
                self._path.rename(self._path.with_name(f"feil-{self._count}.yaml"))
                self._opened = file.create(self._path, self._opened.plan)

    @invariant()
    def nothing_is_lost(self) -> None:
        found = "".join(p.read_text(encoding="utf-8") for p in Path(self._folder.name).rglob("*.yaml"))
        assert all(word in found for word in self._written)


def _is_sound(version: Path) -> bool:
    try:
        file.read(version)
    except PlannerError:
        return False
    return True


TestPlanner = _Planner.TestCase
TestPlanner.settings = _FEW


@given(st.lists(_TEXT, min_size=1, max_size=5), _TEXT)
@settings(max_examples=25, deadline=None)
def test_any_text_is_read_again_as_it_was_written(texts: list[str], more: str) -> None:
    plan = Plan(
        "Fjelldal",
        title=more,
        chapters=tuple(Chapter(f"k{i}", t, None, t) for i, t in enumerate(texts) if "[k" not in t),
        strategies=tuple(Strategy(f"s{i}", t, measures=(Measure(f"t{i}", t, t),)) for i, t in enumerate(texts)),
        contributions=(Contribution("i1", more),),
    )
    if "[k" in more:
        return
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "plan.yaml"
        assert file.create(path, plan).plan == plan
        changed = replace(plan, title=f"{more}!")
        assert file.save(file.read(path), changed).plan == changed


_SAVER = """
import itertools, sys
from dataclasses import replace
from pathlib import Path
from lhl_assistant.plan.document import file
opened = file.read(Path(sys.argv[1]))
for number in itertools.count():
    opened = file.save(opened, replace(opened.plan, title=f"utgave {number}"))
    print(number, flush=True)
"""


def test_a_killed_save_leaves_a_whole_plan_with_all_that_was_saved(tmp_path: Path) -> None:
    path = tmp_path / "plan.yaml"
    file.create(path, Plan("Fjelldal", chapters=(Chapter("forord", "Forord", None, "Kjære leser. " * 500),)))
    for wait in (0.02, 0.035, 0.05):
        with subprocess.Popen([sys.executable, "-c", _SAVER, str(path)], stdout=subprocess.PIPE, text=True) as saver:
            assert saver.stdout is not None
            saver.stdout.readline()
            time.sleep(wait)
            os.kill(saver.pid, 9)
            said = [0, *(int(n) for n in saver.stdout.read().split())]
        plan = file.read(path).plan
        assert int(plan.title.removeprefix("utgave ")) >= said[-1]
        assert plan.chapters[0].text.startswith("Kjære leser.")
        assert not list(tmp_path.glob(".*.tmp"))[1:]
