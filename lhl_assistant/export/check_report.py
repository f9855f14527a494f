"""The check as a report: to read with the working group, or to lay beside the plan on its way to the council."""

from collections.abc import Iterator, Sequence
from datetime import date

from lhl_assistant.export import check_words as words
from lhl_assistant.export.dates import shown as day
from lhl_assistant.export.document import Block, Document, Heading, Items, Paragraph, Run, Table, Words
from lhl_assistant.plan.check.model import Checked, Proof, Step
from lhl_assistant.reform.model import Reform
from lhl_assistant.said import Form, Said


def report(checked: Checked, reform: Reform, form: Form, today: date) -> Document:
    """The whole check in ``form``."""
    return Document(
        words.TITLE.in_(form),
        form,
        tuple(_Report(checked, reform, form).blocks()),
        subtitle=checked.title,
        date=day(today),
    )


def place(proof: Proof, form: Form) -> str:
    """Where a passage stands: its innermost heading, and the page or row where there is one."""
    parts = [proof.heading[-1]] if proof.heading else []
    parts += [words.PAGE.in_(form).format(proof.page)] if proof.page else []
    parts += [words.ROW.in_(form).format(proof.row)] if proof.row else []
    return ", ".join(parts)


def shown(proof: Proof) -> str:
    """The passage as it is read: the bars between a row's cells as points, empty cells left out."""
    if proof.row is None:
        return proof.text
    return " · ".join(filter(None, (cell.strip() for cell in proof.text.split("|"))))


def suggested(step: Step, form: Form) -> str:
    """The suggestion of a step in one line: what, who, when, at what cost, and where it is from; "" without one."""
    if step.suggestion is None:
        return ""
    s = step.suggestion
    there = words.FROM_PLACE.in_(form).format(s.place) if s.place else words.FROM_KNOWLEDGE.in_(form)
    facts = "; ".join(filter(None, (s.responsible, s.period, s.cost)))
    return f"{words.SUGGESTION.in_(form)}: {s.said.in_(form)} ({there}{': ' + facts if facts else ''})"


class _Report:
    def __init__(self, checked: Checked, reform: Reform, form: Form) -> None:
        self._checked, self._reform, self._form = checked, reform, form

    def blocks(self) -> Iterator[Block]:
        """All parts, the steps first: they are what to act on."""
        checked = self._checked
        for remark in checked.remarks:
            yield Paragraph(_text(self._said(remark)), "lead")
        yield Heading(1, self._said(words.STEPS))
        yield Items(tuple(_text(" ".join(filter(None, self._step(step)))) for step in checked.steps), numbered=True)
        yield from self._areas()
        yield from self._measures()
        if checked.lone:
            yield Heading(1, self._said(words.STRATEGIES))
            yield Paragraph(_text(self._said(words.LOOK_YOURSELF)))
            yield from self._few([lone.place for lone in checked.lone])
        yield from self._formal()
        yield from self._successor()
        yield Paragraph(_text(self._said(words.GUIDE)), "note")

    def _said(self, said: Said) -> str:
        return said.in_(self._form)

    def _step(self, step: Step) -> Iterator[str]:
        yield self._said(step.said)
        if suggestion := suggested(step, self._form):
            yield suggestion + "."

    def _quoted(self, proof: Proof | None) -> Words:
        if proof is None:
            return _text(self._said(words.NO_PROOF))
        return (Run(f"«{shown(proof)}»"), Run(f" ({place(proof, self._form)})", emphasis=True))

    def _few(self, proofs: Sequence[Proof]) -> Iterator[Block]:
        """The first of them, and how many more there are."""
        yield Items(tuple(self._quoted(proof) for proof in proofs[: words.FEW]))
        if rest := words.more(proofs):
            yield Paragraph(_text(f"… {self._said(rest)}."))

    def _areas(self) -> Iterator[Block]:
        yield Heading(1, self._said(words.AREAS))
        first = Said("Løsning", "Løysing"), Said("Vurdering", "Vurdering"), Said("Det viser planen", "Det viser planen")
        for area in self._checked.areas:
            name = self._reform.area(area.number).name.in_(self._form)
            yield Heading(2, f"{area.number} {name}: {self._said(words.verdict(area.verdict))}")
            rows = tuple(
                (
                    _text(f"{s.number} {self._reform.solution(s.number).name.in_(self._form)}"),
                    (Run(self._said(words.verdict(s.verdict)), strong=True),),
                    self._quoted(s.proof),
                )
                for s in area.solutions
            )
            yield Table(tuple(self._said(c) for c in first), rows, name, (3, 1.3, 6))

    def _measures(self) -> Iterator[Block]:
        if not (counts := words.counts(self._checked)):
            return
        yield Heading(1, self._said(words.MEASURES))
        yield Items(tuple(_text(self._said(said)) for said in counts))
        faulty = [(m, words.lacks(m, self._checked)) for m in self._checked.measures]
        rows = tuple(
            (_text(m.text), _text(place(m.place, self._form)), _text(", ".join(self._said(w) for w in lacks)))
            for m, lacks in faulty
            if lacks
        )
        columns = (
            Said("Tiltak", "Tiltak"),
            Said("Sted", "Stad"),
            Said("Mangler", "Manglar"),
        )
        if rows:
            caption = Said("Tiltak som må fylles ut", "Tiltak som må fyllast ut")
            yield Table(tuple(self._said(c) for c in columns), rows, self._said(caption), (4, 3, 3))

    def _formal(self) -> Iterator[Block]:
        yield Heading(1, self._said(words.FORMAL))
        for point in self._checked.formal:
            yield Heading(2, f"{self._said(point.name)}: {self._said(words.met(point.met))}")
            yield Paragraph(self._quoted(point.proof))
            law = (
                f" {self._said(words.CHECKED).format(day(date.fromisoformat(point.checked)))}" if point.checked else ""
            )
            yield Items(
                (
                    (Run(f"{self._said(words.THEN)}: ", strong=True), Run(self._said(point.then))),
                    (Run(f"{self._said(words.NOW)}: ", strong=True), Run(self._said(point.now) + law)),
                )
            )

    def _successor(self) -> Iterator[Block]:
        yield Heading(1, self._said(words.SUCCESSOR))
        yield Paragraph(_text(self._said(words.MAP_IS_OURS)))
        names = {area.number: area.name.in_(self._form) for area in self._reform.successor_areas}
        columns = Said("Innsatsområde", "Innsatsområde"), Said("Antall", "Tal på"), Said("Eksempel", "Døme")
        rows = tuple(
            (_text(names[s.number]), _text(str(s.count)), self._quoted(s.proof) if s.proof else ())
            for s in self._checked.successor
        )
        yield Table(tuple(self._said(c) for c in columns), rows, self._said(words.SUCCESSOR), (4, 1, 6))
        if self._checked.outside:
            yield Heading(2, self._said(words.OUTSIDE))
            yield from self._few(self._checked.outside)


def _text(text: str) -> Words:
    return (Run(text),) if text else ()
