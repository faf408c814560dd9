"""Grades and contested marks as small pieces of HTML that cards, tables and grids share."""

from __future__ import annotations

from typing import TYPE_CHECKING

from markupsafe import Markup

from atlas.models.vocabulary import Certainty, Rater, Support
from atlas.render.environment import environment

if TYPE_CHECKING:
    from collections.abc import Sequence

    from atlas.models.claim import Claim, Contested
    from atlas.models.vocabulary import ContestedMark
    from atlas.render.view import View

PLUSES = {Certainty.HIGH: 4, Certainty.MODERATE: 3, Certainty.LOW: 2, Certainty.VERY_LOW: 1}
STEPS = {Support.M4: 4, Support.M3: 3, Support.M2: 2, Support.M1: 1, Support.M0: 0, Support.NOT_ESTABLISHED: 0}


def claim_grade(view: View, claim: Claim, tag: str = "div") -> Markup:
    """Return whichever grade a claim carries, with who rated it."""
    if claim.certainty:
        reasons = [(reason, view.word("certainty-reason", reason)) for reason in claim.certainty.reasons]
        rater = view.word("rater", claim.certainty.rated_by)
        return certainty(view, claim.certainty.grade, tag=tag, rater=rater, reasons=reasons)
    if claim.support:
        question = view.word("question", claim.support.question)
        return support(view, claim.support.grade, tag=tag, question=question, rater=view.word("rater", Rater.SITE))
    return _macro("ungraded", tag=tag, word=view.word("grade", "ungraded"), why=view.text(claim.ungraded))


def certainty(
    view: View,
    grade: Certainty,
    *,
    tag: str = "span",
    rater: str = "",
    reasons: Sequence[tuple[str, str]] = (),
) -> Markup:
    """Return GRADE's symbols and their word."""
    return _macro(
        "certainty",
        tag=tag,
        grade=grade,
        symbols="⊕" * PLUSES[grade] + "◯" * (4 - PLUSES[grade]),
        label=view.word("grade", "certainty"),
        word=view.word("certainty", grade),
        rater=rater,
        reasons=reasons,
    )


def support(view: View, grade: Support, *, tag: str = "span", question: str = "", rater: str = "") -> Markup:
    """Return the bar of four steps and its word."""
    code = "" if grade is Support.NOT_ESTABLISHED else f"{grade} "
    return _macro(
        "support",
        tag=tag,
        grade=grade.lower(),
        label=_support_label(view, grade),
        word=code + view.word("support", grade),
        question=question,
        rater=rater,
    )


def contested(view: View, dispute: Contested, claim_id: str = "") -> Markup:
    """Return the labelled mark of a dispute; a link to both sides if `claim_id` has them somewhere."""
    since = view.word("contested", "since", view.date(dispute.since))
    url = view.dispute_url(claim_id) if claim_id else ""
    return _contested(view, dispute.mark, since, url)


def contested_mark(view: View, mark: ContestedMark) -> Markup:
    """Return the labelled mark alone, where no positions are recorded."""
    return _contested(view, mark, "", "")


def _contested(view: View, mark: ContestedMark, since: str, url: str) -> Markup:
    word = f"{view.word('contested-mark', mark)} {since}".strip()
    return _macro("contested", mark=mark.lower(), word=word, url=url)


def _support_label(view: View, grade: Support) -> str:
    """Say in words what the bar shows."""
    if grade is Support.M0:
        return view.word("grade", "support-against")
    if grade is Support.NOT_ESTABLISHED:
        return view.word("grade", "support-not-established")
    return view.word("grade", "support-step", STEPS[grade])


def _macro(name: str, **values: object) -> Markup:
    made = getattr(environment().get_template("grades.html").module, name)(**values)
    return Markup(str(made).strip())  # the macro has escaped what it was given
