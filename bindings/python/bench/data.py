"""Turns the data of the benches of Rust (`cargo run --release --example synthesize`) into a folder of Parquet files."""

from __future__ import annotations

import itertools
import json
import pathlib
import sys

import pyarrow
from pyarrow import parquet

TEXTS, NUMBERS = pyarrow.list_(pyarrow.string()), pyarrow.list_(pyarrow.float64())
SCHEMA = pyarrow.schema(
    [("id", pyarrow.int64()), ("seed", pyarrow.uint64())]
    + [("interests", TEXTS), ("interest_answers", NUMBERS)]
    + [("statuses", TEXTS), ("status_answers", NUMBERS)]
    + [("sectors", TEXTS), ("sector_answers", NUMBERS)]
    + [("reached", pyarrow.string()), ("willing", pyarrow.string()), ("riasec", NUMBERS)]
)


def row(line: str) -> dict[str, object]:
    """A line of profiles as a row."""
    profile = json.loads(line)
    level, riasec = profile.get("access_level", {}), profile.get("riasec")
    found = {"id": profile["id"], "seed": profile.get("seed"), "reached": level.get("reached"), "willing": level.get("willing")}
    for labels, answers in (("interests", "interest_answers"), ("statuses", "status_answers"), ("sectors", "sector_answers")):
        said = profile.get(labels)
        found |= {labels: list(said) if said else None, answers: list(said.values()) if said else None}
    return found | {"riasec": [riasec[letter] for letter in "RIASEC"] if riasec else None}


def main() -> None:
    folder, n_files = pathlib.Path(sys.argv[1]), int(sys.argv[2])
    with open(folder / "profiles.jsonl", encoding="utf-8") as lines:
        n_students = sum(1 for _ in lines)
        lines.seek(0)
        (folder / "students").mkdir(exist_ok=True)
        per_file = -(-n_students // n_files)
        for number in range(n_files):
            some = itertools.islice(lines, per_file)
            with parquet.ParquetWriter(folder / f"students/part-{number:03}.parquet", SCHEMA) as writer:
                while chunk := list(itertools.islice(some, 50_000)):
                    writer.write_table(pyarrow.Table.from_pylist([row(line) for line in chunk], SCHEMA))


if __name__ == "__main__":
    main()
