#!/bin/sh
# Builds the wheel into build/dist and looks whether what must travel with the program is inside.
set -eu
cd "$(dirname "$0")/.."
rm -rf build/dist
.venv/bin/python -m pip wheel --quiet --no-deps --wheel-dir build/dist .
wheel=$(ls build/dist/*.whl)
for part in integration_console/resources/ integration_console/translations/; do
    if ! .venv/bin/python -m zipfile --list "$wheel" | grep -q "^$part"; then
        echo "$part is missing from $wheel" >&2
        exit 1
    fi
done
echo "$wheel"
