"""Rules of retention as lines that people write: `sync.* = 30`, `status:error = ever`."""

from __future__ import annotations

from integration_console.domain.errors import FieldProblem, InvalidInput
from integration_console.domain.retention import RetentionRule
from integration_console.domain.translatable import QT_TRANSLATE_NOOP

_EVER = "ever"
_NO_LINE = QT_TRANSLATE_NOOP("Forms", "“{name}” is no rule; write a class and days, as in sync.* = 30, or ever.")


def rules_text(rules: tuple[RetentionRule, ...]) -> str:
    """Return a line for each rule."""
    return "\n".join(f"{rule.name} = {rule.days or _EVER}" for rule in rules)


def read_rules(text: str) -> tuple[RetentionRule, ...]:
    """Return the rules that lines stand for. Raises `InvalidInput`, naming the first line that is none."""
    return tuple(_rule(line) for line in map(str.strip, text.splitlines()) if line)


def _rule(line: str) -> RetentionRule:
    name, equals, days = (part.strip() for part in line.rpartition("="))
    if not equals or not name or not (days == _EVER or days.isdecimal()):
        raise InvalidInput(FieldProblem("rules", _NO_LINE, (("name", line),)))
    return RetentionRule(name, None if days == _EVER else int(days))
