"""How each screen looks, at two sizes and more, in the four looks and both forms.

The content is made here, so that only a change of the app's own look changes a picture. Renew them with
``pytest tests/tui/test_looks.py --snapshot-update``, and look.
"""

from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Protocol

import pytest
from textual.pilot import Pilot
from textual.widgets import Input, Static, TextArea

from lhl_assistant.answer.model import Answer, Block, Citation, Piece, Statement
from lhl_assistant.sources.model import Kind, Source, Span, Status
from lhl_assistant.tui.app import Assistant
from lhl_assistant.tui.ask.beside import Beside
from lhl_assistant.tui.ask.excerpt import Excerpt
from lhl_assistant.tui.ask.pane import AskPane
from lhl_assistant.tui.ask.talk import Talk
from lhl_assistant.tui.sources.listing import Listed
from lhl_assistant.tui.sources.pane import SourcesPane
from tests.tui.conftest import until_ready

Before = Callable[[Pilot[None]], Awaitable[None]]


class Compare(Protocol):
    def __call__(self, app: Assistant, *, terminal_size: tuple[int, int], run_before: Before) -> bool: ...


TEXT = """# Plan for Fjelldal kommune

## Aktivitet og fellesskap

| Tiltak | Ansvar | Tidsrom | Kostnad |
|---|---|---|---|
| Frivilligsentral | Kommunen | 2027 | kr 230 000 |
| Gågruppe hver tirsdag | Frisklivssentralen | fra 2026 | – |

Tiltakene følges opp i *økonomiplanen*. [bold]Dette er ikke markering[/bold], og
[lenken](file:///etc/passwd) åpnes ikke.
"""
ROW = TEXT.index("Frivilligsentral |")
QUOTE = "Frivilligsentral | Kommunen | 2027 | kr 230 000"


def citation(number: int, start: int, end: int) -> Citation:
    """A citation of the plan above."""
    return Citation(
        id=number, source="fjelldal", title="Plan for Fjelldal kommune", issuer="Fjelldal kommune", year=2026,
        status=Status.EXAMPLE, kind=Kind.PLAN, library="egne", unconfirmed=False, summary=True,
        original="Plan for Fjelldal kommune, kap. 9.2",
        heading=("Plan for Fjelldal kommune", "Aktivitet og fellesskap"),
        page=12, paragraph=None, row=number, start=start, end=end, quote=" ".join(TEXT[start:end].split()),
        url="https://fjelldal.example/plan",
    )  # fmt: skip


ANSWER = Answer(
    question="Hvem skal ha ansvaret for frivilligsentralen?",
    language="nb",
    answered=True,
    sure=False,
    reason=None,
    said="Kildene svarer ikke klart på dette. Dette er det nærmeste; vurder selv om det passer.",
    blocks=(
        Block("", (Statement((Piece("Kommunen", "Ansvar: "), Piece("2027", "Tidsrom: ")), 1),)),
        Block(
            "Slik står det i planene",
            columns=("Kommune", "Ansvar", "Tid", "Kostnad"),
            rows=(
                (("Fjelldal", "Kommunen", "2027", "kr 230 000"), 1),
                (("Fjelldal", "Frisklivssentralen", "fra 2026", "–"), 2),
            ),
        ),
        Block("Pass på", (Statement((Piece("Tiltakene følges opp i økonomiplanen."),), 3, bullet=True),)),
    ),
    citations=(
        citation(1, ROW, ROW + len(QUOTE)),
        citation(2, TEXT.index("Gågruppe"), TEXT.index(" – |") + 2),
        citation(3, TEXT.index("Tiltakene"), TEXT.index("[bold]")),
    ),
    focus_areas=(2,),
    confidence=0.5,
    completed_question="Hvem skal ha ansvaret for frivilligsentralen i Fjelldal?",
)
PLAN = Source(
    "fjelldal", "Plan for Fjelldal kommune", "Fjelldal kommune", 2026, Status.EXAMPLE, Kind.PLAN,
    "https://fjelldal.example/plan", "2026-11-22", True, TEXT,
)  # fmt: skip


async def welcome(pilot: Pilot[None]) -> None:
    """The first screen."""


async def answered(pilot: Pilot[None]) -> None:
    """An answer, and where there is room a source beside it."""
    talk = pilot.app.query_one(Talk)
    pilot.app.query_one(AskPane).remove_class("blank")
    await talk.fill([ANSWER])
    await pilot.pause()
    talk.turns[0].choose(1)
    if pilot.app.size.width >= 100:
        cited = ANSWER.citations[0]
        pilot.app.query_one(Beside).show(cited, Excerpt(TEXT, Span(0, len(TEXT)), Span(cited.start, cited.end)))


async def helped(pilot: Pilot[None]) -> None:
    """F1."""
    await pilot.press("f1")


async def palette(pilot: Pilot[None]) -> None:
    """Ctrl+K with some letters."""
    await pilot.press("ctrl+k", "l", "a", "g")


async def sources(pilot: Pilot[None]) -> None:
    """The list of sources and one of them."""
    await pilot.press("f6")
    pane = pilot.app.query_one(SourcesPane)
    await pilot.pause(0.2)
    other = Source(
        "lov", "Folkehelseloven", "Stortinget", 2025, Status.CURRENT, Kind.LAW, "", "", False, "# Lov\n\nTekst."
    )
    pane.fill([Listed("egne", PLAN), Listed("medfølgende", other)])
    pane.query_one("#sources").focus()


async def settings(pilot: Pilot[None]) -> None:
    """The settings, less what is the machine's own."""
    await pilot.press("f7")
    await pilot.pause(0.3)
    pilot.app.screen.query_one("#about", Static).update("Versjon: 1.0")


async def confirming(pilot: Pilot[None]) -> None:
    """A question before something is removed."""
    await sources(pilot)
    await pilot.pause()
    await pilot.press("delete")


_PLAIN = {"mørkt": "moerkt"}


@pytest.mark.parametrize(
    ("screen", "size", "theme", "form"),
    [
        (welcome, (80, 24), "lyst", "nb"),
        (welcome, (140, 40), "projektor", "nn"),
        (answered, (80, 24), "kontrast", "nn"),
        (answered, (140, 40), "mørkt", "nb"),
        (answered, (200, 40), "projektor", "nb"),
        (helped, (80, 24), "lyst", "nn"),
        (palette, (140, 40), "mørkt", "nn"),
        (sources, (80, 24), "mørkt", "nb"),
        (sources, (140, 40), "kontrast", "nn"),
        (settings, (80, 24), "lyst", "nn"),
        (confirming, (80, 24), "lyst", "nb"),
    ],
    ids=lambda value: _PLAIN.get(value, value) if isinstance(value, str) else getattr(value, "__name__", None),
)
def test_looks(  # noqa: PLR0913
    snap_compare: Compare,
    monkeypatch: pytest.MonkeyPatch,
    home: Path,
    screen: Before,
    size: tuple[int, int],
    theme: str,
    form: str,
) -> None:
    for widget in (Input, TextArea):
        monkeypatch.setattr(vars(widget)["cursor_blink"], "_default", False)
    home.mkdir()
    (home / "app.json").write_text(f'{{"theme": "{theme}", "form": "{form}"}}', encoding="utf-8")
    (home / "innstillinger.json").write_text(f'{{"form": "{form}"}}', encoding="utf-8")

    async def before(pilot: Pilot[None]) -> None:
        await until_ready(pilot)
        await screen(pilot)
        await pilot.pause(0.2)

    assert snap_compare(Assistant(), terminal_size=size, run_before=before)
