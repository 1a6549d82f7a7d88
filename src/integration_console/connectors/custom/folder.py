"""A folder of manifests: each file in it is a connector type of its own."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from integration_console.connectors.custom.kind import ManifestConnectorType
from integration_console.connectors.custom.manifest import read_manifest
from integration_console.connectors.custom.text import LARGEST_TEXT, WHOLE, ManifestFault
from integration_console.connectors.http import HttpClients
from integration_console.domain.connectors import BrokenType, ConnectorKind
from integration_console.domain.errors import ManifestInvalid
from integration_console.domain.translatable import QT_TRANSLATE_NOOP

_ENDINGS = frozenset({".yaml", ".yml", ".json"})
_MOST_FILES = 200
_UNREADABLE = QT_TRANSLATE_NOOP("Forms", "the file cannot be read")
_TOO_LARGE = QT_TRANSLATE_NOOP("Forms", "the file is larger than {limit} bytes")
_NOT_UTF8 = QT_TRANSLATE_NOOP("Forms", "the file is not written in UTF-8")
_SAME_KEY = QT_TRANSLATE_NOOP("Forms", "another file has this key")


class ManifestFolder:
    """Reads the manifests of a folder; one that is not there has none."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def types(self, http: HttpClients) -> Iterator[ConnectorKind | BrokenType]:
        """Yield a connector type for each good file, by name, and the reason for each other one."""
        known: set[str] = set()
        for path in self._paths():
            try:
                manifest = read_manifest(_text(path), needs_key=True)
                if manifest.key in known:
                    raise ManifestFault(1, "key", _SAME_KEY)
            except ManifestFault as fault:
                yield BrokenType(path.name, str(_invalid(path.name, fault)))
                continue
            known.add(manifest.key)
            yield ManifestConnectorType(manifest, http)

    def _paths(self) -> list[Path]:
        try:
            found = [each for each in self._folder.iterdir() if each.suffix.lower() in _ENDINGS]
            return sorted(each for each in found if each.is_file() and not each.name.startswith("."))[:_MOST_FILES]
        except OSError:
            return []


def _invalid(name: str, fault: ManifestFault) -> ManifestInvalid:
    return ManifestInvalid(file=name, line=fault.line, field=fault.field, problem=fault.sentence.rstrip("."))


def _text(path: Path) -> str:
    try:
        with path.open("rb") as file:
            content = file.read(LARGEST_TEXT + 1)
    except OSError:
        raise ManifestFault(1, WHOLE, _UNREADABLE) from None
    if len(content) > LARGEST_TEXT:
        raise ManifestFault(1, WHOLE, _TOO_LARGE, (("limit", str(LARGEST_TEXT)),))
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise ManifestFault(content.count(b"\n", 0, error.start) + 1, WHOLE, _NOT_UTF8) from None
