"""Ranks métiers for the students of a folder of Parquet files, a file a task.

    spark-submit examples/spark_files.py --students hdfs:///students --output hdfs:///results [--catalogue fiches.zip] [--top 10]

Each task reads one file, scores it and writes one file of the same name: no row crosses the border between Spark and Python. The file is
written beside its place and takes it when it is whole, so that a task that is tried again leaves one file with the same bytes. Only counts
come back to the driver. When more than --max-errors of the students could not be ranked, the job fails; their rows say why in « error ».
"""

from __future__ import annotations

import argparse
import sys
import uuid

import pyarrow
from boussole_metiers import Catalogue, Recommender, Weights
from pyarrow import fs, parquet

# So many rows of a file are in memory at once.
ROWS = 1 << 16


def score_file(recommender: Recommender, source: str, folder: str, k: int) -> tuple[int, int]:
    """Scores one file into a folder. Returns how many students there were, and how many could not be ranked."""
    files, path = fs.FileSystem.from_uri(source)
    target_files, target_folder = fs.FileSystem.from_uri(folder)
    name = path.rsplit("/", 1)[-1]
    beside = f"{target_folder}/.{name}.{uuid.uuid4().hex}"
    with files.open_input_file(path) as opened:
        students = parquet.ParquetFile(opened)
        batches = pyarrow.RecordBatchReader.from_batches(students.schema_arrow, students.iter_batches(ROWS))
        results = recommender.recommend_table(batches, k, threads=1)
        schema = signed(results.schema)
        with target_files.open_output_stream(beside) as stream, parquet.ParquetWriter(stream, schema) as writer:
            for batch in results:
                writer.write_batch(batch.cast(schema))
    target_files.move(beside, f"{target_folder}/{name}")
    return results.n_students, results.n_errors


def signed(schema: pyarrow.Schema) -> pyarrow.Schema:
    """The columns with signed integers: Spark has no others."""
    int32, uint32 = pyarrow.int32(), pyarrow.uint32()
    return pyarrow.schema([field.with_type(int32) if field.type == uint32 else field for field in schema])


def uri(path: str) -> str:
    """A path of this machine as an address, and an address as it is."""
    import pathlib

    return path if "://" in path else pathlib.Path(path).absolute().as_uri()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--students", required=True, help="the folder of Parquet files, which all tasks can read")
    parser.add_argument("--output", required=True, help="the folder of results, which all tasks can write")
    parser.add_argument("--catalogue", help="fiches, which the driver reads [default: the demonstration]")
    parser.add_argument("--weights", help="weights as TOML")
    parser.add_argument("--top", type=int, default=10)
    parser.add_argument("--max-errors", type=float, default=0.01, help="the largest share of students who may be without a result")
    options = parser.parse_args()

    from pyspark.sql import SparkSession

    catalogue = Catalogue.read(options.catalogue) if options.catalogue else Catalogue.demo()
    recommender = Recommender(catalogue, Weights.read(options.weights) if options.weights else None)
    folder, top = uri(options.output), options.top
    files, path = fs.FileSystem.from_uri(uri(options.students))
    found = [info.path for info in files.get_file_info(fs.FileSelector(path)) if info.base_name.endswith(".parquet")]
    scheme = uri(options.students).split(path, 1)[0]
    sources = [scheme + one for one in sorted(found)]
    target_files, target = fs.FileSystem.from_uri(folder)
    target_files.create_dir(target)

    spark = SparkSession.builder.appName("boussole, whole files").getOrCreate()
    shared = spark.sparkContext.broadcast(recommender)
    tasks = spark.sparkContext.parallelize(sources, max(1, len(sources)))
    counts = tasks.map(lambda source: score_file(shared.value, source, folder, top)).collect()
    spark.stop()

    n_students, n_errors = sum(count[0] for count in counts), sum(count[1] for count in counts)
    print(f"{n_students} students of {len(sources)} files, {n_errors} could not be ranked")
    if n_errors > options.max_errors * n_students:
        sys.exit(f"expected at most {options.max_errors:.2%} of the students without a result, found {n_errors} of {n_students}")


if __name__ == "__main__":
    main()
