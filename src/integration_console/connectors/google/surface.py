"""Every method of Google's APIs that we call, as data; a test compares it with Google's own discovery documents."""

from __future__ import annotations

from dataclasses import dataclass

DRIVE_SCOPE = "https://www.googleapis.com/auth/drive.metadata.readonly"
SHARED_DRIVES_SCOPE = "https://www.googleapis.com/auth/drive.readonly"
"""Google lists shared drives only to those who may read files too; nothing of ours reads one."""
CALENDAR_SCOPE = "https://www.googleapis.com/auth/calendar.events.readonly"
WIDER_SCOPES = {
    DRIVE_SCOPE: frozenset(
        f"https://www.googleapis.com/auth/{each}"
        for each in ("drive.metadata.readonly", "drive.metadata", "drive.readonly", "drive")
    ),
    SHARED_DRIVES_SCOPE: frozenset(f"https://www.googleapis.com/auth/{each}" for each in ("drive.readonly", "drive")),
    CALENDAR_SCOPE: frozenset(
        f"https://www.googleapis.com/auth/{each}"
        for each in ("calendar.events.readonly", "calendar.events", "calendar.readonly", "calendar")
    ),
}
"""What allows the same as each scope that we ask for, and more."""

FOLDER = "application/vnd.google-apps.folder"
FILE_FIELDS = (
    "id,name,mimeType,parents,md5Checksum,size,createdTime,modifiedTime,trashed,driveId,ownedByMe,headRevisionId"
)
EVENT_FIELDS = (
    "id,status,summary,description,location,start,end,recurrence,recurringEventId,originalStartTime,eventType,"
    "organizer(email,displayName),attendees(email,displayName,responseStatus,optional),visibility,transparency,"
    "hangoutLink,iCalUID,created,updated"
)


@dataclass(frozen=True, slots=True)
class Method:
    """One method: its id, its path below the API's address, what may be asked, what is wanted of the answer."""

    id: str
    path: str
    parameters: frozenset[str]
    fields: str
    scope: str


def _method(name: str, path: str, parameters: str, fields: str, scope: str = DRIVE_SCOPE) -> Method:
    return Method(name, path, frozenset(parameters.split()), fields, scope)


ABOUT = _method("drive.about.get", "drive/v3/about", "fields", "user(displayName,emailAddress)")
FILE = _method("drive.files.get", "drive/v3/files/{fileId}", "fields supportsAllDrives", "id,name,mimeType,driveId")
FILES = _method(
    "drive.files.list",
    "drive/v3/files",
    "corpora driveId fields includeItemsFromAllDrives pageSize pageToken q spaces supportsAllDrives",
    f"nextPageToken,incompleteSearch,files({FILE_FIELDS})",
)
DRIVES = _method(
    "drive.drives.list",
    "drive/v3/drives",
    "fields pageSize pageToken",
    "nextPageToken,drives(id,name)",
    SHARED_DRIVES_SCOPE,
)
START = _method(
    "drive.changes.getStartPageToken",
    "drive/v3/changes/startPageToken",
    "driveId fields supportsAllDrives",
    "startPageToken",
)
CHANGES = _method(
    "drive.changes.list",
    "drive/v3/changes",
    "driveId fields includeCorpusRemovals includeItemsFromAllDrives includeRemoved pageSize pageToken restrictToMyDrive"
    " spaces supportsAllDrives",
    "nextPageToken,newStartPageToken,"
    f"changes(changeType,time,removed,fileId,driveId,file({FILE_FIELDS}),drive(id,name))",
)
EVENTS = _method(
    "calendar.events.list",
    "calendar/v3/calendars/{calendarId}/events",
    "fields maxResults pageToken syncToken",
    f"nextPageToken,nextSyncToken,summary,items({EVENT_FIELDS})",
    CALENDAR_SCOPE,
)
METHODS = (ABOUT, FILE, FILES, DRIVES, START, CHANGES, EVENTS)
