"""Words for claims, grades and the evidence grid."""

from __future__ import annotations

from enum import StrEnum


class Measure(StrEnum):
    """Name an effect measure; ratios are compared with 1 on a log axis, all others with 0."""

    SMD = "SMD"
    HEDGES_G = "g"
    COHENS_D = "d"
    MD = "MD"
    OR = "OR"
    RR = "RR"
    HR = "HR"
    IRR = "IRR"
    RD = "RD"
    NNT = "NNT"
    NNH = "NNH"
    CORRELATION = "r"
    GENETIC_CORRELATION = "rg"
    HERITABILITY = "h2"
    BETA = "beta"
    R2 = "R2"
    AUC = "AUC"
    SENSITIVITY = "sensitivity"
    SPECIFICITY = "specificity"
    PERCENT = "percent"
    COUNT = "count"
    MEDIAN = "median"
    MEAN = "mean"

    @property
    def is_ratio(self) -> bool:
        """Tell whether the measure lives on a log axis with 1 as its null value."""
        return self in {Measure.OR, Measure.RR, Measure.HR, Measure.IRR}


class ComparatorKind(StrEnum):
    """Group comparisons that must never be averaged by eye."""

    PLACEBO = "placebo"
    SHAM = "sham"
    PSYCHOLOGICAL_PLACEBO = "psychological-placebo"
    USUAL_CARE = "usual-care"
    WAITING_LIST = "waiting-list"
    NO_TREATMENT = "no-treatment"
    ACTIVE = "active"
    MIXED = "mixed"
    HEALTHY = "healthy"
    UNEXPOSED = "unexposed"
    BEFORE = "before"
    NONE = "none"


class ClaimRole(StrEnum):
    """Say what a claim is about; `efficacy` claims derive the "treats" relations."""

    EFFICACY = "efficacy"
    MAINTENANCE = "maintenance"
    PREVENTION = "prevention"
    HARM = "harm"
    ACCEPTABILITY = "acceptability"
    MECHANISM = "mechanism"
    RISK = "risk"
    PREVALENCE = "prevalence"
    MEASUREMENT = "measurement"
    METHOD = "method"


class Direction(StrEnum):
    """Say for whom the result speaks, so that no reader has to decode a sign."""

    FAVORS_INTERVENTION = "favors-intervention"
    FAVORS_COMPARATOR = "favors-comparator"
    NO_CLEAR_DIFFERENCE = "no-clear-difference"
    HIGHER = "higher"
    LOWER = "lower"
    MIXED = "mixed"
    DESCRIPTIVE = "descriptive"


class Certainty(StrEnum):
    """Name GRADE's certainty of a body of evidence for one outcome; therapies only."""

    HIGH = "high"
    MODERATE = "moderate"
    LOW = "low"
    VERY_LOW = "very-low"


class CertaintyReason(StrEnum):
    """Name GRADE's reasons to rate down (first five) or up (last three)."""

    RISK_OF_BIAS = "RoB"
    INCONSISTENCY = "INC"
    INDIRECTNESS = "IND"
    IMPRECISION = "IMP"
    PUBLICATION_BIAS = "PUB"
    LARGE_EFFECT = "LRG"
    DOSE_RESPONSE = "DOSE"
    OPPOSING_CONFOUNDING = "CONF"


class Support(StrEnum):
    """Name our scale for mechanisms; never GRADE words."""

    M4 = "M4"
    M3 = "M3"
    M2 = "M2"
    M1 = "M1"
    M0 = "M0"
    NOT_ESTABLISHED = "not-established"


class Question(StrEnum):
    """Name the four questions asked of every mechanism."""

    Q1 = "Q1"
    Q2 = "Q2"
    Q3 = "Q3"
    Q4 = "Q4"


class Line(StrEnum):
    """Name the six lines of evidence."""

    HO = "HO"
    HP = "HP"
    HG = "HG"
    HI = "HI"
    AI = "AI"
    IV = "IV"


class Rater(StrEnum):
    """Say whose grade it is: the site's (S) or the cited review's (R)."""

    SITE = "site"
    REVIEW = "review"


class ContestedMark(StrEnum):
    """Grade how contested a claim is, from an estimate debated (C1) to retracted (C4)."""

    C1 = "C1"
    C2 = "C2"
    C3 = "C3"
    C4 = "C4"


class TrialMark(StrEnum):
    """Mark what weakens a trial's number: waiting list, unblinded, sponsor-only."""

    WL = "WL"
    UB = "UB"
    SP = "SP"


class CheckLevel(StrEnum):
    """Say what was seen of a source."""

    SUMMARY = "summary"  # somebody else's account of it: news, a review that cites it, a clinical digest
    ABSTRACT = "abstract"
    FULL_TEXT = "full-text"
    REGISTER = "register"
    REGULATOR = "regulator"
    OFFICIAL_PAGE = "official-page"


class CellDirection(StrEnum):
    """Give the direction of a line of evidence in the grid."""

    POSITIVE = "+"
    NEGATIVE = "-"
    MIXED = "mixed"
    NONE = "none"


class Quality(StrEnum):
    """Give the quality of a line of evidence in the grid."""

    STRONG = "strong"
    MODERATE = "moderate"
    WEAK = "weak"


class Independence(StrEnum):
    """Say whether a line of evidence rests on one group or several."""

    ONE_GROUP = "one-group"
    SEVERAL = "several"


class Species(StrEnum):
    """Name whose biology a relation was seen in."""

    HUMAN = "human"
    NON_HUMAN_PRIMATE = "non-human-primate"
    RAT = "rat"
    MOUSE = "mouse"
    ZEBRAFISH = "zebrafish"
    IN_VITRO = "in-vitro"
