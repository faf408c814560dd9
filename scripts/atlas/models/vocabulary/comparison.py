"""What therapies are compared by, and which of them stand on one page."""

from __future__ import annotations

from enum import StrEnum

from atlas.models.vocabulary.pages import Group
from atlas.models.vocabulary.safety import SafetyKind


class Concern(StrEnum):
    """Name what matters to a person who chooses, in the order of the columns."""

    APPROVAL = "approval"
    WARNINGS = "warnings"
    INTERACTIONS = "interactions"
    SLEEP = "sleep"
    WEIGHT = "weight"
    SEXUAL_FUNCTION = "sexual-function"
    STOPPING = "stopping"
    PREGNANCY = "pregnancy"
    AGE = "age"
    ILLNESS = "illness"


# Approvals are records of their own, so that no kind of safety fact belongs to them.
KINDS_OF_CONCERN: dict[Concern, tuple[SafetyKind, ...]] = {
    Concern.APPROVAL: (),
    Concern.WARNINGS: (SafetyKind.BOXED_WARNING, SafetyKind.CONTRAINDICATION, SafetyKind.WARNING),
    Concern.INTERACTIONS: (SafetyKind.INTERACTION,),
    Concern.SLEEP: (SafetyKind.SLEEP, SafetyKind.DRIVING),
    Concern.WEIGHT: (SafetyKind.WEIGHT,),
    Concern.SEXUAL_FUNCTION: (SafetyKind.SEXUAL_FUNCTION,),
    Concern.STOPPING: (SafetyKind.STOPPING, SafetyKind.WASHOUT),
    Concern.PREGNANCY: (SafetyKind.PREGNANCY, SafetyKind.BREASTFEEDING),
    Concern.AGE: (SafetyKind.UNDER_18, SafetyKind.UNDER_25, SafetyKind.OVER_65),
    Concern.ILLNESS: (SafetyKind.BIPOLAR, SafetyKind.CARDIAC, SafetyKind.HEPATIC, SafetyKind.RENAL),
}
NOT_OF_THERAPIES = {Concern.SLEEP, Concern.WEIGHT, Concern.SEXUAL_FUNCTION}


class Comparison(StrEnum):
    """Name the two pages of comparison: medicines are never set beside what is no medicine."""

    MEDICINES = "medicines"
    THERAPIES = "therapies"

    @property
    def groups(self) -> tuple[Group, ...]:
        """Return the shelves whose therapies are compared."""
        return GROUPS_OF_COMPARISON[self]

    @property
    def concerns(self) -> tuple[Concern, ...]:
        """Return the columns; those that hold side effects of medicines belong to medicines alone."""
        medicines = self is Comparison.MEDICINES
        return tuple(concern for concern in Concern if medicines or concern not in NOT_OF_THERAPIES)


GROUPS_OF_COMPARISON = {
    Comparison.MEDICINES: (
        Group.ANTIDEPRESSANTS,
        Group.RAPID_ACTING,
        Group.ANXIOLYTICS,
        Group.AUGMENTATION,
        Group.OTHER_MEDICINES,
    ),
    Comparison.THERAPIES: (Group.PSYCHOLOGICAL, Group.STIMULATION, Group.LIFESTYLE),
}
# What no regulator of medicines and devices approves, unless the record says otherwise.
NEVER_LICENSED = {Group.PSYCHOLOGICAL, Group.LIFESTYLE}
