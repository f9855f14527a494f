"""The real library on the real weights agrees with the light engine, and says plainly what is missing."""

from pathlib import Path

import pytest

from lhl_assistant.embedding import ModelUnavailable, load_engine
from lhl_assistant.embedding.light import LightEngine

TEXTS = [
    "Kommunen tilbyr fellesmiddag på eldresenteret to ganger i uka, med lokal og næringsrik mat. " * 8,
    "Korleis kjem eldre seg til butikken utan bil?",
    "Tiltak: Frivilligsentral. Ansvar: Kommunen. Tidsrom: 2022. Kostnad: kr 230 000.",
]


@pytest.mark.filterwarnings("default")
def test_both_engines_agree_on_the_same_weights(dequantised: Path, light: LightEngine) -> None:
    other = load_engine(str(dequantised))
    assert other.identity.dimension == 384
    assert (other.identity.query_prefix, other.identity.passage_prefix) == ("query: ", "passage: ")
    pairs = zip(other.passages(TEXTS), light.passages(TEXTS), strict=True)
    assert min(float(one @ two) for one, two in pairs) >= 0.9998
    assert float(other.query(TEXTS[1]) @ light.query(TEXTS[1])) >= 0.9998
    assert abs(float(other.query("\ud800\0") @ other.query("\ud800\0")) - 1) < 1e-4


@pytest.mark.filterwarnings("default")
def test_what_cannot_be_loaded_is_said_plainly(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("lhl_assistant.embedding.sentence_transformers._hub_answers", lambda: False)
    for name, sentence in {
        str(tmp_path / "borte"): "finnes ikke; skriv en mappe",
        str(tmp_path): "inneholder ingen språkmodell",
        "ukjent/modell": "er ikke på maskinen og lar seg ikke hente; sjekk navn og nett",
    }.items():
        with pytest.raises(ModelUnavailable, match=sentence):
            load_engine(name)
