"""Learn the lens from the knowledge and keep it in the package: ``python -m scripts.make_lens`` in a checkout.

Needed when the model changes, and worth doing when sections, anticipated questions or concepts have been added: an
older lens goes on working but does little for them. Build the bundled index first. Takes two minutes on two cores.
"""

from lhl_assistant.library.opening import searcher
from lhl_assistant.search.lens import FILE, save
from lhl_assistant.search.lens_training import learn, sections, speech


def main() -> None:
    """Learn and keep."""
    with searcher("medfølgende") as opened:
        ((_, snapshot),) = opened.libraries
        lessons = [sections(snapshot), speech(opened.concepts, opened.engine)]
        lens = learn(lessons)
        save(lens, opened.engine.identity.fingerprint)
    print(f"{FILE.name}: {len(lessons[0].questions)} spørsmål, {len(lessons[1].questions)} ord og uttrykk")


if __name__ == "__main__":
    main()
