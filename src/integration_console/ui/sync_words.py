"""What the window says of syncs, on every page the same: states, modes, progress, pauses, counts."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime

from PySide6.QtCore import QCoreApplication

from integration_console.domain.errors import ConsoleError, error_from_code
from integration_console.domain.streams import Stream, SyncMode
from integration_console.domain.syncs import RunCounts, RunState, SyncRun, Trigger
from integration_console.domain.translatable import QT_TRANSLATE_NOOP
from integration_console.ui.language import error_title, filled, formats, technical, user_text
from integration_console.ui.widgets import Tone

_CONTEXT = "SyncWords"
_BETWEEN = " · "
_PAUSE = QT_TRANSLATE_NOOP("SyncWords", "{name} asks for a pause: goes on in {left}")
_RETRY = QT_TRANSLATE_NOOP("SyncWords", "{reason} Tries again in {left}")
_PAUSE_BRIEFLY = QT_TRANSLATE_NOOP("SyncWords", "Asks for a pause: goes on in {left}")
_SYNCED = QT_TRANSLATE_NOOP("SyncWords", "Synced {when}")
_FAILED = QT_TRANSLATE_NOOP("SyncWords", "Sync failed {when}")
_STOPPED = QT_TRANSLATE_NOOP("SyncWords", "Sync cancelled {when}")
_SYNCING = QT_TRANSLATE_NOOP("SyncWords", "Syncing: {progress}")
_LATER = QT_TRANSLATE_NOOP("SyncWords", "Goes on in {left}")
_ACCESS = QT_TRANSLATE_NOOP("SyncWords", "Rests until “{name}” is authorised again")
_OF = QT_TRANSLATE_NOOP("SyncWords", "{done} of {total}")
_RATE = QT_TRANSLATE_NOOP("SyncWords", "{rate}/s")
_LEFT = QT_TRANSLATE_NOOP("SyncWords", "{left} left")


def state_of_run(run: SyncRun) -> tuple[str, Tone, str]:
    """The word, tone and icon for where a run is."""
    if run.cancel_requested and not run.ended:
        return QCoreApplication.translate("SyncWords", "Stopping…"), Tone.NEUTRAL, "circle-stop"
    return _state(run.state)


def _state(state: RunState) -> tuple[str, Tone, str]:
    states = {
        RunState.QUEUED: (QCoreApplication.translate("SyncWords", "Queued"), Tone.NEUTRAL, "clock"),
        RunState.RUNNING: (QCoreApplication.translate("SyncWords", "Running"), Tone.INFO, "refresh-cw"),
        RunState.WAITING: (QCoreApplication.translate("SyncWords", "Waiting"), Tone.WARNING, "hourglass"),
        RunState.SUCCEEDED: (QCoreApplication.translate("SyncWords", "Succeeded"), Tone.SUCCESS, ""),
        RunState.FAILED: (QCoreApplication.translate("SyncWords", "Failed"), Tone.DANGER, ""),
        RunState.CANCELLED: (QCoreApplication.translate("SyncWords", "Cancelled"), Tone.NEUTRAL, "ban"),
    }
    return states[state]


def mode_word(mode: SyncMode) -> str:
    """How much of the source is read."""
    words = {
        SyncMode.INCREMENTAL: QCoreApplication.translate("SyncWords", "Changes"),
        SyncMode.FULL: QCoreApplication.translate("SyncWords", "Everything"),
        SyncMode.RECONCILE: QCoreApplication.translate("SyncWords", "Comparison"),
    }
    return words[mode]


def mode_sentence(mode: SyncMode) -> str:
    """What a mode does, for menus and tips."""
    words = {
        SyncMode.INCREMENTAL: QCoreApplication.translate("SyncWords", "Only what changed since the last sync"),
        SyncMode.FULL: QCoreApplication.translate("SyncWords", "Read everything anew, and find what is gone"),
        SyncMode.RECONCILE: QCoreApplication.translate("SyncWords", "Compare everything with what is stored"),
    }
    return words[mode]


def trigger_word(trigger: Trigger) -> str:
    """Who asked for a run."""
    words = {
        Trigger.PERSON: QCoreApplication.translate("SyncWords", "By hand"),
        Trigger.SCHEDULE: QCoreApplication.translate("SyncWords", "Schedule"),
        Trigger.FUNCTION: QCoreApplication.translate("SyncWords", "Function"),
    }
    return words[trigger]


def stream_title(stream: Stream) -> str:
    """The name of a stream."""
    return QCoreApplication.translate("Streams", stream.title)


def stream_titles(keys: Sequence[str], streams: Mapping[str, Stream]) -> str:
    """The names of streams, in a sentence; those that are not known by their keys."""
    return formats.listing(
        [user_text(stream_title(streams[key])) if key in streams else technical(key) for key in keys]
    )


def error_of_run(run: SyncRun) -> ConsoleError | None:
    """Why a run failed, or why it waits."""
    return error_from_code(run.error_code, run.error_params) if run.error_code else None


def share_of(run: SyncRun) -> float | None:
    """How far a run has come, 0 to 1; None: not known."""
    total = run.progress.total
    return min(run.progress.done / total, 1.0) if total else None


def progress_words(run: SyncRun, now: datetime | None = None) -> str:
    """How many records of how many, how fast, and how long it will take; what is not known is left out."""
    now = now or datetime.now(UTC)
    done, total, rate = run.progress.done, run.progress.total, run.per_second(now)
    if total:
        parts = [filled(_CONTEXT, _OF, {"done": formats.number(done), "total": formats.number(total)})]
    else:
        parts = [QCoreApplication.translate("SyncWords", "%Ln record(s)", "", done)]
    if rate > 0:
        parts.append(filled(_CONTEXT, _RATE, {"rate": formats.number(rate, 0 if rate >= 10 else 1)}))
    left = run.seconds_left(now)
    if left is not None:
        parts.append(filled(_CONTEXT, _LEFT, {"left": formats.countdown(left)}))
    return _BETWEEN.join(parts)


def waiting_briefly(run: SyncRun, now: datetime | None = None) -> str:
    """Why a run waits, and how long still, where it is plain which connector is meant."""
    error = error_of_run(run)
    left = formats.countdown(max(0.0, (run.due_at - (now or datetime.now(UTC))).total_seconds()))
    if error is not None and error.ends_access:
        return QCoreApplication.translate("SyncWords", "Waits to be authorised again")
    if error is not None and error.asks_for_pause:
        return filled(_CONTEXT, _PAUSE_BRIEFLY, {"left": left})
    if error is not None:
        return filled(_CONTEXT, _RETRY, {"reason": error_title(error), "left": left})
    return filled(_CONTEXT, _LATER, {"left": left})


def waiting_words(run: SyncRun, name: str, now: datetime | None = None) -> str:
    """Why a run of the connector of this name waits, and how long still."""
    error = error_of_run(run)
    if error is not None and error.ends_access:
        return filled(_CONTEXT, _ACCESS, {"name": name})
    if error is not None and error.asks_for_pause:
        left = formats.countdown(max(0.0, (run.due_at - (now or datetime.now(UTC))).total_seconds()))
        return filled(_CONTEXT, _PAUSE, {"name": name, "left": left})
    return waiting_briefly(run, now)


def rests_for_access(run: SyncRun) -> bool:
    """Whether a run waits until a person grants access again."""
    error = error_of_run(run)
    return run.state is RunState.WAITING and error is not None and error.ends_access


def counts_words(counts: RunCounts) -> str:
    """What a run changed, in a sentence."""
    found = (
        (counts.added, QCoreApplication.translate("SyncWords", "%Ln added", "", counts.added)),
        (counts.updated, QCoreApplication.translate("SyncWords", "%Ln updated", "", counts.updated)),
        (counts.deleted, QCoreApplication.translate("SyncWords", "%Ln deleted", "", counts.deleted)),
    )
    parts = [words for number, words in found if number]
    return formats.listing(parts) if parts else QCoreApplication.translate("SyncWords", "Nothing changed")


def what_happened(run: SyncRun, now: datetime | None = None) -> str:
    """One line about a run: its progress, its pause, its failure or what it changed."""
    error = error_of_run(run)
    if run.state is RunState.QUEUED:
        return QCoreApplication.translate("SyncWords", "Waits for its turn")
    if run.state is RunState.RUNNING:
        return progress_words(run, now)
    if run.state is RunState.WAITING:
        return waiting_briefly(run, now)
    if run.state is RunState.FAILED and error is not None:
        return error_title(error)
    return counts_words(run.counts)


def lately(run: SyncRun) -> str:
    """What a card says of a connector's newest run."""
    ended = {RunState.SUCCEEDED: _SYNCED, RunState.FAILED: _FAILED, RunState.CANCELLED: _STOPPED}
    if run.ended:
        return filled(_CONTEXT, ended[run.state], {"when": formats.relative(run.finished_at or run.created_at)})
    if run.state is RunState.RUNNING:
        return filled(_CONTEXT, _SYNCING, {"progress": progress_words(run)})
    return what_happened(run)


def duration_of(run: SyncRun, now: datetime | None = None) -> str:
    """How long a run took, or has been under way."""
    if run.started_at is None:
        return ""
    ended = run.finished_at or now or datetime.now(UTC)
    return formats.duration(max(0.0, (ended - run.started_at).total_seconds()) * 1000)
