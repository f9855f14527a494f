"""What the check says is said alike in both forms."""

from pathlib import Path

import yaml

from lhl_assistant import places
from lhl_assistant.export import check_words
from lhl_assistant.language.detect import detect
from lhl_assistant.said import Said


def test_every_sentence_has_the_same_places_to_fill_in_both_forms() -> None:
    said = [value for value in vars(check_words).values() if isinstance(value, Said)]
    assert len(said) > 20
    assert all(s.nb.count("{}") == s.nn.count("{}") for s in said)


def test_the_formal_points_are_told_in_both_forms_with_the_same_paragraphs() -> None:
    path: Path = places.bundled("knowledge") / "formelle-punkter.yaml"
    points = yaml.safe_load(path.read_text(encoding="utf-8")).values()
    for part in ("da", "nå"):
        for text in (point[part] for point in points):
            assert [w for w in text["nb"].split() if w[0] in "§0123456789"] == [
                w for w in text["nn"].split() if w[0] in "§0123456789"
            ]
    assert detect(" ".join(p[part]["nn"] for p in points for part in ("da", "nå"))) == "nn"
    assert detect(" ".join(p[part]["nb"] for p in points for part in ("da", "nå"))) == "nb"
