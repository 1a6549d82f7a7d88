#!/bin/sh
# Runs each benchmarks/bench_*.py in turn, or those named: `make bench ARGS=receiver`.
set -eu
cd "$(dirname "$0")/.."
export QT_QPA_PLATFORM=offscreen
if [ "$#" -eq 0 ]; then
    set -- benchmarks/bench_*.py
fi
.venv/bin/python -m compileall -q src benchmarks # as an installed program is; some machines keep no compiled code
for name in "$@"; do
    name=$(basename "$name" .py)
    echo "=== ${name#bench_}"
    .venv/bin/python -m "benchmarks.bench_${name#bench_}"
done
