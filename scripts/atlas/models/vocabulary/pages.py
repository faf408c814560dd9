"""Words for pages, references and names."""

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
