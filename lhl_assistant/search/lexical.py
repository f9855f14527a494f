"""The words of a library: BM25 over Norwegian terms, with bm25s.

The vocabulary that splits compounds is the library's own: the stems that occur in at least two passages.
"""

import json
from collections import Counter
from collections.abc import Sequence

import bm25s
import numpy as np
import numpy.typing as npt

from lhl_assistant.language.words import content_words, stem, terms

_K1, _B = 1.2, 0.75
_MIN_PASSAGES = 2

Blocks = dict[str, bytes]


class Lexicon:
    """BM25 scores for every passage of one library. Build it from texts, or load what ``blocks`` returned."""

    def __init__(self, scorer: bm25s.BM25, vocabulary: frozenset[str], document_frequency: dict[str, int]) -> None:
        self._scorer = scorer
        self._vocabulary = vocabulary
        self._document_frequency = document_frequency

    @classmethod
    def build(cls, texts: Sequence[str]) -> "Lexicon":
        """Index ``texts`` (one for each passage, at least one)."""
        stems = Counter(s for text in texts for s in {stem(w) for w in content_words(text)})
        vocabulary = frozenset(s for s, n in stems.items() if n >= _MIN_PASSAGES)
        corpus = [terms(text, vocabulary) or ["\0"] for text in texts]
        scorer = bm25s.BM25(method="lucene", k1=_K1, b=_B)
        scorer.index(corpus, show_progress=False)
        frequency = Counter(t for document in corpus for t in set(document))
        return cls(scorer, vocabulary, dict(frequency))

    def blocks(self) -> Blocks:
        """Everything that ``load`` needs, as bytes."""
        scores = self._scorer.scores
        words = {
            "terms": self._scorer.vocab_dict,
            "vocabulary": sorted(self._vocabulary),
            "frequency": self._document_frequency,
            "documents": int(scores["num_docs"]),
        }
        return {
            "words": json.dumps(words, ensure_ascii=False, separators=(",", ":")).encode(),
            "bm25-data": scores["data"].astype("<f4").tobytes(),
            "bm25-indices": scores["indices"].astype("<i4").tobytes(),
            "bm25-indptr": scores["indptr"].astype("<i8").tobytes(),
        }

    @classmethod
    def load(cls, blocks: Blocks) -> "Lexicon":
        """The lexicon that ``blocks`` came from."""
        words = json.loads(blocks["words"])
        scorer = bm25s.BM25(method="lucene", k1=_K1, b=_B)
        scorer.vocab_dict = words["terms"]
        scorer.nonoccurrence_array = None
        scorer.scores = {
            "data": np.frombuffer(blocks["bm25-data"], "<f4"),
            "indices": np.frombuffer(blocks["bm25-indices"], "<i4"),
            "indptr": np.frombuffer(blocks["bm25-indptr"], "<i8"),
            "num_docs": words["documents"],
        }
        return cls(scorer, frozenset(words["vocabulary"]), words["frequency"])

    def terms(self, text: str) -> list[str]:
        """The index terms of a question, compounds split as in this library."""
        return terms(text, self._vocabulary)

    def scores(self, question: str) -> npt.NDArray[np.float32]:
        """How well every passage has the question's words, shape (passages,): 0 for none, 1 for all of them.

        BM25 divided by the rarity of all the question's terms, so that scores of two libraries can be compared and a
        passage that has the only known word of a long question does not look like a find.
        """
        known = [t for t in self.terms(question) if t in self._scorer.vocab_dict]
        if not known:
            return np.zeros(int(self._scorer.scores["num_docs"]), np.float32)
        scores = np.asarray(self._scorer.get_scores(known), np.float32)
        share: npt.NDArray[np.float32] = scores / np.float32(sum(self.rarity(t) for t in self.terms(question)))
        return np.minimum(share, np.float32(1.0))

    def rarity(self, term: str) -> float:
        """The inverse document frequency of a term (0 for one in every passage); unknown terms are the rarest."""
        documents = int(self._scorer.scores["num_docs"])
        n = self._document_frequency.get(term, 0)
        return float(np.log(1 + (documents - n + 0.5) / (n + 0.5)))

    def knows(self, term: str) -> bool:
        """Whether any passage has the term."""
        return term in self._document_frequency
