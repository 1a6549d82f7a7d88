"""What a Google Drive in miniature knows: files, shared drives, and a change log for the user and for each drive."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import islice
from random import Random
from threading import RLock
from typing import Any

from integration_console.sandbox.google_refusals import invalid_place, not_found

USER = "user"
ROOT = "0AMyDriveRoot"
FOLDER = "application/vnd.google-apps.folder"
_KINDS = ("application/pdf", "image/png", "text/plain", "application/vnd.google-apps.document")
_WORDS = ("تقرير", "ميزانية", "Report", "Budget", "فاتورة", "عقد", "Plan", "محضر اجتماع", "Invoice", "صورة")
_FOLDER_EVERY = 40


@dataclass(slots=True)
class SandboxFile:
    """A file of the sandbox; `drive` is empty in My Drive, `hidden` means that it is no longer shared with us."""

    id: str
    name: str
    mime_type: str = "application/pdf"
    parent: str = ROOT
    drive: str = ""
    version: int = 1
    trashed: bool = False
    deleted: bool = False
    hidden: bool = False

    @property
    def gone(self) -> bool:
        """Whether the account cannot see it any more."""
        return self.deleted or self.hidden

    def shown(self) -> dict[str, Any]:
        """Return it as Google does; a number is a text there."""
        day = f"2026-01-01T{self.version // 3600 % 24:02d}:{self.version // 60 % 60:02d}:{self.version % 60:02d}.000Z"
        kind = (
            {} if self.mime_type == FOLDER else {"size": str(100 + self.version), "md5Checksum": f"{self.version:032x}"}
        )
        return {
            "id": self.id,
            "name": self.name,
            "mimeType": self.mime_type,
            "parents": [self.parent],
            "createdTime": "2026-01-01T00:00:00.000Z",
            "modifiedTime": day,
            "trashed": self.trashed,
            **kind,
            **({"driveId": self.drive} if self.drive else {"ownedByMe": True}),
        }


@dataclass(slots=True)
class _Log:
    """A change log: of each thing only the newest entry stays, as in Google's."""

    entries: dict[int, tuple[str, str]] = field(default_factory=dict)
    places: dict[tuple[str, str], int] = field(default_factory=dict)
    next: int = 1

    def note(self, kind: str, thing: str) -> None:
        """Write that a thing changed."""
        self.entries.pop(self.places.pop((kind, thing), 0), None)
        self.entries[self.next] = (kind, thing)
        self.places[kind, thing] = self.next
        self.next += 1


class DriveHouse:
    """The files of one account, in My Drive and in shared drives; all methods may be called while it is read."""

    def __init__(self) -> None:
        self.lock = RLock()
        self.files: dict[str, SandboxFile] = {}
        self.drives: dict[str, str] = {}
        self._logs: dict[str, _Log] = {USER: _Log()}
        self.incomplete = False
        """Whether lists leave out what they should show, and say so."""
        self._age = 0

    def fill(self, count: int, *, seed: int = 1, drives: int = 2) -> None:
        """Add `count` files that are the same for the same seed, a part of them in `drives` shared drives."""
        chance = Random(seed)  # noqa: S311 - invented data
        homes = ["", *(f"0AShared{number:02d}" for number in range(1, drives + 1))]
        for home in homes[1:]:
            self.join_drive(home, f"{chance.choice(_WORDS)} {home[-2:]}")
        folders: dict[str, list[str]] = {home: [home or ROOT] for home in homes}
        for number in range(count):
            home = homes[0] if number % 2 else chance.choice(homes)
            is_folder = number % _FOLDER_EVERY == 0
            file = SandboxFile(
                id=f"1{seed:02d}file{number:07d}",
                name=f"{chance.choice(_WORDS)} {number}",
                mime_type=FOLDER if is_folder else chance.choice(_KINDS),
                parent=chance.choice(folders[home]),
                drive=home,
            )
            if is_folder:
                folders[home].append(file.id)
            self.files[file.id] = file

    def add(self, name: str, *, parent: str = "", drive: str = "", folder: bool = False) -> str:
        """Add a file or a folder and return its id."""
        with self.lock:
            file_id = f"1new{len(self.files):07d}"
            kind = FOLDER if folder else "application/pdf"
            self.files[file_id] = SandboxFile(file_id, name, kind, parent or drive or ROOT, drive)
            self._note(self.files[file_id])
            return file_id

    def rename(self, file_id: str, name: str) -> None:
        """Give a file another name."""
        self._change(file_id, name=name)

    def trash(self, file_id: str) -> None:
        """Put a file into the trash."""
        self._change(file_id, trashed=True)

    def untrash(self, file_id: str) -> None:
        """Take a file out of the trash."""
        self._change(file_id, trashed=False)

    def delete(self, file_id: str) -> None:
        """Delete a file for good."""
        self._change(file_id, deleted=True)

    def lose_access(self, file_id: str) -> None:
        """Let the account see a file no more, though it exists."""
        self._change(file_id, hidden=True)

    def move(self, file_id: str, *, parent: str = "", drive: str = "") -> None:
        """Move a file into a folder, or into a shared drive ("": My Drive)."""
        with self.lock:
            before = self.files[file_id].drive
            self._change(file_id, parent=parent or drive or ROOT, drive=drive)
            if before != drive:
                self._log(before).note("file", file_id)

    def join_drive(self, drive: str, name: str) -> None:
        """Let the account become a member of a shared drive."""
        with self.lock:
            self.drives[drive] = name
            self._log(drive)
            self._log("").note("drive", drive)

    def leave_drive(self, drive: str) -> None:
        """Let the account be a member no longer; the drive's files stay where they are."""
        with self.lock:
            del self.drives[drive]
            self._log("").note("drive", drive)

    def forget_places(self) -> None:
        """Let every page token that was given so far be unknown."""
        self._age += 1

    def listed(self, fields: dict[str, Any]) -> dict[str, Any]:
        """Answer files.list."""
        start, size = self._offset(fields), _size(fields)
        drive = str(fields.get("driveId") or "") if fields.get("corpora") == "drive" else ""
        parents = [part.split("'")[1] for part in str(fields.get("q") or "").split(" or ") if "' in parents" in part]
        with self.lock:
            self._require(drive)
            page, place = [], start
            for file in islice(self.files.values(), start, None):
                place += 1
                if file.drive == drive and not file.gone and (not parents or file.parent in parents):
                    page.append(self._shown(file, fields))
                if len(page) == size:
                    break
            more = {"nextPageToken": f"f.{self._age}.{place}"} if place < len(self.files) and page else {}
        return {"files": page[1:] if self.incomplete else page, "incompleteSearch": self.incomplete, **more}

    def file(self, file_id: str) -> dict[str, Any]:
        """Answer files.get."""
        with self.lock:
            found = self.files.get(file_id)
            if found is None or found.gone or (found.drive and found.drive not in self.drives):
                raise not_found(f"File {file_id}", "fileId")
            return found.shown()

    def drives_listed(self) -> dict[str, Any]:
        """Answer drives.list."""
        with self.lock:
            return {"drives": [{"id": drive, "name": name} for drive, name in self.drives.items()]}

    def start(self, fields: dict[str, Any]) -> dict[str, Any]:
        """Answer changes.getStartPageToken."""
        drive = str(fields.get("driveId") or "")
        with self.lock:
            self._require(drive)
            return {"startPageToken": self._place(drive, self._log(drive).next)}

    def changes(self, fields: dict[str, Any]) -> dict[str, Any]:
        """Answer changes.list."""
        drive, size = str(fields.get("driveId") or ""), _size(fields)
        with self.lock:
            self._require(drive)
            log, start = self._log(drive), self._change_number(drive, str(fields.get("pageToken") or ""))
            coming = [place for place in log.entries if place >= start]
            entries = [self._entry(drive, *log.entries[place], fields) for place in coming[:size]]
            if len(coming) > size:
                return {"changes": entries, "nextPageToken": self._place(drive, coming[size])}
            return {"changes": entries, "newStartPageToken": self._place(drive, log.next)}

    def _entry(self, drive: str, kind: str, thing: str, fields: dict[str, Any]) -> dict[str, Any]:
        if kind == "drive":
            joined = thing in self.drives
            known = {"drive": {"id": thing, "name": self.drives[thing]}} if joined else {}
            return {"changeType": "drive", "driveId": thing, "removed": not joined, **known}
        file = self.files[thing]
        here = not file.gone and file.drive == drive
        elsewhere = not file.gone and not here and (not file.drive or file.drive in self.drives)
        told = here or (elsewhere and fields.get("includeCorpusRemovals") == "true")
        entry = {"changeType": "file", "fileId": thing, "removed": not here, "time": "2026-01-01T00:00:00.000Z"}
        return {**entry, "file": file.shown()} if told else entry

    def _change(self, file_id: str, **changes: Any) -> None:
        with self.lock:
            file = self.files[file_id]
            file.version += 1
            for name, value in changes.items():
                setattr(file, name, value)
            self._note(file)

    def _note(self, file: SandboxFile) -> None:
        self._log(file.drive).note("file", file.id)

    def _log(self, drive: str) -> _Log:
        return self._logs.setdefault(drive or USER, _Log())

    def _require(self, drive: str) -> None:
        if drive and drive not in self.drives:
            raise not_found(f"Shared drive {drive}", "driveId")

    def _place(self, drive: str, number: int) -> str:
        return f"c.{self._age}.{drive or USER}.{number}"

    def _change_number(self, drive: str, place: str) -> int:
        known, _, number = place.rpartition(".")
        if known != f"c.{self._age}.{drive or USER}" or not number.isdigit():
            raise invalid_place("pageToken")
        return int(number)

    def _offset(self, fields: dict[str, Any]) -> int:
        place = str(fields.get("pageToken") or "")
        known, _, number = place.rpartition(".")
        if not place:
            return 0
        if known != f"f.{self._age}" or not number.isdigit():
            raise invalid_place("pageToken")
        return int(number)

    def _shown(self, file: SandboxFile, fields: dict[str, Any]) -> dict[str, Any]:
        shown = file.shown()
        return shown if "fields" in fields else {name: shown[name] for name in ("id", "name", "mimeType")}

    def __iter__(self) -> Iterator[SandboxFile]:
        """Iterate over the files that the account can see."""
        with self.lock:
            seen = [file for file in self.files.values() if not file.gone]
        return iter([file for file in seen if not file.drive or file.drive in self.drives])


def _size(fields: dict[str, Any]) -> int:
    text = str(fields.get("pageSize") or "100")
    return min(max(int(text), 1), 1000) if text.isdigit() else 100
