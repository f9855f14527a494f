"""The sign and colour of each verdict: neither says anything that the other does not."""

from lhl_assistant.plan.check.model import Met, Verdict

OF_VERDICT = {
    Verdict.COVERED: ("✓", "$success"),
    Verdict.MENTIONED: ("○", "$warning"),
    Verdict.MISSING: ("✗", "$error"),
    Verdict.UNSURE: ("?", "$quiet"),
}
OF_MET: dict[Met, tuple[str, str]] = {
    "oppfylt": OF_VERDICT[Verdict.COVERED],
    "delvis": OF_VERDICT[Verdict.MENTIONED],
    "mangler": OF_VERDICT[Verdict.MISSING],
}
FAULT = ("•", "$warning")
