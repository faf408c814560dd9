"""The sections of each page family (content guide): the order of headings and the generated parts under them."""

from __future__ import annotations

from dataclasses import dataclass

from atlas.models.vocabulary import Kind, SafetyKind


@dataclass(frozen=True, slots=True)
class Part:
    """Name a generated part: a block's name and its options as typed."""

    name: str
    options: str = ""
    takes_topic: bool = True

    def text(self, slug: str) -> str:
        """Return the part as it stands in a page."""
        argument = f" | {slug}" if self.takes_topic else ""
        options = f"\n    {self.options}" if self.options else ""
        return f"/// {self.name}{argument}{options}\n///"


@dataclass(frozen=True, slots=True)
class SectionPlan:
    """Name a section by its heading id, with the generated parts that it must hold."""

    id: str
    parts: tuple[Part, ...] = ()


SPECIAL_GROUPS = ", ".join(kind for kind in list(SafetyKind)[list(SafetyKind).index(SafetyKind.PREGNANCY) :])
HISTORY = SectionPlan("references-data-history", (Part("bibliography", takes_topic=False), Part("history")))
PLAIN = SectionPlan("in-plain-words")
CLAIMS = SectionPlan("key-claims", (Part("claims"),))
DISPUTES = SectionPlan("disputes-and-corrections", (Part("disputes"),))

SKELETONS: dict[Kind, tuple[SectionPlan, ...]] = {
    Kind.MECHANISM: (
        PLAIN,
        CLAIMS,
        SectionPlan("biology-in-brief"),
        SectionPlan("what-is-altered-in-patients", (Part("effects"),)),
        SectionPlan("does-it-come-first"),
        SectionPlan("does-changing-it-change-symptoms"),
        SectionPlan("animal-and-cell-evidence"),
        SectionPlan("anxiety-vs-depression"),
        SectionPlan("evidence-grid", (Part("grid"),)),
        DISPUTES,
        SectionPlan("therapies-that-act-here", (Part("relations", "show: therapies"),)),
        SectionPlan("clinical-meaning-now"),
        SectionPlan("open-questions"),
        HISTORY,
    ),
    Kind.THERAPY: (
        PLAIN,
        SectionPlan("safety-box", (Part("safety"),)),
        CLAIMS,
        SectionPlan("who-it-is-for", (Part("guidelines"),)),
        SectionPlan("how-well-it-works", (Part("effects"),)),
        SectionPlan("how-it-may-work", (Part("relations", "show: mechanisms"),)),
        SectionPlan("harms"),
        SectionPlan(
            "interactions-and-contraindications",
            (Part("safety-table", "kinds: [contraindication, interaction, washout]"),),
        ),
        SectionPlan("special-groups", (Part("safety-table", f"kinds: [{SPECIAL_GROUPS}]"),)),
        SectionPlan("how-it-is-given"),
        SectionPlan("stopping-and-switching"),
        SectionPlan("alternatives-compared", (Part("relations", "show: compared"),)),
        DISPUTES,
        SectionPlan("access-cost-china-notes"),
        HISTORY,
    ),
    # A guide page has headings of its own between the first and the last two.
    Kind.GUIDE: (PLAIN, SectionPlan("what-is-uncertain"), HISTORY),
}
