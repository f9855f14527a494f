"""Compares the light engine's tokenizer with Hugging Face's on random strings in many scripts.

``python -m benchmarks.fuzz_tokenizer [COUNT] [SEED]`` prints the counts, and exits with 1 on any difference.
"""

import random
import sys
from time import perf_counter

from lhl_assistant.embedding.dequantise import hugging_face_tokenizer
from lhl_assistant.embedding.tokenizer import Tokenizer
from lhl_assistant.embedding.weights_file import find_weights, read_weights

SCRIPTS = {
    "controls": (0x01, 0x20),
    "latin": (0x20, 0x7E),
    "latin with marks": (0xA0, 0x24F),
    "combining marks": (0x300, 0x36F),
    "greek": (0x370, 0x3FF),
    "cyrillic": (0x400, 0x4FF),
    "hebrew": (0x5D0, 0x5EA),
    "arabic": (0x600, 0x6FF),
    "devanagari": (0x900, 0x97F),
    "thai": (0xE01, 0xE5B),
    "georgian": (0x10A0, 0x10FF),
    "hangul parts": (0x1100, 0x11FF),
    "punctuation": (0x2000, 0x206F),
    "symbols": (0x2100, 0x27BF),
    "kana": (0x3040, 0x30FF),
    "han": (0x4E00, 0x9FFF),
    "hangul": (0xAC00, 0xD7A3),
    "presentation forms": (0xFB50, 0xFDFF),
    "full width": (0xFF01, 0xFF5D),
    "mathematical": (0x1D400, 0x1D7FF),
    "emoji": (0x1F300, 0x1FAFF),
}
WORDS = [
    *("kommunen", "skal", "legge", "til", "rette", "for", "eldre", "som", "bor", "hjemme", "mat", "måltider"),
    *("samanheng", "tenestene", "frivilligsentralen", "pårørende", "omsorgsbolig", "øving", "a\u030and", "e\u0301n"),
]
UNLIMITED = 10**9


def random_texts(count: int, seed: int) -> list[str]:
    """Return ``count`` strings of 0 to 12 words: Norwegian ones, and random signs of one or two scripts."""
    rng = random.Random(seed)
    return [" ".join(_word(rng) for _ in range(rng.randint(0, 12))) for _ in range(count)]


def _word(rng: random.Random) -> str:
    if rng.random() < 0.3:
        return rng.choice(WORDS)
    scripts = rng.sample(list(SCRIPTS.values()), rng.randint(1, 2))
    return "".join(chr(rng.randint(*rng.choice(scripts))) for _ in range(rng.randint(1, 10)))


def differences(texts: list[str]) -> tuple[list[str], int]:
    """Return the texts whose ids differ between the two tokenizers, and how many ids there were in all."""
    vocabulary = read_weights(find_weights()).vocabulary
    own, reference = Tokenizer(vocabulary), hugging_face_tokenizer(vocabulary)
    ids = [own.ids(text, UNLIMITED) for text in texts]
    wrong = [text for text, found in zip(texts, ids, strict=True) if found != reference.encode(text).ids]
    return wrong, sum(map(len, ids))


def main() -> int:
    """Run the comparison and return the exit code."""
    count, seed = (int(word) for word in (sys.argv[1:] + ["10000", "1"][len(sys.argv) - 1 :])[:2])
    begun = perf_counter()
    wrong, tokens = differences(random_texts(count, seed))
    for text in wrong[:10]:
        print("differs:", ascii(text))
    print(f"{count} texts, {tokens} ids, {len(SCRIPTS)} scripts, seed {seed}: {len(wrong)} differ", end=" ")
    print(f"({perf_counter() - begun:.1f} s)")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
