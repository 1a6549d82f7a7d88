#!/bin/sh
# Runs the tests. Without arguments: all of them, with coverage and its gates. With arguments: those, without gates.
# All of them go in three parts side by side: what mostly starts and kills programs, the window in a process of its own
# (it waits more than it works), and the rest.
set -eu
cd "$(dirname "$0")/.."
export QT_QPA_PLATFORM=offscreen
if [ "$#" -gt 0 ]; then
    exec .venv/bin/python -X faulthandler -m pytest "$@"
fi
rm -rf build/coverage
mkdir -p build/coverage

part() {
    name=$1
    shift
    .venv/bin/python -X faulthandler -m coverage run -m pytest --durations=15 -o "cache_dir=build/pytest_$name" "$@"
}

programs="tests/e2e tests/kills tests/service tests/sandbox tests/commands"
# shellcheck disable=SC2086  # the folders are separate words
part programs $programs >build/tests_programs.log 2>&1 &
programs_part=$!
part window tests/ui >build/tests_window.log 2>&1 &
window_part=$!
trap 'kill "$programs_part" "$window_part" 2>/dev/null || true' EXIT INT TERM
result=0
# shellcheck disable=SC2046  # as above
part rest tests --ignore=tests/ui $(printf -- '--ignore=%s ' $programs) || result=$?
wait "$window_part" || result=$?
cat build/tests_window.log
wait "$programs_part" || result=$?
trap - EXIT INT TERM
cat build/tests_programs.log
[ "$result" -eq 0 ] || exit "$result"
exec .venv/bin/python -m tests.coverage_gates
