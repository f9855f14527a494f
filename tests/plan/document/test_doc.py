"""``docs/planfil.md`` names every field of a plan's file, and no other."""

import re
from dataclasses import is_dataclass

from lhl_assistant.plan.document import model
from lhl_assistant.plan.document.mistakes import aliases
from tests.conftest import ROOT


def test_the_document_and_the_model_hold_the_same_fields() -> None:
    text = (ROOT / "docs" / "planfil.md").read_text(encoding="utf-8")
    rows = re.findall(r"^\| .*\|$", text, re.MULTILINE)
    told = {name for row in rows for name in re.findall(r"`([^`]+)`", row.split("|")[2])}
    kinds = [k for k in vars(model).values() if isinstance(k, type) and is_dataclass(k)]
    assert told == {name for kind in kinds for name in aliases(kind)}
