#!/usr/bin/env bash
# Builds the wheel, installs it in a fresh virtual environment, and tests it there. `./test.sh` runs the steps wheel and tests,
# `./test.sh spark` the recipes for Spark, which need Java 17 and the environment of the others.
set -euo pipefail
cd "$(dirname "$0")"
built=$(cd ../.. && pwd)/target/python
python=$built/environment/bin/python

step() { printf '\n=== %s\n' "$*"; "$@"; }

environment() {
  rm -rf "$built/environment"
  step python3 -m venv "$built/environment"
  step "$python" -m pip install --quiet --disable-pip-version-check --requirement requirements.txt
}

wheel() {
  environment
  rm -rf "$built/wheels"
  step "$built/environment/bin/maturin" build --release --locked --quiet --out "$built/wheels"
  step "$python" -m pip install --quiet --disable-pip-version-check --no-index --no-deps "$built"/wheels/*.whl
}

tests() {
  step "$python" -m pytest -m "not spark" --durations=5
}

spark() {
  step "$python" -m pip install --quiet --disable-pip-version-check --requirement requirements-spark.txt
  step "$python" -m pytest -m spark
}

steps=("$@")
[ $# -gt 0 ] || steps=(wheel tests)
for name in "${steps[@]}"; do
  "$name"
done
