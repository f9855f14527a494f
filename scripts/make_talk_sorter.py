"""Train the sorter of talk: ``python -m scripts.make_talk_sorter``, after a change in the knowledge's lines."""

from lhl_assistant import places
from lhl_assistant.embedding.choose import load_engine
from lhl_assistant.plan.sorting import stored
from lhl_assistant.workshop.talk import sorter


def main() -> None:
    """Train on all rows."""
    engine = load_engine()
    known = sorter.rows(places.bundled("knowledge"))
    meant = sorter.as_meant(known)
    meanings = stored.meanings(meant, engine, sorter.FILE)
    weights = sorter.train(known, meanings)
    stored.save(stored.Trained(weights, engine.identity.fingerprint), meant, meanings, sorter.FILE)
    print(f"{sorter.FILE.name}: {len(known)} rows, {sorter.FILE.stat().st_size / 1024:.0f} kB")


if __name__ == "__main__":
    main()
