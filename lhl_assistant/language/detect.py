"""Which language a question is in, from the words that only one of the three has."""

from typing import Literal

from lhl_assistant.language.words import tokens

Asked = Literal["nb", "nn", "en"]

_NYNORSK = frozenset(
    """
    kva kven kvifor korleis kor ikkje eg dei ein eit noko nokon nokre frå meir mykje gjere gjer vere verte bu
    heime tiltaka tenester tenestene kommunane kostar frivilege løysing løysingar løysingane
    kommunar kvar desse fleire berre sjølv heimen bustad bustader bustadene planar seier sei
    """.split()
)
_BOKMAAL = frozenset(
    """
    hva hvem hvorfor hvordan hvor ikke jeg de en et noe noen fra mer mye gjøre gjør være hele bo hjemme tiltakene
    tjenester tjenestene kommunene koster løsning løsninger løsningene hvilke hvilken hvilket når disse flere bare
    selv uten bolig boliger sier
    """.split()
)
_ENGLISH = frozenset(
    """
    the what who why how is of and does which when where has should our older people municipality are you tell about
    with from many much is there did was were what's whose do we need needs must can could will would an in on its
    this that these those their they been any and or but if get make elderly seniors
    """.split()
)
_EITHER = frozenset("er det om og som på til av kan skal må har den dette i å".split())
_FEW = 2


def detect(text: str) -> Asked:
    """``nn`` or ``en`` where their own words outnumber the others', else ``nb``."""
    words = list(tokens(text))
    nynorsk = sum(w in _NYNORSK and w not in _BOKMAAL for w in words)
    bokmaal = sum(w in _BOKMAAL and w not in _NYNORSK for w in words)
    english = sum(w in _ENGLISH and w not in _BOKMAAL and w not in _NYNORSK for w in words)
    if english >= _FEW and english > max(nynorsk, bokmaal) + sum(w in _EITHER for w in words):
        return "en"
    return "nn" if nynorsk > bokmaal else "nb"
