"""Reads the text of a manifest, YAML or JSON, so that each of its fields is known by its line."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import yaml

from integration_console.domain.translatable import QT_TRANSLATE_NOOP

LARGEST_TEXT = 256 * 1024
_MOST_PARTS = 20_000
_DEEPEST = 40
_DATE, _TRUTH = "tag:yaml.org,2002:timestamp", "tag:yaml.org,2002:bool"
_TEXT = "tag:yaml.org,2002:str"
_PLAIN = {
    "tag:yaml.org,2002:int": re.compile(r"[-+]?(0|[1-9][0-9]*)$"),
    "tag:yaml.org,2002:float": re.compile(r"[-+]?(0|[1-9][0-9]*)(\.[0-9]+([eE][-+]?[0-9]{1,3})?|[eE][-+]?[0-9]{1,3})$"),
}
WHOLE = "manifest"
"""What the whole of it is called where no field can be named."""

_NOT_READABLE = QT_TRANSLATE_NOOP("Forms", "this is not written as YAML or JSON must be")
_TOO_LARGE = QT_TRANSLATE_NOOP("Forms", "this is too large, or nested too deeply")
_ALIAS = QT_TRANSLATE_NOOP("Forms", "anchors, aliases and tags are not allowed")
_TWICE = QT_TRANSLATE_NOOP("Forms", "this is written twice")
_NOT_NAME = QT_TRANSLATE_NOOP("Forms", "a name must be text: put it in quotes")
_NOT_OBJECT = QT_TRANSLATE_NOOP("Forms", "this must be an object of names and values")

Path = Sequence[str | int]


class ManifestFault(Exception):
    """What is wrong with a manifest, and where: the line from 1 on, the field, a translatable sentence, its holes."""

    def __init__(self, line: int, field: str, problem: str, params: tuple[tuple[str, str], ...] = ()) -> None:
        super().__init__(problem)
        self.line = line
        self.field = field
        self.problem = problem
        self.params = params

    @property
    def sentence(self) -> str:
        """The English sentence."""
        return self.problem.format(**dict(self.params))


@dataclass(frozen=True, slots=True)
class ManifestText:
    """What a text says, and where each part of it stands."""

    content: dict[str, Any]
    root: yaml.Node

    def line(self, path: Path) -> int:
        """Return the line of the part at `path`, or of the nearest part around it."""
        node, line = self.root, self.root.start_mark.line + 1
        for step in path:
            found = _part(node, step)
            if found is None:
                return line
            node, line = found
        return line

    def fault(self, path: Path, problem: str, params: tuple[tuple[str, str], ...] = ()) -> ManifestFault:
        """Return what is wrong with the part at `path`."""
        return ManifestFault(self.line(path), named(path), problem, params)


class _Loader(yaml.SafeLoader):
    """YAML without its surprises: only true and false are truth values, 10:30, 010 and dates stay text."""

    yaml_implicit_resolvers = {  # noqa: RUF012 - as its base class has it
        letter: [
            (tag, _PLAIN.get(tag, rule)) for tag, rule in rules if tag != _DATE and (tag != _TRUTH or letter in "tTfF")
        ]
        for letter, rules in yaml.SafeLoader.yaml_implicit_resolvers.items()
    }


def read_text(text: str) -> ManifestText:
    """Return what `text` says. Raises `ManifestFault`; nothing of the text is ever run, and none of it repeated."""
    if len(text) > LARGEST_TEXT:
        raise ManifestFault(1, WHOLE, _TOO_LARGE)
    as_json = text.lstrip().startswith("{")
    spaced = text.replace("\t", " ") if as_json else text  # YAML, which knows the lines, does not take tabs
    try:
        _look_over(spaced)
        root = yaml.compose(spaced, Loader=_Loader)
        content = json.loads(text) if as_json else yaml.load(text, Loader=_Loader)  # noqa: S506 - a safe loader
        json.dumps(content, ensure_ascii=False, allow_nan=False).encode()  # halves of letters cannot be kept anywhere
    except json.JSONDecodeError as error:
        raise ManifestFault(error.lineno, WHOLE, _NOT_READABLE) from None
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        raise ManifestFault(mark.line + 1 if mark else 1, WHOLE, _NOT_READABLE) from None
    except yaml.YAMLError as error:  # a character that YAML does not know
        line = text.count("\n", 0, getattr(error, "position", 0)) + 1
        raise ManifestFault(line, WHOLE, _NOT_READABLE) from None
    except (ValueError, RecursionError):  # a number that is too long, half of a letter
        raise ManifestFault(1, WHOLE, _NOT_READABLE) from None
    if not isinstance(root, yaml.MappingNode) or not isinstance(content, dict):
        raise ManifestFault(1, WHOLE, _NOT_OBJECT)
    found = ManifestText(content, root)
    for path, problem in _faulty_names(root, ()):
        raise found.fault(path, problem)
    return found


def named(path: Path) -> str:
    """Return a path as people write it: streams[0].id."""
    text = "".join(f"[{step}]" if isinstance(step, int) else f".{_shown(step)}" for step in path)
    return text.removeprefix(".") or WHOLE


def _shown(name: object) -> str:
    return re.sub(r"[^\w.-]", "?", str(name))[:60]


def _look_over(text: str) -> None:
    """Raise `ManifestFault` before anything is built: for aliases, which may swell, for depth and for size."""
    depth = 0
    for count, event in enumerate(yaml.parse(text, Loader=_Loader)):
        depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
        line = event.start_mark.line + 1 if event.start_mark else 1
        if isinstance(event, yaml.NodeEvent) and (event.anchor or getattr(event, "tag", None)):
            raise ManifestFault(line, WHOLE, _ALIAS)
        if depth > _DEEPEST or count > _MOST_PARTS:
            raise ManifestFault(line, WHOLE, _TOO_LARGE)


def _part(node: yaml.Node, step: str | int) -> tuple[yaml.Node, int] | None:
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            if key.value == str(step):
                return value, key.start_mark.line + 1
    if isinstance(node, yaml.SequenceNode) and isinstance(step, int) and step < len(node.value):
        return node.value[step], node.value[step].start_mark.line + 1
    return None


def _faulty_names(node: yaml.Node, path: tuple[str | int, ...]) -> Iterator[tuple[Path, str]]:
    if isinstance(node, yaml.SequenceNode):
        for index, each in enumerate(node.value):
            yield from _faulty_names(each, (*path, index))
    if isinstance(node, yaml.MappingNode):
        known: set[str] = set()
        for key, value in node.value:
            name = str(key.value)
            if key.tag != _TEXT:
                yield (*path, name), _NOT_NAME
            if name in known:
                yield (*path, name), _TWICE
            known.add(name)
            yield from _faulty_names(value, (*path, name))
