"""Numbers for the test, made by the rule: never a living person's, for the dates of birth are before 1900."""

import random
import re

_FIRST = (3, 7, 6, 1, 8, 9, 4, 5, 2)
_SECOND = (5, 4, 3, 2, 7, 6, 5, 4, 3, 2)


def filled(text: str, seed: int) -> str:
    """``text`` with a made number for each name in braces."""
    chance = random.Random(seed)
    return re.sub(r"\{(\w+[-]?)\}", lambda m: _made(m[1], chance), text)


def _made(name: str, chance: random.Random) -> str:
    if name.startswith("mobile"):
        digits = f"{chance.choice('49')}{chance.randrange(10_000_000):07d}"
        digits = digits[0] + "1" + digits[2:]
        spaced = {
            "2": f"{digits[:2]} {digits[2:4]} {digits[4:6]} {digits[6:]}",
            "3": f"{digits[:3]} {digits[3:5]} {digits[5:]}",
        }
        return spaced.get(name[6:], digits)
    if name.startswith("fixed"):
        digits = f"77{chance.randrange(10, 99)}{chance.randrange(1000, 9999)}"
        return f"{digits[:2]} {digits[2:4]} {digits[4:6]} {digits[6:]}" if name == "fixed2" else digits
    day, month = chance.randrange(1, 29), chance.randrange(1, 13)
    day += 40 if name.startswith("dnumber") else 0
    month += 80 if name.startswith("synthetic") else 40 if name.startswith(("hnumber", "nav")) else 0
    number = eleven(f"{day:02d}{month:02d}{chance.randrange(55, 100):02d}", chance, 3 if name == "new2032" else 0)
    if name.startswith("wrong"):
        number = number[:-1] + str((int(number[-1]) + 1) % 10)
    if name == "ordinarydot":
        return f"{number[:2]}.{number[2:4]}.{number[4:6]} {number[6:]}"
    if name.endswith("-"):
        return f"{number[:6]}-{number[6:]}"
    return f"{number[:6]} {number[6:]}" if "6" in name else number


def eleven(six: str, chance: random.Random, higher: int = 0) -> str:
    """A number with this date: individual digits of those born 1855–1899, and right check digits."""
    while True:
        nine = f"{six}{chance.randrange(500, 750)}"
        first = (higher - sum(w * int(d) for w, d in zip(_FIRST, nine, strict=True))) % 11
        second = -sum(w * int(d) for w, d in zip(_SECOND, f"{nine}{first}"[:10], strict=True)) % 11
        if first < 10 and second < 10:
            return f"{nine}{first}{second}"
