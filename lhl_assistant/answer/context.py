"""All that is known of a question while its answer is made."""

from dataclasses import dataclass

from lhl_assistant.answer.cite import Citations
from lhl_assistant.answer.frame import Frame
from lhl_assistant.answer.intent import Intent
from lhl_assistant.language.detect import detect
from lhl_assistant.search.names import Named, without_places
from lhl_assistant.search.query import expanded
from lhl_assistant.search.rank import Searcher


@dataclass(frozen=True, slots=True)
class Context:
    """The question, what it wants and names, where it is asked, and the citations made so far."""

    question: str
    intent: Intent
    named: Named
    searcher: Searcher
    citations: Citations
    words: Frame

    @property
    def foreign(self) -> bool:
        """Whether the question is in English, so that it shares few words with any source."""
        return detect(self.question) == "en"

    @property
    def spoken(self) -> str:
        """The question with the sources' own terms for what it says in everyday words."""
        return expanded(self.question, self.searcher.concepts)

    @property
    def topic(self) -> str:
        """The question without the places that it names."""
        return without_places(self.question, self.named.places)
