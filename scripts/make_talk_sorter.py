"""Train the sorter of talk: ``python -m scripts.make_talk_sorter``, after a change in the knowledge's lines."""

import numpy as np

from lhl_assistant import places
from lhl_assistant.embedding.choose import load_engine
from lhl_assistant.plan.sorting import stored
from lhl_assistant.plan.sorting.features import spelling
from lhl_assistant.workshop.talk import sorter
from lhl_assistant.workshop.talk.training import train


def main() -> None:
    """Train on all rows."""
    engine = load_engine()
    known = sorter.rows(places.bundled("knowledge"))
    meant = sorter.as_meant(known)
    meanings = stored.meanings(meant, engine, sorter.FILE)
    taught = train(known, meanings, np.stack([spelling(row.text) for row in sorter.as_spelt(known)]))
    trained = stored.Trained(taught.weights, engine.identity.fingerprint)
    stored.save(trained, meant, meanings, sorter.FILE, taught.shares)
    print(f"{sorter.FILE.name}: {len(known)} rows, {sorter.FILE.stat().st_size / 1024:.0f} kB")


if __name__ == "__main__":
    main()
