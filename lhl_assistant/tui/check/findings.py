"""What a check found, as things to choose in a list and read more of: one line, the words about it, and its proof."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from lhl_assistant.export import check_words as words
from lhl_assistant.export.check_report import shown, suggested
from lhl_assistant.export.dates import shown as day
from lhl_assistant.plan.check.model import AreaVerdict, Checked, FormalPoint, Proof, SolutionVerdict, Step, Verdict
from lhl_assistant.reform.model import Reform
from lhl_assistant.said import Said
from lhl_assistant.tui.check import signs

_LEANS = Said("Trolig {}, men det er for jevnt til å avgjøre.", "Truleg {}, men det er for jamt til å avgjere.")
_RESTS_ON = Said("Forslaget bygger på {}.", "Forslaget byggjer på {}.")
_MISSING = Said("Mangler", "Manglar")
_GAPS = Said("Steder som står igjen å fylle inn: {}", "Stader som står att å fylle inn: {}")
_WORTH_KNOWING = Said("Verdt å vite", "Verdt å vite")


@dataclass(frozen=True, slots=True)
class Finding:
    """``line`` stands in the list with its ``sign`` (and its colour); ``told`` are paragraphs about it."""

    sign: tuple[str, str]
    line: Said
    told: tuple[Said, ...] = ()
    proof: Proof | None = None


@dataclass(frozen=True, slots=True)
class Section:
    """Findings of one kind."""

    heading: Said
    findings: tuple[Finding, ...]


def of_solution(verdict: SolutionVerdict, reform: Reform) -> Finding:
    """A cell of the map."""
    solution = reform.solution(verdict.number)
    found = words.verdict(verdict.verdict)
    told = []
    if verdict.verdict is Verdict.UNSURE:
        leaning = words.verdict(verdict.leaning)
        told = [Said(_LEANS.nb.format(leaning.nb), _LEANS.nn.format(leaning.nn))]
    if verdict.proof is None:
        told.append(words.NO_PROOF)
    name = Said(f"{verdict.number} {solution.name.nb}: {found.nb}", f"{verdict.number} {solution.name.nn}: {found.nn}")
    return Finding(signs.OF_VERDICT[verdict.verdict], name, (*told, solution.summary), verdict.proof)


def summary(areas: tuple[AreaVerdict, ...]) -> Said:
    """How many løsninger have each verdict."""
    all_ = [s.verdict for area in areas for s in area.solutions]
    counted = [(all_.count(v), words.verdict(v), signs.OF_VERDICT[v][0]) for v in Verdict]
    return Said(
        "  ".join(f"{sign} {count} {said.nb}" for count, said, sign in counted),
        "  ".join(f"{sign} {count} {said.nn}" for count, said, sign in counted),
    )


def sections(checked: Checked, reform: Reform) -> list[Section]:
    """All but the map, the steps first: they are what to act on."""
    remarks = (*checked.remarks, *([_counted(_GAPS, checked.gaps)] if checked.gaps else []))
    found = [
        Section(_WORTH_KNOWING, tuple(Finding(signs.FAULT, said) for said in remarks)),
        Section(words.STEPS, tuple(_step(n, step) for n, step in enumerate(checked.steps, 1))),
        Section(words.MEASURES, tuple(_measures(checked))),
        Section(words.STRATEGIES, tuple(_alone(checked))),
        Section(words.FORMAL, tuple(_formal(point) for point in checked.formal)),
        Section(words.SUCCESSOR, tuple(_successor(checked, reform))),
    ]
    return [section for section in found if section.findings]


def _counted(said: Said, count: int) -> Said:
    return Said(said.nb.format(count), said.nn.format(count))


def _quoted(proof: Proof) -> Said:
    return Said(shown(proof), shown(proof))


def _step(number: int, step: Step) -> Finding:
    told = [Said(suggested(step, "nb"), suggested(step, "nn"))] if step.suggestion else []
    if step.suggestion:
        source = step.suggestion.citation.original or step.suggestion.citation.title
        told.append(Said(_RESTS_ON.nb.format(source), _RESTS_ON.nn.format(source)))
    return Finding((f"{number}.", "$primary"), step.said, tuple(told))


def _measures(checked: Checked) -> Iterator[Finding]:
    yield from (Finding(signs.FAULT, said) for said in words.counts(checked))
    for measure in checked.measures:
        if missing := words.lacks(measure, checked):
            nb, nn = (", ".join(said.in_(form) for said in missing) for form in ("nb", "nn"))
            lacks = Said(f"{_MISSING.nb}: {nb}", f"{_MISSING.nn}: {nn}")
            line = Said(f"{measure.text} – {nb}", f"{measure.text} – {nn}")
            yield Finding(signs.FAULT, line, (lacks,), measure.place)


def _alone(checked: Checked) -> Iterator[Finding]:
    for lone in checked.lone[: words.FEW]:
        yield Finding(signs.FAULT, _quoted(lone.place), (words.LOOK_YOURSELF,), lone.place)
    if (rest := words.more(checked.lone)) is not None:
        yield Finding(signs.FAULT, rest)


def _formal(point: FormalPoint) -> Finding:
    met = words.met(point.met)
    line = Said(f"{point.name.nb}: {met.nb}", f"{point.name.nn}: {met.nn}")
    told = [_headed(words.THEN, point.then), _headed(words.NOW, point.now)]
    if point.checked:
        when = day(date.fromisoformat(point.checked))
        told.append(Said(words.CHECKED.nb.format(when), words.CHECKED.nn.format(when)))
    if point.proof is None:
        told.insert(0, words.NO_PROOF)
    return Finding(signs.OF_MET[point.met], line, tuple(told), point.proof)


def _headed(heading: Said, said: Said) -> Said:
    return Said(f"{heading.nb}: {said.nb}", f"{heading.nn}: {said.nn}")


def _successor(checked: Checked, reform: Reform) -> Iterator[Finding]:
    names = {area.number: area.name for area in reform.successor_areas}
    for place in checked.successor:
        sign = signs.OF_VERDICT[Verdict.COVERED if place.count else Verdict.MISSING]
        name = names[place.number]
        line = Said(f"{name.nb}: {place.count}", f"{name.nn}: {place.count}")
        yield Finding(sign, line, (words.MAP_IS_OURS,), place.proof)
    for proof in checked.outside[: words.FEW]:
        yield Finding(signs.FAULT, _headed(words.OUTSIDE, _quoted(proof)), (words.MAP_IS_OURS,), proof)
    if (rest := words.more(checked.outside)) is not None:
        yield Finding(signs.FAULT, rest)
