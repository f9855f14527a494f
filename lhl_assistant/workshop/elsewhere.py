"""What the reform and other municipalities have done about a theme: the answer's own engine, asked by area."""

from lhl_assistant.answer.ask import ask
from lhl_assistant.answer.model import Answer
from lhl_assistant.reform.model import Reform
from lhl_assistant.said import Form, Said
from lhl_assistant.search.rank import Searcher


def elsewhere(searcher: Searcher, reform: Reform, area: int, form: Form, words: str = "") -> Answer:
    """What others have done within innsatsområde ``area``, about ``words`` where some are given."""
    theme = words or reform.area(area).name.in_(form)
    asked = Said(f"Hva har andre kommuner gjort med {theme}?", f"Kva har andre kommunar gjort med {theme}?").in_(form)
    return ask(searcher, asked, language=form)
