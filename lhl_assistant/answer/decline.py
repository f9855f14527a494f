"""What is no question to the sources: to make something up, one's own or a relative's health, a thank you."""

import re
from enum import Enum, auto


class Declined(Enum):
    """Why a request is declined."""

    INVENTION = auto()
    HEALTH = auto()
    COURTESY = auto()


_INVENTION = re.compile(
    r"^(?:(?:kan|kunne|vil|could|can|would) (?:du|you) |vær så snill (?:å|og) |ver så snill (?:å|og) |please )?"
    r"(?:bare |berre |just )?(skrive? (et|eit|en|ein|at|om)|dikte?|finne? (på|opp)|syng|te(i|g)?k?n|gjette?|gisse?|"
    r"fortelle? (en|meg) (en )?(vits|historie)|fortel (ein|meg)|oversette?|omsette?|rette? (denne|koden)|"
    r"regne? ut|rekne? ut|løse?|løyse?|lage? (?:meg )?(?:et|eit) (?:overslag|anslag|tall|tal)|"
    r"write|make up|invent|guess|tell me a|translate|lat som|late som|glem|gløym|ignorer|pretend|"
    r"ignore|forget|rollespill|siter)\b|^du er nå en\b|^you are now\b"
    r"|\b(lag|lage|gi|gje|finn) (meg |oss )?(et|eit|en|ein) (\w+ )?(sitat|dikt|vits|eventyr)\b"
    r"|\b(systemprompt\w*|system prompt|instruksjon\w* dine|dine instruks\w*)\b",
    re.IGNORECASE,
)
_PERSON = re.compile(
    r"\b(jeg|eg|meg|min|mi|mitt|mine|mamma|pappa|mor|mora|moren|far|faren|bestemor|bestefar|besta|kona|mannen|naboen|nabo|"
    r"tante|onkel|farmor|farfar|mormor|morfar|hun|han|ho|my|she|he|en på \d+)\b",
    re.IGNORECASE,
)
_ILLNESS = re.compile(
    r"\b(vondt|smerte\w*|svimmel|besvimt|blør|feber|symptom\w*|pustevansk\w*|brystsmerter|hjertesvikt|hjerteinfarkt|"
    r"slag|kreft|alzheimer\w*|diagnose\w*|dose\w*|tablett\w*|medisin(en|ane|ene)?|paracet\w*|marevan|insulin|"
    r"blodtrykk\w*|sovetablett\w*|vaksine\w*|gått ned|kvalm\w*|hurts?|pain|dizzy|medication|fell|glemme ting|"
    r"får ikke sove|forvirr\w*|desorienter\w*|blodfortynn\w*|blodtynn\w*|antibiotika\w*|pille(?:r|ne|ane)?|"
    r"slutt(?:et|a) å (?:spise|ete|eta|drikke)|(?:faller|fell|ramler|dett|falt|ramla|datt) "
    r"(?:ofte|mye|mykje|om|ned|stadig|støtt|igjen|hele tiden|heile tida))\b",
    re.IGNORECASE,
)
_ACUTE = re.compile(
    r"\b(?:har falt|har falle|falt og|datt og|får ikke kontakt|får ikkje kontakt|ikke kontakt med|bevisstløs\w*|"
    r"medvitslaus\w*|livløs\w*|puster (?:tungt|ikke|dårlig)|pustar (?:tungt|ikkje|dårleg)|"
    r"får ikke puste|får ikkje puste|"
    r"blå på lepp\w*|skjev i (?:munn|ansikt)\w*|hjerneslag|fått slag|kramper|krampar|brystsmert\w*|blør|bløder|"
    r"chest pain|"
    r"can't breathe|unconscious|stroke|hoster blod|hostar blod|nekter å (?:spise|drikke)|nektar å (?:ete|drikke))\b",
    re.IGNORECASE,
)
_LIFE = re.compile(
    r"\b(?:selvmord\w*|sjølvmord\w*|tar? livet|tar? (?:mitt|sitt) (?:eget|eige|eiga) liv|"
    r"skade (?:meg|seg) (?:selv|sjølv)|(?:ork\w+|vil|ønsk\w+|gidder) (?:ikke|ikkje) (?:å )?leve?|"
    r"ork\w+ (?:ikke|ikkje) (?:mer|meir)(?=\W*$)|(?:vil|lyst til å|ønsk\w+ å|håper å) dø(?! (?:hjemme|heime))|"
    r"suicid\w*|kill myself|want to die)\b",
    re.IGNORECASE,
)
_STATISTICS = re.compile(
    r"\b(hvor mange|kor mange|andel\w*|kommune\w*|plan\w*|statistikk\w*|tiltak\w*)\b", re.IGNORECASE
)
_DOSE = re.compile(
    r"\b(hvilken|hvor (mye|stor|mange)|kor mykje|kva) (dose|paracet|ibux|marevan|insulin)\b", re.IGNORECASE
)


_COURTESY = re.compile(
    r"^(?:(?:tusen |mange |ja |ok |nei )*takk\w*(?: (?:for|skal|så).*)?|hei\w*(?: på deg)?|hallo|god (?:dag|kveld)|"
    r"ok|fint|bra|ha det(?: bra)?|thanks?(?: you)?|hi|hello|hjelp|help|(?:hva|kva|ka) (?:kan|veit|vet) du(?: om)?|"
    r"(?:hva|kva|ka) kan (?:jeg|eg|vi|æ) spørre? (?:deg )?om|(?:hvem|kven|kem) er du|what can you do|"
    r"who are you)[ .!?]*$",
    re.IGNORECASE,
)


def declined(question: str) -> Declined | None:
    """Why the request is declined, or None for a question that the sources may answer.

    Health is declined only where a person is meant: what a plan says of falls or medicines is a question like others.
    """
    if _COURTESY.match(question.strip()):
        return Declined.COURTESY
    if _INVENTION.search(question.strip()):
        return Declined.INVENTION
    someone = _PERSON.search(question)
    if someone and _LIFE.search(question):
        return Declined.HEALTH
    about_someone = someone and not _STATISTICS.search(question)
    if _DOSE.search(question) or (about_someone and (_ILLNESS.search(question) or _ACUTE.search(question))):
        return Declined.HEALTH
    return None
