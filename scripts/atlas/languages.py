"""The two languages of the atlas."""

from __future__ import annotations

from enum import StrEnum


class Language(StrEnum):
    """Name a language by its folder under `docs/`."""

    EN = "en"
    ZH = "zh"

    @property
    def tag(self) -> str:
        """Return the BCP 47 tag for `lang` and `hreflang`."""
        return {"en": "en", "zh": "zh-CN"}[self.value]

    @property
    def locale(self) -> str:
        """Return the CLDR locale that formats numbers and dates."""
        return {"en": "en_US", "zh": "zh_Hans_CN"}[self.value]

    @property
    def prefix(self) -> str:
        """Return the folder of the published site: English at the root, Chinese under `zh/`."""
        return {"en": "", "zh": "zh/"}[self.value]

    @property
    def twin(self) -> Language:
        """Return the other language."""
        return Language.ZH if self is Language.EN else Language.EN
