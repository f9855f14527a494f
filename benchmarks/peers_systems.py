"""The systems, each made ready from the same data by one function, as its own documentation tells one to.

Imports are inside, so that each process pays for its own. Where a system knows Norwegian, it is tried with it.
"""

import atexit
import os
from collections.abc import Callable
from contextlib import ExitStack
from typing import Any

import numpy as np

from benchmarks.peers_data import DEPTH, LEG, Data, Search
from lhl_assistant.embedding.engine import Matrix


def bm25s_raw(data: Data) -> Search:
    """bm25s with its own tokenizer; no stems and no stop words, as it has none for Norwegian."""
    import bm25s

    scorer = bm25s.BM25()
    scorer.index(bm25s.tokenize(data.texts, stopwords=None, show_progress=False), show_progress=False)

    def search(question: str) -> list[int]:
        words = bm25s.tokenize([question], stopwords=None, show_progress=False)
        found, _ = scorer.retrieve(words, k=DEPTH, show_progress=False)
        return [int(n) for n in found[0]]

    return search


def vectors_alone(data: Data) -> Search:
    """The vectors and nothing else: what every system with vectors starts from."""
    vectors = data.vectors

    def search(question: str) -> list[int]:
        return [int(n) for n in np.argsort(-(vectors @ data.query(question)))[:DEPTH]]

    return search


def txtai(data: Data) -> Search:
    """txtai with ``hybrid``: vectors and its BM25, half each."""
    from txtai import Embeddings

    known = dict(zip(data.texts, data.vectors, strict=True))

    def transform(texts: list[str]) -> Matrix:
        return np.stack([known[t] if t in known else data.query(t) for t in texts])

    embeddings = Embeddings({"method": "external", "transform": transform, "hybrid": True})
    embeddings.index(list(enumerate(data.texts)))

    def search(question: str) -> list[int]:
        return [int(n) for n, _ in embeddings.search(question, DEPTH)]

    return search


def haystack(data: Data) -> Search:
    """haystack's in-memory store: its BM25 and the vectors, joined by reciprocal rank."""
    os.environ["HAYSTACK_TELEMETRY_ENABLED"] = "False"
    from haystack import Document
    from haystack.components.joiners import DocumentJoiner
    from haystack.components.retrievers.in_memory import InMemoryBM25Retriever, InMemoryEmbeddingRetriever
    from haystack.document_stores.in_memory import InMemoryDocumentStore

    store = InMemoryDocumentStore(embedding_similarity_function="cosine")
    both = zip(data.texts, data.vectors, strict=True)
    store.write_documents([Document(id=str(n), content=t, embedding=v.tolist()) for n, (t, v) in enumerate(both)])
    words, meaning = InMemoryBM25Retriever(store, top_k=LEG), InMemoryEmbeddingRetriever(store, top_k=LEG)
    joiner = DocumentJoiner(join_mode="reciprocal_rank_fusion", top_k=DEPTH)

    def search(question: str) -> list[int]:
        near = meaning.run(query_embedding=data.query(question).tolist())["documents"]
        joined = joiner.run(documents=[words.run(query=question)["documents"], near])
        return [int(d.id) for d in joined["documents"]]

    return search


def llama_index(data: Data) -> Search:
    """llama-index-core as it comes: a vector index."""
    from llama_index.core.schema import QueryBundle

    retriever = _llama_vectors(data, _llama_nodes(data), DEPTH)

    def search(question: str) -> list[int]:
        found = retriever.retrieve(QueryBundle(question, embedding=data.query(question).tolist()))
        return [int(n.node.node_id) for n in found]

    return search


def llama_index_hybrid(data: Data) -> Search:
    """llama-index with its BM25 retriever, Norwegian stems, fused by reciprocal rank."""
    import Stemmer
    from llama_index.core.llms import MockLLM
    from llama_index.core.retrievers import QueryFusionRetriever
    from llama_index.core.schema import QueryBundle
    from llama_index.retrievers.bm25 import BM25Retriever

    nodes = _llama_nodes(data)
    words = BM25Retriever(nodes, stemmer=Stemmer.Stemmer("norwegian"), language="no", similarity_top_k=LEG)
    retriever = QueryFusionRetriever(
        [_llama_vectors(data, nodes, LEG), words],
        llm=MockLLM(),
        mode="reciprocal_rerank",
        similarity_top_k=DEPTH,
        num_queries=1,
        use_async=False,
    )

    def search(question: str) -> list[int]:
        found = retriever.retrieve(QueryBundle(question, embedding=data.query(question).tolist()))
        return [int(n.node.node_id) for n in found]

    return search


def _llama_nodes(data: Data) -> list[Any]:
    from llama_index.core.schema import TextNode

    both = zip(data.texts, data.vectors, strict=True)
    return [TextNode(id_=str(n), text=t, embedding=v.tolist()) for n, (t, v) in enumerate(both)]


def _llama_vectors(data: Data, nodes: list[Any], count: int) -> Any:
    from llama_index.core import MockEmbedding, VectorStoreIndex

    model = MockEmbedding(embed_dim=data.vectors.shape[1])
    return VectorStoreIndex(nodes, embed_model=model).as_retriever(similarity_top_k=count)


def lancedb_words(data: Data, norwegian: bool = False) -> Search:
    """LanceDB's full-text search: English stems and stop words as it comes, or Norwegian ones."""
    table = _lance(data, norwegian)

    def search(question: str) -> list[int]:
        return [int(row["id"]) for row in table.search(question, query_type="fts").limit(DEPTH).to_list()]

    return search


def lancedb_hybrid(data: Data, norwegian: bool = False) -> Search:
    """LanceDB's hybrid search: full text and vectors, fused by reciprocal rank, its default."""
    from lancedb.rerankers import RRFReranker

    table = _lance(data, norwegian)
    fusion = RRFReranker()

    def search(question: str) -> list[int]:
        asked = table.search(query_type="hybrid").vector(data.query(question)).text(question).rerank(fusion)
        return [int(row["id"]) for row in asked.limit(LEG).to_list()][:DEPTH]

    return search


def _lance(data: Data, norwegian: bool) -> Any:
    import lancedb

    both = zip(data.texts, data.vectors, strict=True)
    rows = [{"id": n, "text": t, "vector": v} for n, (t, v) in enumerate(both)]
    table = lancedb.connect(str(data.folder / f"lance-{os.getpid()}")).create_table("passages", rows)
    table.create_fts_index("text", **({"language": "Norwegian", "ascii_folding": False} if norwegian else {}))
    return table


def ours(data: Data) -> Search:
    """Our own: an index built from the sources anew, each vector taken over from the index made before."""
    from lhl_assistant.embedding.choose import load_engine
    from lhl_assistant.library.opening import searcher
    from lhl_assistant.search.build import Material, build
    from lhl_assistant.search.libraries import layout
    from lhl_assistant.search.snapshot import Snapshot

    os.environ["LHL_HOME"] = str(data.folder / "hjem")
    path = layout().path("egne")
    path.parent.mkdir(parents=True)
    path.write_bytes(data.index.read_bytes())
    with Snapshot(path) as old:
        in_order = sorted(old.ranges, key=lambda id: old.ranges[id])
        sources = [old.sources[id] for id in in_order]
        material = Material(sources, tuple(old.originals.values()), old.manifest["digest"])
    build(path, material, load_engine())
    stack = ExitStack()
    atexit.register(stack.close)
    opened = stack.enter_context(searcher("egne"))

    def search(question: str) -> list[int]:
        return [h.number for h in opened.search(question, DEPTH)]

    return search


SYSTEMS: dict[str, Callable[[Data], Search]] = {
    "bm25s, rå": bm25s_raw,
    "vektorene alene": vectors_alone,
    "txtai, hybrid": txtai,
    "haystack, BM25 + vektorer": haystack,
    "llama-index-core, vektorer": llama_index,
    "llama-index, norsk BM25 + vektorer": llama_index_hybrid,
    "LanceDB, ord": lancedb_words,
    "LanceDB, norske ord": lambda data: lancedb_words(data, norwegian=True),
    "LanceDB, hybrid": lancedb_hybrid,
    "LanceDB, norsk hybrid": lambda data: lancedb_hybrid(data, norwegian=True),
    "lhl_assistant": ours,
}
"""Every system by the name in the table; ours last."""

OURS = "lhl_assistant"
