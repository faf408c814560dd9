"""Every closed vocabulary of the records, declared once and in the order in which it is shown.

The words that readers see for them, in both languages, stand in `docs/data/words/vocabulary.yaml` under the
name of the class in kebab-case.
"""

from __future__ import annotations

from enum import StrEnum


class Kind(StrEnum):
    """Name the three page families."""

    MECHANISM = "mechanism"
    THERAPY = "therapy"
    GUIDE = "guide"

    @property
    def folder(self) -> str:
        """Return the folder of the family's pages under `docs/<language>/`."""
        return {"mechanism": "mechanisms", "therapy": "therapies", "guide": "guide"}[self.value]


class Group(StrEnum):
    """Name the shelves of the navigation; each belongs to one kind."""

    NEUROTRANSMITTERS = "neurotransmitters"
    STRESS_SYSTEMS = "stress-systems"
    BODY_SYSTEMS = "body-systems"
    CIRCUITS = "circuits"
    PLASTICITY = "plasticity"
    GENETICS = "genetics"
    PSYCHOSOCIAL = "psychosocial"
    ANTIDEPRESSANTS = "antidepressants"
    RAPID_ACTING = "rapid-acting"
    ANXIOLYTICS = "anxiolytics"
    AUGMENTATION = "augmentation"
    OTHER_MEDICINES = "other-medicines"
    PSYCHOLOGICAL = "psychological"
    STIMULATION = "stimulation"
    LIFESTYLE = "lifestyle"
    CONDITIONS = "conditions"
    DIAGNOSIS_AND_CARE = "diagnosis-and-care"
    COMPARISON_AND_SAFETY = "comparison-and-safety"
    READING_EVIDENCE = "reading-evidence"
    THIS_SITE = "this-site"

    @property
    def kind(self) -> Kind:
        """Return the page family that the shelf belongs to."""
        return next(kind for kind, groups in GROUPS_OF_KIND.items() if self in groups)


GROUPS_OF_KIND: dict[Kind, tuple[Group, ...]] = {
    Kind.MECHANISM: (
        Group.NEUROTRANSMITTERS,
        Group.STRESS_SYSTEMS,
        Group.BODY_SYSTEMS,
        Group.CIRCUITS,
        Group.PLASTICITY,
        Group.GENETICS,
        Group.PSYCHOSOCIAL,
    ),
    Kind.THERAPY: (
        Group.ANTIDEPRESSANTS,
        Group.RAPID_ACTING,
        Group.ANXIOLYTICS,
        Group.AUGMENTATION,
        Group.OTHER_MEDICINES,
        Group.PSYCHOLOGICAL,
        Group.STIMULATION,
        Group.LIFESTYLE,
    ),
    Kind.GUIDE: (
        Group.CONDITIONS,
        Group.DIAGNOSIS_AND_CARE,
        Group.COMPARISON_AND_SAFETY,
        Group.READING_EVIDENCE,
        Group.THIS_SITE,
    ),
}


class Design(StrEnum):
    """Name the design of a study or the nature of a document."""

    META_ANALYSIS = "meta-analysis"
    NETWORK_META_ANALYSIS = "network-meta-analysis"
    UMBRELLA_REVIEW = "umbrella-review"
    SYSTEMATIC_REVIEW = "systematic-review"
    RCT = "rct"
    GUIDELINE = "guideline"
    COHORT = "cohort"
    CASE_CONTROL = "case-control"
    CROSS_SECTIONAL = "cross-sectional"
    GWAS = "gwas"
    MENDELIAN_RANDOMIZATION = "mendelian-randomization"
    HUMAN_EXPERIMENTAL = "human-experimental"
    VALIDATION = "validation"
    QUALITATIVE = "qualitative"
    CASE_REPORT = "case-report"
    ANIMAL = "animal"
    IN_VITRO = "in-vitro"
    REVIEW = "review"
    COMMENTARY = "commentary"
    REGULATORY = "regulatory"
    OFFICIAL_PAGE = "official-page"


class ReferenceStatus(StrEnum):
    """Say what became of a publication after it appeared."""

    OK = "ok"
    CORRECTED = "corrected"
    EXPRESSION_OF_CONCERN = "expression-of-concern"
    RETRACTED = "retracted"


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


class EntityKind(StrEnum):
    """Name what has an id and names but no page."""

    CONDITION = "condition"
    SYMPTOM_DIMENSION = "symptom-dimension"
    MECHANISM = "mechanism"
    TARGET = "target"
    REGION = "region"
    GENE_SET = "gene-set"
    THERAPY = "therapy"
    MEDICINE = "medicine"
    SCALE = "scale"
    GUIDELINE = "guideline"


class SafetyKind(StrEnum):
    """Name the rows of safety, in the order in which a reader needs them."""

    EMERGENCY = "emergency"
    BOXED_WARNING = "boxed-warning"
    CONTRAINDICATION = "contraindication"
    INTERACTION = "interaction"
    WASHOUT = "washout"
    WARNING = "warning"
    MONITORING = "monitoring"
    STOPPING = "stopping"
    OVERDOSE = "overdose"
    PREGNANCY = "pregnancy"
    BREASTFEEDING = "breastfeeding"
    UNDER_18 = "under-18"
    UNDER_25 = "under-25"
    OVER_65 = "over-65"
    HEPATIC = "hepatic"
    RENAL = "renal"
    CARDIAC = "cardiac"
    BIPOLAR = "bipolar"
    METABOLISM = "metabolism"
    DRIVING = "driving"


class Severity(StrEnum):
    """Rank an interaction."""

    CONTRAINDICATED = "contraindicated"
    MAJOR = "major"
    MODERATE = "moderate"
    MINOR = "minor"


class Agency(StrEnum):
    """Name the regulators whose decisions are recorded."""

    FDA = "FDA"
    EMA = "EMA"
    MHRA = "MHRA"
    NMPA = "NMPA"
    OTHER = "other"


class ApprovalStatus(StrEnum):
    """Say where a medicine or device stands with one agency for one use."""

    APPROVED = "approved"
    CLEARED = "cleared"
    NOT_APPROVED = "not-approved"
    OFF_LABEL = "off-label"
    FILED = "filed"
    REFUSED = "refused"
    WITHDRAWN = "withdrawn"
    NOT_CONFIRMED = "not-confirmed"


class AliasKind(StrEnum):
    """Say why people type a name that the page does not print."""

    ABBREVIATION = "abbreviation"
    SYNONYM = "synonym"
    LAY = "lay"
    BRAND = "brand"
    MISSPELLING = "misspelling"
    TRADITIONAL = "traditional"
    DISALLOWED = "disallowed"
    PINYIN = "pinyin"
