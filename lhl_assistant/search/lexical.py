"""The words of a library: BM25 over Norwegian terms.

bm25s makes the scores when an index is built. A question only adds up the columns of its terms, so asking does not
pay for importing it (0.1 s). The vocabulary that splits compounds is the library's own: the stems of at least two
passages.
"""

import json
import math
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from lhl_assistant.language.words import content_words, stem, terms
from lhl_assistant.search.query import Group, Vocabulary

_K1, _B = 1.2, 0.75
_MIN_PASSAGES = 2
_NOTHING = "\0"

BLOCKS = ("words", "bm25-data", "bm25-indices", "bm25-indptr")


@dataclass(frozen=True, slots=True)
class Lexicon:
    """BM25 scores for every passage of one library, as sparse columns: one for each term.

    ``frequency`` is the number of passages that have a term.
    """

    documents: int
    columns: Mapping[str, int]
    frequency: Mapping[str, int]
    vocabulary: Vocabulary
    data: npt.NDArray[np.float32]
    indices: npt.NDArray[np.int32]
    indptr: npt.NDArray[np.int64]

    def terms(self, text: str) -> list[str]:
        """The index terms of a text, compounds split as in this library."""
        return terms(text, self.vocabulary.stems)

    def scores(self, groups: Sequence[Group]) -> npt.NDArray[np.float32]:
        """How well every passage has the question's words, shape (passages,): 0 for none, 1 for all of them.

        Of a group's terms the best counts. The sum of BM25 is divided by the rarity of all groups, so that scores of
        two libraries can be compared and a passage that has the only known word of a long question is no find.
        """
        found = np.zeros(self.documents, np.float32)
        for group in groups:
            best = np.zeros(self.documents, np.float32)
            for term, weight in group.terms:
                if (column := self.columns.get(term)) is not None:
                    part = slice(self.indptr[column], self.indptr[column + 1])
                    np.maximum.at(best, self.indices[part], np.float32(weight) * self.data[part])
            found += best
        total = sum(self.weight(g) for g in groups)
        share: npt.NDArray[np.float32] = np.minimum(found / np.float32(total or 1.0), np.float32(1.0))
        return share

    def rarity(self, term: str) -> float:
        """The inverse document frequency of a term (near 0 for one in every passage); unknown terms are the rarest."""
        n = self.frequency.get(term, 0)
        return math.log(1 + (self.documents - n + 0.5) / (n + 0.5))

    def weight(self, group: Group) -> float:
        """How much a question's word counts: its rarity, or that of the commonest term that stands for it."""
        return min((self.rarity(t) for t, _ in group.terms if self.knows(t)), default=self.rarity(group.word))

    def knows(self, term: str) -> bool:
        """Whether any passage has the term."""
        return term in self.frequency


def build(texts: Sequence[str]) -> dict[str, bytes]:
    """The blocks (BLOCKS) of a lexicon of ``texts``, one for each passage, at least one."""
    import bm25s

    stems = Counter(s for text in texts for s in {stem(w) for w in content_words(text)})
    vocabulary = frozenset(s for s, n in stems.items() if n >= _MIN_PASSAGES)
    corpus = [terms(text, vocabulary) or [_NOTHING] for text in texts]
    frequency = Counter(t for document in corpus for t in set(document))
    columns = {term: column for column, term in enumerate(sorted(frequency))}
    scorer = bm25s.BM25(method="lucene", k1=_K1, b=_B)
    scorer.index(([[columns[t] for t in document] for document in corpus], columns), show_progress=False)
    words = {
        "documents": len(corpus),
        "columns": columns,
        "frequency": {term: frequency[term] for term in columns},
        "vocabulary": sorted(vocabulary),
    }
    return {
        "words": json.dumps(words, ensure_ascii=False, separators=(",", ":")).encode(),
        "bm25-data": scorer.scores["data"].astype("<f4").tobytes(),
        "bm25-indices": scorer.scores["indices"].astype("<i4").tobytes(),
        "bm25-indptr": scorer.scores["indptr"].astype("<i8").tobytes(),
    }


def load(blocks: Mapping[str, bytes]) -> Lexicon:
    """The lexicon that ``build`` made."""
    words = json.loads(blocks["words"])
    return Lexicon(
        words["documents"],
        words["columns"],
        words["frequency"],
        Vocabulary(frozenset(words["vocabulary"]), tuple(words["frequency"])),
        np.frombuffer(blocks["bm25-data"], "<f4"),
        np.frombuffer(blocks["bm25-indices"], "<i4"),
        np.frombuffer(blocks["bm25-indptr"], "<i8"),
    )
