#!/usr/bin/env bash
# Measures the wheel that `./test.sh wheel` built: `./bench.sh [students] [métiers]` against numpy and faiss, `./bench.sh spark …` what Spark costs.
set -euo pipefail
cd "$(dirname "$0")"
built=$(cd ../.. && pwd)/target/python
python=$built/environment/bin/python
bench=compare
if [ "${1:-}" = spark ]; then bench=spark_cost; shift; fi
students=${1:-1000000} metiers=${2:-734}
folder=$built/bench-$metiers-$students

if [ ! -d "$folder/students" ]; then
  (cd ../.. && cargo run --profile test --locked --quiet -p boussole-lab --example synthesize -- "$folder" "$metiers" "$students")
  "$python" bench/data.py "$folder" 16
fi
if [ "$bench" = compare ]; then
  "$python" -m pip install --quiet --disable-pip-version-check --requirement requirements-bench.txt
  "$python" bench/compare.py "$folder"
else
  "$python" -m pip install --quiet --disable-pip-version-check --requirement requirements-spark.txt
  "$python" bench/spark_cost.py "$folder" "$folder/results"
fi
