"""Ranks métiers for the students of any table that Spark reads, by mapInArrow.

    spark-submit examples/spark_rows.py --students hdfs:///students --output hdfs:///results [--catalogue fiches.zip] [--top 10]

For tables that are no Parquet files, such as a view, a join or a table of Hive. Rows cross the border between Spark and Python twice, which costs
more than the scores; « spark_files.py » does without. When more than --max-errors of the students could not be ranked, the job fails.
"""

from __future__ import annotations

import argparse
import itertools
import sys
from collections.abc import Callable, Iterator

import pyarrow
from boussole_metiers import Catalogue, Recommender, Weights
from pyspark.broadcast import Broadcast
from pyspark.sql import DataFrame, SparkSession

# Spark has no unsigned integers.
COLUMNS = "rank int, metier string, score double, tie_group int, n_tied int, error string"


def scored(students: DataFrame, shared: Broadcast[Recommender], k: int) -> DataFrame:
    """The results of a table of students, with the type that its column « id » has."""
    kind = students.schema["id"].dataType.simpleString() if "id" in students.columns else "string"
    return students.mapInArrow(scoring(shared, k), f"id {kind}, {COLUMNS}")


def scoring(shared: Broadcast[Recommender], k: int) -> Callable[[Iterator[pyarrow.RecordBatch]], Iterator[pyarrow.RecordBatch]]:
    """What a task does with its rows: one recommender, one thread."""

    def score(batches: Iterator[pyarrow.RecordBatch]) -> Iterator[pyarrow.RecordBatch]:
        first = next(batches, None)
        if first is None:
            return
        rows = pyarrow.RecordBatchReader.from_batches(first.schema, itertools.chain([first], batches))
        results = shared.value.recommend_table(rows, k, threads=1)
        int32, uint32 = pyarrow.int32(), pyarrow.uint32()
        schema = pyarrow.schema([field.with_type(int32) if field.type == uint32 else field for field in results.schema])
        for batch in results:
            yield batch.cast(schema)

    return score


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--students", required=True, help="the table: what spark.read.parquet reads")
    parser.add_argument("--output", required=True, help="the folder of results")
    parser.add_argument("--catalogue", help="fiches, which the driver reads [default: the demonstration]")
    parser.add_argument("--weights", help="weights as TOML")
    parser.add_argument("--top", type=int, default=10)
    parser.add_argument("--max-errors", type=float, default=0.01, help="the largest share of students who may be without a result")
    options = parser.parse_args()

    catalogue = Catalogue.read(options.catalogue) if options.catalogue else Catalogue.demo()
    recommender = Recommender(catalogue, Weights.read(options.weights) if options.weights else None)
    spark = SparkSession.builder.appName("boussole, rows").getOrCreate()
    students = spark.read.parquet(options.students)
    results = scored(students, spark.sparkContext.broadcast(recommender), options.top)
    results.write.mode("overwrite").parquet(options.output)

    # Counted in what was written: counters inside of tasks count a task that is tried again twice.
    written = spark.read.parquet(options.output)
    n_students, n_errors = students.count(), written.where("error is not null").count()
    spark.stop()
    print(f"{n_students} students, {n_errors} could not be ranked")
    if n_errors > options.max_errors * n_students:
        sys.exit(f"expected at most {options.max_errors:.2%} of the students without a result, found {n_errors} of {n_students}")


if __name__ == "__main__":
    main()
