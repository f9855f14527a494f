"""A made-up document that holds one of each thing."""

from lhl_assistant.export.document import Document, Figure, Heading, Paragraph, Reference, Table
from lhl_assistant.export.parse import blocks, inline
from lhl_assistant.reform.model import Language

SVG = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 400 160"><rect x="10" y="40" width="120" height="100" '
    'fill="#1f4e6b"/><text x="20" y="30" font-size="14">80–89 år</text></svg>'
).encode()
ALT = "Søylediagram: 120 personer er 80–89 år i 2026."

TEXT = """# Mat og måltider

Eldre skal *selv* velge **maten** [1], se [nettstedet](https://example.no/mat). [FYLL INN: antall kjøkken]
Tegnene #let x = 1, $y$, @navn, <b>, \\*stjerne og | er bare tekst [9].

- ett punkt [2]
- to punkter

1. først
2. så

## Strategi

1. på nytt fra én
"""

CELLS = ("Kommunedirektøren", "2027", "kr 50 000")
ROWS = tuple(tuple(inline(cell) for cell in (f"Tiltak {n}", *CELLS)) for n in range(60))


def document(language: Language) -> Document:
    return Document(
        "Plan for Fjelldal",
        language,
        (
            *blocks(TEXT),
            Heading(1, "Handlingsplan", on_new_page=True),
            Table(
                ("Tiltak", "Ansvar", "Tidsrom", "Kostnad"), ((inline("Mat"),), *ROWS), "Tiltak i perioden", (4, 2, 1, 1)
            ),
            Figure(SVG, "svg", ALT, "Befolkning", 0.8),
            Paragraph(inline("Det viktigste først."), "lead"),
        ),
        subtitle="2027–2030",
        sender="Fjelldal kommune",
        date="22. november 2026",
        references=(Reference(1, "Meld. St. 15 (2017–2018)", "https://example.no/mst15"), Reference(2, "Lesja 2021")),
        cover=True,
        contents=True,
    )
