"""Words for safety facts and approvals."""

from __future__ import annotations

from enum import StrEnum


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
    SLEEP = "sleep"
    WEIGHT = "weight"
    SEXUAL_FUNCTION = "sexual-function"
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
