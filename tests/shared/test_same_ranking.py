"""The same sources rank alike on a server and in a file."""

from lhl_assistant.answer.ask import ask
from lhl_assistant.embedding.engine import Engine
from lhl_assistant.language import concepts
from lhl_assistant.reform.model import Reform
from lhl_assistant.search.rank import Searcher
from lhl_assistant.search.schema import identity
from lhl_assistant.search.shared.connecting import complete
from lhl_assistant.search.shared.opened import Shared
from tests.conftest import KNOWLEDGE
from tests.shared.server import Server

QUESTIONS = """
Hva er hverdagsmestring?
Hvem har ansvar for frivilligsentralen i Balsfjord?
Hva koster trygghetsteknologi?
Hvordan kan vi få eldre til å spise mer sammen?
Kva er eit aldersvenleg samfunn?
Hva må være på plass for å få tilskudd til heldøgns plasser?
Når ble Leve hele livet avsluttet?
Får hun noen hjem til seg midt på natta?
Hvilke tiltak har Lesja for aktivitet og fellesskap?
Hva sier loven om brukermedvirkning?
Hvordan følger vi opp pårørende til personer med demens?
Hva er forskjellen på Leve hele livet og Bo trygt hjemme?
Hva gjør andre kommuner med transport for eldre?
Hva betyr sammenheng i tjenestene?
Hvordan kan frivilige bidra til måltidsfelleskap?
""".strip().splitlines()


def test_top_ten_are_those_of_the_local_index(
    library: Server, searcher: Searcher, engine: Engine, reform: Reform
) -> None:
    same = whole = 0
    with Shared(complete(library.address("lesja_leser")), identity(engine)) as shared:
        there = Searcher([("felles", shared)], engine, reform, concepts.load(KNOWLEDGE / "begreper.yaml"))
        for question in QUESTIONS:
            here = [(h.source.id, h.passage.span) for h in searcher.search(question)]
            found = [(h.source.id, h.passage.span) for h in there.search(question)]
            same += len(set(here) & set(found))
            whole += len(here)
            assert found[:3] == here[:3], question
    assert same / whole >= 0.95


def test_answers_are_the_same_and_say_where_they_are_from(
    library: Server, searcher: Searcher, engine: Engine, reform: Reform
) -> None:
    with Shared(complete(library.address("lesja_leser")), identity(engine)) as shared:
        there = Searcher([("felles", shared)], engine, reform, concepts.load(KNOWLEDGE / "begreper.yaml"))
        for question in QUESTIONS[:6]:
            here, found = ask(searcher, question), ask(there, question)
            assert [c.quote for c in found.citations] == [c.quote for c in here.citations]
            assert {c.library for c in found.citations} <= {"felles"}
