"""Language of the window: translation, direction, bidirectional text, numbers and dates.

`language` is the language in force and `formats` writes in it. They are one per process, because Qt's translators are.
"""

from __future__ import annotations

from integration_console.ui.language.bidi import strip_isolates, technical, user_text
from integration_console.ui.language.formats import Formats
from integration_console.ui.language.language import Digits, Language, LanguageCode
from integration_console.ui.language.sentences import (
    error_advice,
    error_sentence,
    error_title,
    filled,
    problem_sentence,
)
from integration_console.ui.language.translated import Translated

language = Language()
formats = Formats(language)

__all__ = [
    "Digits",
    "Formats",
    "Language",
    "LanguageCode",
    "Translated",
    "error_advice",
    "error_sentence",
    "error_title",
    "filled",
    "formats",
    "language",
    "problem_sentence",
    "strip_isolates",
    "technical",
    "user_text",
]
