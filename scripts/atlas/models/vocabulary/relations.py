"""Words for relations and for recommendations of guidelines."""

from __future__ import annotations

from enum import StrEnum


class Predicate(StrEnum):
    """Close the list of relations of the content guide."""

    ACTS_ON = "acts_on"
    MODULATES = "modulates"
    MEDIATED_BY = "mediated_by"
    HYPOTHESISED_VIA = "hypothesised_via"
    NOT_VIA = "not_via"
    UNKNOWN_VIA = "unknown_via"
    ALTERED_IN = "altered_in"
    PRECEDES = "precedes"
    CAUSAL_FOR = "causal_for"
    GENETIC_SUPPORT = "genetic_support"
    MAINTAINS = "maintains"
    NONSPECIFIC_TO = "nonspecific_to"
    TREATS = "treats"
    AUGMENTS = "augments"
    PREVENTS_RELAPSE = "prevents_relapse"
    PREVENTS_ONSET = "prevents_onset"
    INEFFECTIVE_FOR = "ineffective_for"
    MAY_WORSEN = "may_worsen"
    CONTRAINDICATED_IN = "contraindicated_in"
    RECOMMENDED_BY = "recommended_by"
    INTERACTS = "interacts"
    WASHOUT = "washout"
    COMPARED_WITH = "compared_with"
    COMBINED_WITH = "combined_with"
    PART_OF = "part_of"
    UPSTREAM_OF = "upstream_of"
    INTERACTS_WITH = "interacts_with"
    SCREENS = "screens"


THERAPY_TO_MECHANISM = frozenset(
    {
        Predicate.ACTS_ON,
        Predicate.MODULATES,
        Predicate.MEDIATED_BY,
        Predicate.HYPOTHESISED_VIA,
        Predicate.NOT_VIA,
        Predicate.UNKNOWN_VIA,
    }
)
MECHANISM_TO_CONDITION = frozenset(
    {
        Predicate.ALTERED_IN,
        Predicate.PRECEDES,
        Predicate.CAUSAL_FOR,
        Predicate.GENETIC_SUPPORT,
        Predicate.MAINTAINS,
        Predicate.NONSPECIFIC_TO,
    }
)
THERAPY_TO_CONDITION = frozenset(
    {
        Predicate.TREATS,
        Predicate.AUGMENTS,
        Predicate.PREVENTS_RELAPSE,
        Predicate.PREVENTS_ONSET,
        Predicate.INEFFECTIVE_FOR,
        Predicate.MAY_WORSEN,
        Predicate.CONTRAINDICATED_IN,
        Predicate.RECOMMENDED_BY,
    }
)
THERAPY_TO_THERAPY = frozenset(
    {Predicate.INTERACTS, Predicate.WASHOUT, Predicate.COMPARED_WITH, Predicate.COMBINED_WITH}
)
MECHANISM_TO_MECHANISM = frozenset({Predicate.PART_OF, Predicate.UPSTREAM_OF, Predicate.INTERACTS_WITH})


class RecommendationStrength(StrEnum):
    """Give a guideline's own strength, kept apart from certainty."""

    STRONG = "strong"
    CONDITIONAL = "conditional"
    FIRST_LINE = "first-line"
    SECOND_LINE = "second-line"
    THIRD_LINE = "third-line"
    OFFER = "offer"
    CONSIDER = "consider"
    NOT_RECOMMENDED = "not-recommended"
    NOT_STATED = "not-stated"
