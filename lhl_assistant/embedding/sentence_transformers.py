"""The other engine: any model that sentence-transformers loads, on the GPU when there is one.

torch and sentence-transformers take seconds and a gigabyte, so they are imported when an engine is made.
"""

import re
import socket
from collections.abc import Iterator, Sequence
from hashlib import blake2b
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit
from urllib.request import getproxies

import numpy as np

from .clean import clean
from .engine import ModelIdentity, ModelUnavailable, Vector

if TYPE_CHECKING:
    from sentence_transformers import SentenceTransformer

_AT_ONCE = 64
_PATIENCE = 3.0
_E5_NAME = re.compile(r"(^|[-_/\\])e5([-_/\\]|$)", re.IGNORECASE)
_NO_PACKAGE = "Modellen «{}» trenger pakken sentence-transformers; installer den, eller bruk standardmodellen."
_NO_FOLDER = "Mappen «{}» finnes ikke; skriv en mappe med en språkmodell, eller bruk standardmodellen."
_NOT_A_MODEL = "Mappen «{}» inneholder ingen språkmodell som kan leses; velg en annen mappe."
_NOT_FETCHED = "Modellen «{}» er ikke på maskinen og lar seg ikke hente; sjekk navn og nett, eller velg en mappe."


class SentenceTransformersEngine:
    """Embeds with a model that the user has named."""

    def __init__(self, name: str, device: str | None = None) -> None:
        """Load the model ``name``: a folder, or a name that is looked up on the machine, then on the network.

        ``device`` is torch's ("cpu", "cuda"); by default the GPU when there is one. Raises ModelUnavailable.
        """
        self._model = _load(name, device)
        dimension = self._model.get_embedding_dimension()
        if not dimension:
            raise ModelUnavailable(_NOT_A_MODEL.format(name))
        query, passage = _prefixes(name, self._model)
        self._identity = ModelIdentity(Path(name).name, dimension, query, passage, _fingerprint(self._model))

    @property
    def identity(self) -> ModelIdentity:
        """The model behind the vectors; a folder and a name with the same weights share a fingerprint."""
        return self._identity

    def query(self, text: str) -> Vector:
        """Return the unit vector of a question; any text will do."""
        return next(self._encode([text], self._identity.query_prefix))

    def passages(self, texts: Sequence[str]) -> Iterator[Vector]:
        """Yield the unit vector of each passage, in order; they are computed 64 at a time."""
        for start in range(0, len(texts), _AT_ONCE):
            yield from self._encode(texts[start : start + _AT_ONCE], self._identity.passage_prefix)

    def _encode(self, texts: Sequence[str], prefix: str) -> Iterator[Vector]:
        cleaned = [clean(text) for text in texts]
        vectors = self._model.encode(
            cleaned, prompt=prefix, normalize_embeddings=True, show_progress_bar=False, convert_to_numpy=True
        )
        yield from np.asarray(vectors, np.float32)


def _load(name: str, device: str | None) -> "SentenceTransformer":
    try:
        from sentence_transformers import SentenceTransformer
        from transformers.utils import logging
    except ImportError as error:
        raise ModelUnavailable(_NO_PACKAGE.format(name)) from error
    logging.disable_progress_bar()  # type: ignore[no-untyped-call]
    folder = Path(name).expanduser()
    if folder.is_dir():
        attempts, message = [(str(folder), True)], _NOT_A_MODEL
    elif folder.is_absolute() or name.startswith((".", "~")):
        raise ModelUnavailable(_NO_FOLDER.format(name))
    else:
        attempts, message = [(name, True)] + [(name, False)] * _hub_answers(), _NOT_FETCHED
    problem: Exception | None = None
    for place, local in attempts:
        try:
            return SentenceTransformer(place, device=device, local_files_only=local)
        except Exception as error:  # loaders of foreign models raise whatever they like
            problem = error
    raise ModelUnavailable(message.format(name)) from problem


def _hub_answers() -> bool:
    """Return whether fetching is worth a try: the library itself needs a minute to find out that it is not."""
    from huggingface_hub.constants import ENDPOINT, HF_HUB_OFFLINE

    if HF_HUB_OFFLINE or getproxies():
        return not HF_HUB_OFFLINE
    address = urlsplit(ENDPOINT)
    try:
        with socket.create_connection((address.hostname or "", address.port or 443), _PATIENCE):
            return True
    except OSError:
        return False


def _prefixes(name: str, model: "SentenceTransformer") -> tuple[str, str]:
    """Return the model's own prompts for questions and passages; e5 models need theirs and rarely say so."""
    prompts = model.prompts or {}
    query = prompts.get("query") or ""
    passage = prompts.get("passage") or prompts.get("document") or ""
    if not (query or passage) and _E5_NAME.search(name):
        return "query: ", "passage: "
    return query, passage


def _fingerprint(model: "SentenceTransformer") -> str:
    """Hash the weights' shapes and first values, less the pooler's: it is unused and often random."""
    digest = blake2b(digest_size=8)
    for name, tensor in model.state_dict().items():
        if "pooler." in name:
            continue
        sample = tensor.flatten()[:16].float().cpu().numpy()
        digest.update(f"{name}{tuple(tensor.shape)}".encode() + sample.tobytes())
    return digest.hexdigest()
