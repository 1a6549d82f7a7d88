#!/bin/sh
# The long fault runs, whole: as many rounds as the tests ask for, with a new seed (printed) unless SEED is given.
set -eu
cd "$(dirname "$0")/.."
export QT_QPA_PLATFORM=offscreen TORTURE=full SEED="${SEED:-$(od -An -N4 -tu4 /dev/urandom | tr -d ' ')}"
echo "SEED=$SEED"
exec .venv/bin/python -X faulthandler -m pytest -m torture --timeout 3600 -o faulthandler_timeout=0 "$@"
