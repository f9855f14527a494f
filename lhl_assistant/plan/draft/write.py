"""A plan's chapters, drafted from the templates, the reform and the libraries. Text that is there is never touched."""

from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass, replace

from lhl_assistant.errors import InputUnusable
from lhl_assistant.plan.document.model import Chapter, Plan
from lhl_assistant.plan.document.referring import Referring
from lhl_assistant.plan.draft.anchors import Knowledge
from lhl_assistant.plan.draft.own import own_words
from lhl_assistant.plan.draft.templates import ChapterTemplate, Paragraph, Templates
from lhl_assistant.plan.sorting.sorter import Sorter
from lhl_assistant.reform.model import FocusArea
from lhl_assistant.said import Form, Said
from lhl_assistant.search.rank import Searcher

Progress = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class Desk:
    """What drafting works with: the opened libraries, the templates and the sorter."""

    searcher: Searcher
    templates: Templates
    sorter: Sorter


def new(municipality: str, period: str, language: Form, desk: Desk) -> Plan:
    """An empty plan with its title and its chapters' headings."""
    plan = Plan(municipality=municipality, period=period, language=language)
    title = _filled(desk.templates.title.in_(plan.language), plan)
    return with_chapters(replace(plan, title=title), desk)


def with_chapters(plan: Plan, desk: Desk) -> Plan:
    """The plan with the chapters it lacks, each without text, where the templates have them."""
    there = {c.id: c for c in plan.chapters}
    wanted = [there.get(t.name) or _heading(t, plan, desk) for t in desk.templates.chapters]
    others = [c for c in plan.chapters if c.id not in {t.name for t in desk.templates.chapters}]
    return replace(plan, chapters=(*wanted, *others))


def write(plan: Plan, desk: Desk, only: Collection[str] = (), progress: Progress | None = None) -> Plan:
    """The plan with a draft in every chapter that has no text; ``only`` keeps to the chapters with these ids.

    ``progress`` is called with (done, total) chapters. Raises InputUnusable for an id in ``only`` that has no template.
    """
    templates = {t.name: t for t in desk.templates.chapters}
    if unknown := sorted(set(only) - set(templates)):
        names = f"{', '.join(unknown)}. ", ", ".join(templates)
        raise InputUnusable(
            Said(
                f"Det finnes ingen mal for {names[0]}Kapitlene med mal er {names[1]}.",
                f"Det finst ingen mal for {names[0]}Kapitla med mal er {names[1]}.",
            )
        )
    writer = _Writer(plan, desk)
    chapters = []
    for done, chapter in enumerate(plan.chapters):
        if progress:
            progress(done, len(plan.chapters))
        wanted = chapter.id in templates and not chapter.text.strip() and (not only or chapter.id in only)
        chapters.append(replace(chapter, text=writer.text(templates[chapter.id])) if wanted else chapter)
    return writer.references.added_to(replace(plan, chapters=tuple(chapters)))


def _heading(template: ChapterTemplate, plan: Plan, desk: Desk) -> Chapter:
    if template.area is not None:
        name = desk.searcher.reform.area(template.area).name.in_(plan.language)
        return Chapter(template.name, name, template.area)
    title = template.title.in_(plan.language) if template.title else template.name
    return Chapter(template.name, title)


def _filled(text: str, plan: Plan) -> str:
    return text.replace("{kommune}", plan.municipality).replace("{periode}", plan.period)


class _Writer:
    """Writes chapters in the plan's language, and gathers what they cite."""

    def __init__(self, plan: Plan, desk: Desk) -> None:
        self.references = Referring(plan)
        self._plan, self._desk = plan, desk
        self._form = plan.language
        self._knowledge = Knowledge(desk.searcher)

    def text(self, template: ChapterTemplate) -> str:
        """The chapter's text as Markdown."""
        if template.area is not None:
            return "\n\n".join(self._area(self._desk.searcher.reform.area(template.area)))
        return "\n\n".join(self._paragraph(p) for p in template.paragraphs)

    def _paragraph(self, paragraph: Paragraph) -> str:
        return _filled(paragraph.in_(self._form), self._plan) + self._marks(paragraph.sources)

    def _marks(self, anchors: Collection[str]) -> str:
        ids = [self.references.cite(self._knowledge.find(anchor).citation()) for anchor in anchors]
        return "".join(f" [{id}]" for id in dict.fromkeys(ids))

    def _area(self, area: FocusArea) -> Iterator[str]:
        template = self._desk.templates.area
        knowledge = template.places[area.number]
        yield area.goal.in_(self._form) + self._marks([f"{knowledge.file} | Innsatsområde {area.number}"])
        yield "## " + template.challenges.heading.in_(self._form)
        listed = "\n".join(f"- {c.in_(self._form)}" for c in area.challenges)
        yield (
            template.challenges.lead.in_(self._form)
            + self._marks([f"{knowledge.file} | {knowledge.challenges} | 1-9"])
            + "\n\n"
            + listed
        )
        yield "## " + template.solutions.heading.in_(self._form)
        yield "\n".join(self._solution(s.number, knowledge.file) for s in area.solutions)
        yield self._successor(area)
        yield "## " + _filled(template.status.heading.in_(self._form), self._plan)
        yield from self._status(area)

    def _solution(self, number: str, knowledge: str) -> str:
        solution = self._desk.searcher.reform.solution(number)
        said = f"- {number} {solution.name.in_(self._form)}: {solution.summary.in_(self._form)}"
        return said + self._marks([f"{knowledge} | {number}"])

    def _successor(self, area: FocusArea) -> str:
        template, reform = self._desk.templates.area.successor, self._desk.searcher.reform
        names = {a.number: a.name.in_(self._form) for a in reform.successor_areas}
        *first, last = [f"«{names[n]}»" for n in area.successor_areas]
        listed = f" {template.and_.in_(self._form)} ".join([", ".join(first), last]) if first else last
        anchors = [anchor.replace("{område}", str(area.number)) for anchor in template.sources]
        return template.in_(self._form).replace("{områder}", listed) + self._marks(anchors)

    def _status(self, area: FocusArea) -> Iterator[str]:
        """The municipality's own words where it has them in its library, and what only it can tell."""
        own = self._desk.templates.area.status.own.in_(self._form)
        for citation in own_words(self._plan.municipality, area, self._desk.searcher, self._desk.sorter):
            said = own.replace("{tittel}", citation.title).replace("{sitat}", citation.quote)
            yield f"{said} [{self.references.cite(citation)}]"
        for gap in self._desk.templates.status[area.number]:
            yield _filled(gap.in_(self._form), self._plan)
