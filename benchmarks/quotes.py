"""Is every statement verbatim at the place it cites? Asked with the first anticipated question of every section.

``python -m benchmarks.quotes`` prints how many answers and citations there were and what was not verbatim; it ends with
1 where anything was not. The suite asks of every seventh section.
"""

import sys

from lhl_assistant.answer.ask import ask
from tests.answer.test_quotes import FILES, sections, unfaithful
from tests.evaluation import libraries


def main() -> int:
    """Print the counts."""
    with libraries.bundled() as searcher:
        answers = [ask(searcher, question) for question in sections(searcher)]
    wrong = [(a.question, words) for a in answers for words in unfaithful(a, FILES)]
    print(f"{len(answers)} svar, {sum(len(a.citations) for a in answers)} henvisninger, {len(wrong)} ikke ordrette")
    for question, words in wrong:
        print(f"- {question}: {words}")
    return int(bool(wrong))


if __name__ == "__main__":
    sys.exit(main())
