"""Collects the sentences of the code into translations/*.ts, and checks that these are fresh and finished.

Usage: translations.py collect | check
English needs only its plural forms (`console_en.ts`); every other language needs all sentences.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from xml.etree import ElementTree as ET

TOP = Path(__file__).resolve().parents[1]
SOURCES = TOP / "translations"
Message = tuple[str, str, str, bool]


def collect(source: Path) -> None:
    """Brings one .ts file up to date with the code; sentences that are gone leave it."""
    code = [str(path) for path in sorted((TOP / "src").rglob("*.py"))]
    plural = ["-pluralonly"] if source.stem.endswith("_en") else []
    command = [str(Path(sys.executable).with_name("pyside6-lupdate")), *code, "-ts", str(source)]
    options = ["-silent", "-no-obsolete", "-locations", "none", *plural]
    subprocess.run([*command, *options], check=True)


def messages(source: Path) -> dict[Message, bool]:
    """Every sentence of a .ts file, and whether its translation is finished."""
    found = {}
    for context in ET.parse(source).getroot().iter("context"):  # noqa: S314 - our own file
        name = context.findtext("name", "")
        for message in context.iter("message"):
            translation = message.find("translation")
            if translation is None or translation.get("type") in {"vanished", "obsolete"}:
                continue
            key = (name, message.findtext("source", ""), message.findtext("comment", ""), "numerus" in message.attrib)
            found[key] = _finished(translation)
    return found


def _finished(translation: ET.Element) -> bool:
    forms = [form.text for form in translation.iter("numerusform")] or [translation.text]
    return translation.get("type") != "unfinished" and all(form and form.strip() for form in forms)


def complaints(source: Path) -> list[str]:
    """What is wrong with one .ts file: sentences it lacks, sentences that are gone, translations not finished."""
    with tempfile.TemporaryDirectory() as folder:
        fresh = Path(folder) / source.name
        shutil.copy(source, fresh)
        collect(fresh)
        wanted = messages(fresh)
    present = messages(source)
    name = source.name
    return [
        *(f"{name}: not collected yet: {key[0]}: {key[1]!r}" for key in wanted if key not in present),
        *(f"{name}: no longer in the code: {key[0]}: {key[1]!r}" for key in present if key not in wanted),
        *(f"{name}: not finished: {key[0]}: {key[1]!r}" for key, finished in present.items() if not finished),
    ]


def main(arguments: list[str]) -> int:
    sources = sorted(SOURCES.glob("*.ts"))
    if arguments == ["collect"]:
        for source in sources:
            collect(source)
        return 0
    found = [complaint for source in sources for complaint in complaints(source)]
    print("\n".join(found) or f"{len(sources)} translations are fresh and finished.")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
