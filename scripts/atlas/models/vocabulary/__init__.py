"""Every closed vocabulary of the records, declared once and in the order in which it is shown.

The words that readers see for them, in both languages, stand in `docs/data/words/vocabulary.yaml` under the
name of the class in kebab-case.
"""

from atlas.models.vocabulary.comparison import (
    KINDS_OF_CONCERN,
    NEVER_LICENSED,
    Comparison,
    Concern,
)
from atlas.models.vocabulary.evidence import (
    CellDirection,
    Certainty,
    CertaintyReason,
    CheckLevel,
    ClaimRole,
    ComparatorKind,
    ContestedMark,
    Direction,
    Independence,
    Line,
    Measure,
    Quality,
    Question,
    Rater,
    Species,
    Support,
    TrialMark,
)
from atlas.models.vocabulary.pages import (
    GROUPS_OF_KIND,
    AliasKind,
    Design,
    EntityKind,
    Group,
    Kind,
    ReferenceStatus,
)
from atlas.models.vocabulary.relations import (
    MECHANISM_TO_CONDITION,
    MECHANISM_TO_MECHANISM,
    THERAPY_TO_CONDITION,
    THERAPY_TO_MECHANISM,
    THERAPY_TO_THERAPY,
    Predicate,
    RecommendationStrength,
)
from atlas.models.vocabulary.safety import (
    Agency,
    ApprovalStatus,
    SafetyKind,
    Severity,
)

__all__ = [
    "GROUPS_OF_KIND",
    "KINDS_OF_CONCERN",
    "MECHANISM_TO_CONDITION",
    "MECHANISM_TO_MECHANISM",
    "NEVER_LICENSED",
    "THERAPY_TO_CONDITION",
    "THERAPY_TO_MECHANISM",
    "THERAPY_TO_THERAPY",
    "Agency",
    "AliasKind",
    "ApprovalStatus",
    "CellDirection",
    "Certainty",
    "CertaintyReason",
    "CheckLevel",
    "ClaimRole",
    "ComparatorKind",
    "Comparison",
    "Concern",
    "ContestedMark",
    "Design",
    "Direction",
    "EntityKind",
    "Group",
    "Independence",
    "Kind",
    "Line",
    "Measure",
    "Predicate",
    "Quality",
    "Question",
    "Rater",
    "RecommendationStrength",
    "ReferenceStatus",
    "SafetyKind",
    "Severity",
    "Species",
    "Support",
    "TrialMark",
]
