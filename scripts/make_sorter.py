"""Trains ``lhl sorter`` and writes its weights.

Run ``python -m scripts.make_sorter`` in the checkout after a change in ``knowledge/reform.yaml``,
``knowledge/sortering.yaml``, the strategies of ``knowledge/maler-forslag.yaml`` or the example plans in
``knowledge/planer``; a test says when it is due.
"""

from lhl_assistant import places
from lhl_assistant.embedding.choose import load_engine
from lhl_assistant.plan.sorting import stored
from lhl_assistant.plan.sorting.rows import rows
from lhl_assistant.plan.sorting.train import heat, held_out, train


def main() -> None:
    """Train on all rows; the temperature comes from the plans' measures, each sorted without its own plan."""
    engine = load_engine()
    known = rows(places.bundled("knowledge"))
    meanings = stored.meanings(known, engine)
    weights = train(known, meanings, heat(held_out(known, meanings)))
    stored.save(stored.Trained(weights, engine.identity.fingerprint), known, meanings)
    print(f"{stored.FILE.name}: {len(known)} rows, {stored.FILE.stat().st_size / 1024:.0f} kB")


if __name__ == "__main__":
    main()
