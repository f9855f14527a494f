"""One document with everything in it, in both forms of Norwegian."""

import pytest

from lhl_assistant.export.document import Document
from tests.export.material import document


@pytest.fixture(params=["nb", "nn"])
def whole(request: pytest.FixtureRequest) -> Document:
    return document(request.param)
