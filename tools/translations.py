"""Collects the sentences of the code into translations/*.ts, and checks that these are fresh and finished.

Usage: translations.py collect | check
English needs only its plural forms (`console_en.ts`); every other language needs all sentences.
"""

from __future__ import annotations

import ast
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from xml.etree import ElementTree as ET

TOP = Path(__file__).resolve().parents[1]
SOURCES = TOP / "translations"
PLURAL_ARGUMENTS = 4  # context, text, comment, n
Message = tuple[str, str, str, bool]


def collect(source: Path) -> None:
    """Brings one .ts file up to date with the code; sentences that are gone leave it."""
    with tempfile.TemporaryDirectory() as folder:
        code = readable_copies(Path(folder))
        plural = ["-pluralonly"] if source.stem.endswith("_en") else []
        command = [str(Path(sys.executable).with_name("pyside6-lupdate")), *code, "-ts", str(source)]
        subprocess.run([*command, "-silent", "-no-obsolete", "-locations", "none", *plural], check=True)


def readable_copies(folder: Path) -> list[str]:
    """Copies of the sources in which lupdate sees the plurals.

    lupdate 6.11 takes `translate(context, text, "", n)` for a plural only where n is a plain number; a name makes it an
    ordinary sentence, and with anything longer the sentence is not found at all. So the copies say 1 for every n.
    """
    copies = []
    for number, path in enumerate(sorted((TOP / "src").rglob("*.py"))):
        copy = folder / f"{number:04}_{path.name}"
        copy.write_text(with_plain_numbers(path.read_text("utf-8")), "utf-8")
        copies.append(str(copy))
    return copies


def with_plain_numbers(code: str) -> str:
    """The code with the fourth argument of each call of `translate` replaced by 1."""
    lines = code.encode().splitlines(keepends=True)
    counts = [
        node.args[3]
        for node in ast.walk(ast.parse(code))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "translate"
        if len(node.args) == PLURAL_ARGUMENTS
    ]
    for count in sorted(counts, key=lambda node: (node.lineno, node.col_offset), reverse=True):
        first, last = count.lineno - 1, (count.end_lineno or count.lineno) - 1
        lines[first : last + 1] = [lines[first][: count.col_offset] + b"1" + lines[last][count.end_col_offset :]]
    return b"".join(lines).decode()


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
    """What is wrong with one .ts file: what it lacks, what is gone, what is not finished or misread."""
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
        # behind a `QCoreApplication.translate` lupdate may take `self.tr` for a part of it: say the sentence before
        *(f"{name}: lupdate misread where this stands: {key[0]}: {key[1]!r}" for key in present if "." in key[0]),
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
