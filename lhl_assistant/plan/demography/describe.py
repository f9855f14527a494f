"""What the figures say, and no more: a table, two sentences, and words for those who cannot see the chart."""

from dataclasses import dataclass

from lhl_assistant.plan.document.model import AgeGroups, Population
from lhl_assistant.said import Form, Said

_COLUMNS = Said(
    "År;0–66 år;67–79 år;80–89 år;90 år og over;20–66 år for hver på 67 eller mer",
    "År;0–66 år;67–79 år;80–89 år;90 år og over;20–66 år for kvar på 67 eller meir",
)


@dataclass(frozen=True, slots=True)
class Described:
    """The figures in words: ``columns`` and ``rows`` of the table, its ``caption``, two ``sentences``, and ``alt``."""

    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    caption: str
    sentences: tuple[str, ...]
    alt: str


def describe(population: Population, municipality: str, form: Form) -> Described | None:
    """The figures in words, in ``form``; None where there are none."""
    if not population.years:
        return None
    rows = tuple(_row(year, form) for year in population.years)
    caption = Said(f"Innbyggere i {municipality} etter alder", f"Innbyggjarar i {municipality} etter alder").in_(form)
    if population.source:
        caption += Said(f". Kilde: {population.source}", f". Kjelde: {population.source}").in_(form)
    sentences = tuple(s.in_(form) for s in (_old(population, municipality), _support(population, municipality)) if s)
    return Described(
        tuple(_COLUMNS.in_(form).split(";")), rows, caption, sentences, _alt(population, municipality, form)
    )


def support(year: AgeGroups) -> float | None:
    """Persons of 20–66 for each person of 67 or more; None where either is not known or nobody is that old."""
    old = year.to_79 + year.to_89 + year.from_90
    return year.working / old if year.working is not None and old else None


def number(value: int) -> str:
    """A whole number as Norwegians write it: 12 345."""
    return f"{value:,}".replace(",", "\u00a0")


def _decimal(value: float) -> str:
    return f"{value:.1f}".replace(".", ",")


def _row(year: AgeGroups, form: Form) -> tuple[str, ...]:
    name = f"{year.year}" + (Said(" (ventet)", " (venta)").in_(form) if year.projected else "")
    ratio = support(year)
    groups = (year.to_66, year.to_79, year.to_89, year.from_90)
    return (name, *(number(n) for n in groups), "–" if ratio is None else _decimal(ratio))


def _old(population: Population, municipality: str) -> Said | None:
    """How many are 80 or more, first and last."""
    first, last = population.years[0], population.years[-1]
    counts = [number(y.to_89 + y.from_90) for y in (first, last)]
    lived = Said("er det ventet", "er det venta") if first.projected else Said("bodde det", "budde det")
    said = Said(
        f"I {first.year} {lived.nb} {counts[0]} innbyggere på 80 år eller mer i {municipality}",
        f"I {first.year} {lived.nn} {counts[0]} innbyggjarar på 80 år eller meir i {municipality}",
    )
    if last is first:
        return Said(f"{said.nb}.", f"{said.nn}.")
    then = Said("er det ventet", "er det venta") if last.projected else Said("var det", "var det")
    return Said(f"{said.nb}; i {last.year} {then.nb} {counts[1]}.", f"{said.nn}; i {last.year} {then.nn} {counts[1]}.")


def _support(population: Population, municipality: str) -> Said | None:
    """How many of working age there are for each old one, first and last; else the share of the old."""
    first, last = population.years[0], population.years[-1]
    ratios = [support(first), support(last)]
    if ratios[0] is None or ratios[1] is None:
        return _share(first, last, municipality)
    was = Said("er det ventet", "er det venta") if first.projected else Said("var det", "var det")
    said = Said(
        f"For hver innbygger på 67 år eller mer {was.nb} {_decimal(ratios[0])} i alderen 20–66 år i {first.year}",
        f"For kvar innbyggjar på 67 år eller meir {was.nn} {_decimal(ratios[0])} i alderen 20–66 år i {first.year}",
    )
    if last is first:
        return Said(f"{said.nb}.", f"{said.nn}.")
    then = Said("det er ventet", "det er venta") if last.projected else Said("det var", "det var")
    value = _decimal(ratios[1])
    return Said(f"{said.nb}, og {then.nb} {value} i {last.year}.", f"{said.nn}, og {then.nn} {value} i {last.year}.")


def _share(first: AgeGroups, last: AgeGroups, municipality: str) -> Said | None:
    """The share that is 67 or more, first and last."""
    shares = []
    for year in (first, last):
        old = year.to_79 + year.to_89 + year.from_90
        if not old + year.to_66:
            return None
        shares.append(_decimal(100 * old / (old + year.to_66)))
    if last is first:
        return Said(
            f"Andelen på 67 år eller mer i {municipality} er {shares[0]} prosent i {first.year}.",
            f"Delen på 67 år eller meir i {municipality} er {shares[0]} prosent i {first.year}.",
        )
    return Said(
        f"Andelen på 67 år eller mer i {municipality} er {shares[0]} prosent i {first.year} "
        f"og {shares[1]} prosent i {last.year}.",
        f"Delen på 67 år eller meir i {municipality} er {shares[0]} prosent i {first.year} "
        f"og {shares[1]} prosent i {last.year}.",
    )


def _alt(population: Population, municipality: str, form: Form) -> str:
    """Every bar of the chart in words."""
    told = "; ".join(
        f"{y.year}: {number(y.to_79)} (67–79), {number(y.to_89)} (80–89), {number(y.from_90)} (90+)"
        for y in population.years
    )
    return Said(
        f"Søylediagram: innbyggere på 67 år eller mer i {municipality}, etter aldersgruppe. {told}.",
        f"Søylediagram: innbyggjarar på 67 år eller meir i {municipality}, etter aldersgruppe. {told}.",
    ).in_(form)
