"""Train the sorter of talk: ``python -m scripts.make_talk_sorter``, after a change in the knowledge's lines."""

from lhl_assistant import places
from lhl_assistant.embedding.choose import load_engine
from lhl_assistant.plan.sorting import stored
from lhl_assistant.plan.sorting.train import heat, held_out, train
from lhl_assistant.workshop.talk import sorter


def main() -> None:
    """Train on all rows; the temperature comes from the plans' measures, each sorted without its own plan."""
    engine = load_engine()
    known = sorter.rows(places.bundled("knowledge"))
    meant, spelt = sorter.as_meant(known), sorter.as_spelt(known)
    meanings = stored.meanings(meant, engine, sorter.FILE)
    weights = train(spelt, meanings, heat(held_out(spelt, meanings)))
    stored.save(stored.Trained(weights, engine.identity.fingerprint), meant, meanings, sorter.FILE)
    print(f"{sorter.FILE.name}: {len(known)} rows, {sorter.FILE.stat().st_size / 1024:.0f} kB")


if __name__ == "__main__":
    main()
