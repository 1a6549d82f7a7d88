#!/bin/sh
# Runs the tests. Without arguments: all of them, with coverage and its gates. With arguments: those, without gates.
set -eu
cd "$(dirname "$0")/.."
export QT_QPA_PLATFORM=offscreen
if [ "$#" -gt 0 ]; then
    exec .venv/bin/python -X faulthandler -m pytest "$@"
fi
rm -rf build/coverage
mkdir -p build/coverage
COVERAGE_GATES=1 exec .venv/bin/python -X faulthandler -m coverage run -m pytest
