#!/bin/sh
# Runs the tests. Without arguments: all of them, with coverage and its gates. With arguments: those, without gates.
# All of them go in two halves side by side, one of which mostly starts and kills programs; the window in a process of
# its own at the end of the other.
set -eu
cd "$(dirname "$0")/.."
export QT_QPA_PLATFORM=offscreen
if [ "$#" -gt 0 ]; then
    exec .venv/bin/python -X faulthandler -m pytest "$@"
fi
rm -rf build/coverage
mkdir -p build/coverage

half() {
    .venv/bin/python -X faulthandler -m coverage run -m pytest --durations=15 "$@"
}

first="tests/e2e tests/kills tests/service tests/sandbox tests/commands tests/storage tests/contracts"
# shellcheck disable=SC2086  # the folders are separate words
half $first -o cache_dir=build/pytest_first_half >build/tests_first_half.log 2>&1 &
beside=$!
trap 'kill "$beside" 2>/dev/null || true' EXIT INT TERM
result=0
# shellcheck disable=SC2046  # as above
half tests --ignore=tests/ui $(printf -- '--ignore=%s ' $first) || result=$?
half tests/ui || result=$?
wait "$beside" || result=$?
trap - EXIT INT TERM
cat build/tests_first_half.log
[ "$result" -eq 0 ] || exit "$result"
exec .venv/bin/python -m tests.coverage_gates
