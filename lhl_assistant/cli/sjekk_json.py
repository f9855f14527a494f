"""The data of ``lhl sjekk --json``."""

from lhl_assistant.export.check_report import suggested
from lhl_assistant.plan.check.model import Checked, Proof
from lhl_assistant.said import Form


def data(checked: Checked, form: Form) -> dict[str, object]:
    """The contract of ``--json``: verdicts by number, each proof with its place."""
    return {
        "title": checked.title,
        "language": checked.language,
        "areas": [
            {
                "number": area.number,
                "verdict": area.verdict,
                "proof": _proof(area.proof),
                "solutions": [
                    {
                        "number": s.number,
                        "verdict": s.verdict,
                        "leaning": s.leaning,
                        "score": round(s.score, 3),
                        "proof": _proof(s.proof),
                    }
                    for s in area.solutions
                ],
            }
            for area in checked.areas
        ],
        "measures": [
            {
                "text": m.text,
                "focus_area": m.area,
                "missing": [
                    name
                    for name, missing in (
                        ("responsible", m.no_responsible),
                        ("period", m.no_period),
                        ("cost", m.no_cost),
                    )
                    if missing
                ],
                "only_looked_into": m.only_looked_into,
                "amount": m.amount,
                "proof": _proof(m.place),
            }
            for m in checked.measures
        ],
        "columns_missing": list(checked.columns_missing),
        "strategies": checked.strategies,
        "strategies_without_measures": [{"sure": lone.sure, "proof": _proof(lone.place)} for lone in checked.lone],
        "formal": [
            {"id": p.id, "met": p.met, "proof": _proof(p.proof), "law": p.law or None, "law_checked": p.checked or None}
            for p in checked.formal
        ],
        "successor": [{"number": s.number, "count": s.count, "proof": _proof(s.proof)} for s in checked.successor],
        "outside": [_proof(proof) for proof in checked.outside],
        "steps": [
            {
                "text": step.said.in_(form),
                "suggestion": suggested(step, form) or None,
            }
            for step in checked.steps
        ],
        "gaps": checked.gaps,
        "remarks": [remark.in_(form) for remark in checked.remarks],
    }


def _proof(proof: Proof | None) -> dict[str, object] | None:
    if proof is None:
        return None
    return {
        "text": proof.text,
        "start": proof.start,
        "end": proof.end,
        "heading": list(proof.heading),
        "page": proof.page,
        "row": proof.row,
        "role": proof.role,
    }
