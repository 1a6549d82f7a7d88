"""`integration-console`: the composition root of the desktop program."""

from __future__ import annotations

import argparse
import os
import sys
from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from types import TracebackType

    from PySide6.QtWidgets import QApplication

    from integration_console.gateways.places import Place
    from integration_console.settings import Settings
    from integration_console.trying_out import TryingOut
    from integration_console.ui.console import Console
    from integration_console.ui.consoles import Consoles
    from integration_console.ui.demonstration.demonstrate import Systems
    from integration_console.ui.preferences import Preferences
    from integration_console.ui.tasks import TaskRunner

_PROGRAM = "integration-console"
_SETTLING_MS = 1500
"""So long after a workspace is open its pages have come."""


def main(arguments: Sequence[str] | None = None, made: Callable[[Console], None] = lambda _console: None) -> int:
    """Open the window, or do the main job without a screen; return the exit code.

    `made` is told of each console before it is shown (benchmarks watch it).
    """
    from integration_console.domain.errors import ConsoleError  # noqa: PLC0415 - `--help` answers at once without it
    from integration_console.meeting import meeting_place  # noqa: PLC0415 - see above
    from integration_console.settings import read_settings  # noqa: PLC0415 - see above

    options = _options().parse_args(arguments)
    alone = options.new_process or options.sandbox or options.demonstrate
    if options.associate:
        return _associate()
    try:
        settings = read_settings()
    except ConsoleError as error:
        print(error, file=sys.stderr)  # noqa: T201 - there is no window yet
        return 2
    place = None if alone else meeting_place(settings, os.environ)
    if place is not None and _is_handed_over(place, options.workspace):
        return 0
    from integration_console.logging_setup import start_logging  # noqa: PLC0415 - who hands over has nothing to log

    start_logging(settings.log_folder, _PROGRAM, settings.log_level)
    if options.demonstrate:
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
        os.environ["PYTHON_KEYRING_BACKEND"] = "keyring.backends.fail.Keyring"  # nobody's own keyring is touched
    return _run(options, settings, made, place)


def _is_handed_over(meeting: str, workspace: str | None) -> bool:
    from integration_console.handing_over import handed_over, order_for  # noqa: PLC0415 - not for `--help`
    from integration_console.meeting import may_be_met  # noqa: PLC0415 - see above

    order = order_for(workspace, os.environ) if may_be_met(meeting) else None
    return order is not None and handed_over(meeting, order)


def _associate() -> int:
    from integration_console.domain.errors import ConsoleError  # noqa: PLC0415 - needed only here
    from integration_console.ui.associating import associate, own_command  # noqa: PLC0415 - see above

    try:
        for sentence in associate(own_command(sys.argv), os.environ):
            print(sentence)  # noqa: T201 - there is no window
    except ConsoleError as error:
        print(f"{error.title}\n{error.advice}", file=sys.stderr)  # noqa: T201 - see above
        return 2
    return 0


def _run(options: argparse.Namespace, settings: Settings, made: Callable[[Console], None], meeting: str | None) -> int:
    import integration_console.ui.plain_imports  # noqa: F401, PLC0415 - Qt is needed from here on
    from integration_console.domain.errors import ConsoleError  # noqa: PLC0415 - after the environment
    from integration_console.gateways.places import place_of  # noqa: PLC0415 - see above
    from integration_console.ui.application import (  # noqa: PLC0415 - see above
        NoScreen,
        log_messages_of_qt,
        make_application,
    )
    from integration_console.ui.consoles import Consoles  # noqa: PLC0415 - see above

    log_messages_of_qt()
    try:
        application = make_application([_PROGRAM], _preferences(settings))
    except NoScreen as error:
        print(error, file=sys.stderr)  # noqa: T201 - there is no window
        return 2
    with ExitStack() as running:
        sandbox = running.enter_context(_sandbox()) if options.sandbox or options.demonstrate else None
        if options.demonstrate:
            return _demonstrate(application, options, settings, sandbox)
        try:
            place = place_of(options.workspace) if options.workspace else settings.default_workspace
        except ConsoleError as error:
            print(error, file=sys.stderr)  # noqa: T201 - there is no window yet
            return 2
        console = make_console(settings, sandbox, _task_runner())
        if sandbox is not None:
            from integration_console.ui.sandbox_words import tell_of_sandbox  # noqa: PLC0415 - only with --sandbox

            details = sandbox.sign_in_details()
            console.ready.connect(lambda: tell_of_sandbox(console.window.toasts, details))
        consoles = Consoles(lambda: make_console(settings, sandbox, _task_runner()), console)
        consoles.shown.connect(made)
        made(console)
        if meeting is not None:
            _listen_when_open(consoles, meeting, settings.default_workspace)
        return _work(application, consoles, place)


def _work(application: QApplication, consoles: Consoles, place: Place) -> int:
    from PySide6.QtCore import QTimer  # noqa: PLC0415 - Qt is needed from here on

    from integration_console.ui.application import settle_memory  # noqa: PLC0415 - see above
    from integration_console.ui.garbage import GarbageCollection  # noqa: PLC0415 - see above
    from integration_console.ui.quit_signals import QuitSignals  # noqa: PLC0415 - see above

    GarbageCollection(application)
    application.setQuitOnLastWindowClosed(False)
    _log_unexpected(consoles)
    consoles.ended.connect(application.exit)
    consoles.present.ready.connect(lambda: QTimer.singleShot(_SETTLING_MS, settle_memory))
    consoles.present.open_when_painted(place)
    signals = QuitSignals()
    signals.asked.connect(consoles.end)
    code = application.exec()
    signals.stop()
    consoles.close()
    return code


def _listen_when_open(consoles: Consoles, meeting: str, usual: Path) -> None:
    from integration_console.meeting import claimed  # noqa: PLC0415 - not for `--help`
    from integration_console.ui.further_starts import FurtherStarts  # noqa: PLC0415 - Qt is needed from here on

    FurtherStarts(consoles, usual).listen_when_open(meeting, lambda: claimed(meeting))


def _demonstrate(
    application: QApplication, options: argparse.Namespace, settings: Settings, sandbox: TryingOut | None
) -> int:
    import tempfile  # noqa: PLC0415 - needed only here

    from integration_console.trying_out import live_through_a_day  # noqa: PLC0415 - see above
    from integration_console.ui.demonstration.demonstrate import Plan, demonstrate  # noqa: PLC0415 - see above
    from integration_console.ui.garbage import GarbageCollection  # noqa: PLC0415 - see above
    from integration_console.ui.language import LanguageCode  # noqa: PLC0415 - see above
    from integration_console.workplaces import LocalWorkplaces  # noqa: PLC0415 - see above

    if sandbox is None:
        return 2
    languages = [LanguageCode(each) for each in options.languages.split(",")]
    with tempfile.TemporaryDirectory(prefix="integration-console-") as folder:
        own = replace(settings, data_folder=Path(folder), key_folder=Path(folder) / "keys", port=0, public_url="")
        tasks = _task_runner()
        workspace = Path(folder) / "acme.db"
        live_through_a_day(LocalWorkplaces(own, sandbox).opening(workspace))
        console = make_console(own, sandbox, tasks)
        plan = Plan(
            workspace, options.pictures, languages, lambda: make_console(own, None, _task_runner()), options.suffix
        )
        GarbageCollection(application)
        try:
            return demonstrate(console, tasks, _systems(sandbox), plan)
        finally:
            console.close()
            application.quit()


def _systems(sandbox: TryingOut) -> Systems:
    """Return the systems in miniature as the demonstration meets them."""
    from integration_console.ui.demonstration.demonstrate import Systems  # noqa: PLC0415 - needed only here
    from integration_console.ui.demonstration.story import Slack  # noqa: PLC0415 - see above
    from integration_console.ui.demonstration.syncing import Google, Odoo  # noqa: PLC0415 - see above

    slack, odoo, google = sandbox.slack, sandbox.odoo, sandbox.google
    return Systems(
        Slack(slack.base_url, slack.token, lambda: len(slack.messages)),
        Odoo(
            odoo.base_url,
            odoo.api_key,
            lambda: odoo.weather("slow", times=1),
            lambda seconds: odoo.weather("429", retry_after=seconds, times=1),
        ),
        Google(google.sign_in.client_id, google.sign_in.client_secret, google.sign_in.revoke),
    )


def make_console(settings: Settings, sandbox: TryingOut | None, tasks: TaskRunner) -> Console:
    """Return the console with its window, nothing opened yet."""
    from integration_console.ui.console import Console  # noqa: PLC0415 - Qt is needed from here on
    from integration_console.workplaces import LocalWorkplaces  # noqa: PLC0415 - see above

    return Console(LocalWorkplaces(settings, sandbox), tasks, _preferences(settings))


def _task_runner() -> TaskRunner:
    from integration_console.ui.tasks import TaskRunner  # noqa: PLC0415 - Qt is needed from here on

    return TaskRunner()


def _preferences(settings: Settings) -> Preferences:
    from PySide6.QtCore import QSettings  # noqa: PLC0415 - Qt is needed from here on

    from integration_console.ui.preferences import Preferences  # noqa: PLC0415 - see above

    file = settings.data_folder / "window.ini"
    return Preferences(QSettings(str(file), QSettings.Format.IniFormat))


def _sandbox() -> TryingOut:
    from integration_console.trying_out import TryingOut  # noqa: PLC0415 - only with --sandbox

    return TryingOut()


def _options() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(_PROGRAM, description="The desktop console of an organisation's integrations.")
    parser.add_argument(
        "workspace", nargs="?", help="the workspace to open: a file, postgresql://login@host/database or https://host"
    )
    parser.add_argument(
        "--sandbox", action="store_true", help="start a Slack, an Odoo and a Google in miniature, to try things out"
    )
    parser.add_argument(
        "--new-process", action="store_true", help="start a program of its own, though one runs that could open it"
    )
    parser.add_argument(
        "--associate", action="store_true", help="let a double click on a case file (*.icase) open it with this program"
    )
    parser.add_argument(
        "--demonstrate", action="store_true", help="do the main job without a screen, on a workspace of its own"
    )
    parser.add_argument(
        "--pictures", type=Path, default=Path("build/pictures"), help="where --demonstrate saves pictures"
    )
    parser.add_argument("--languages", default="en,ar", help="which pictures --demonstrate takes: en, ar, pseudo")
    parser.add_argument("--suffix", default="", help="what the names of the pictures end in")
    return parser


def _log_unexpected(consoles: Consoles) -> None:
    """Show what nobody expected as a toast, and keep its traceback in the program's log."""
    import logging  # noqa: PLC0415 - needed only here

    from integration_console.domain.errors import UnexpectedError  # noqa: PLC0415 - see above
    from integration_console.domain.ids import new_id  # noqa: PLC0415 - see above

    def tell(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        reference = new_id()
        logging.getLogger(_PROGRAM).error("unexpected (reference %s)", reference, exc_info=(kind, error, trace))
        consoles.present.window.toasts.show_error(UnexpectedError(reference=reference))

    sys.excepthook = tell


if __name__ == "__main__":
    sys.exit(main())
