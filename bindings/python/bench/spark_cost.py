"""What Spark costs on `local[2]`, in CPU seconds of all processes: the two recipes, against the same files without Spark and an identity job."""

from __future__ import annotations

import os
import pathlib
import subprocess
import sys
import time

EXAMPLES = pathlib.Path(__file__).parents[1] / "examples"
K = 10


def processes() -> dict[int, tuple[int, float]]:
    """The parent of each process, and the CPU seconds of it and of its children that ended."""
    found, tick = {}, os.sysconf("SC_CLK_TCK")
    for folder in pathlib.Path("/proc").iterdir():
        if folder.name.isdigit():
            try:
                fields = (folder / "stat").read_text().rsplit(")", 1)[1].split()
            except OSError:
                continue
            found[int(folder.name)] = (int(fields[1]), sum(map(int, fields[11:15])) / tick)
    return found


def spent() -> float:
    """The CPU seconds of this process and all below it."""
    found = processes()
    below = {os.getpid()}
    for _ in range(len(found)):
        more = {pid for pid, (parent, _) in found.items() if parent in below} - below
        if not more:
            break
        below |= more
    return sum(found[pid][1] for pid in below)


def bare(folder: pathlib.Path, output: pathlib.Path) -> None:
    """Every file, one after the other, by what a task of the recipe does."""
    from boussole_metiers import Catalogue, Recommender

    sys.path.insert(0, str(EXAMPLES))
    from spark_files import score_file

    recommender = Recommender(Catalogue.read(folder / "catalogue.json"))
    output.mkdir(parents=True)
    for source in sorted((folder / "students").glob("*.parquet")):
        score_file(recommender, source.as_uri(), output.absolute().as_uri(), K)


def start(folder: pathlib.Path):
    """Spark with two workers that have started, and one recommender for all tasks."""
    from boussole_metiers import Catalogue, Recommender
    from pyspark.sql import SparkSession

    spark = SparkSession.builder.master("local[2]").config("spark.ui.enabled", "false").config("spark.driver.memory", "4g").getOrCreate()
    spark.sparkContext.setLogLevel("ERROR")
    return spark, spark.sparkContext.broadcast(Recommender(Catalogue.read(folder / "catalogue.json")))


def nothing(folder: pathlib.Path, output: pathlib.Path) -> None:
    """Spark that starts, gives every task the recommender, and scores nobody."""
    spark, shared = start(folder)
    n_tasks = len(list((folder / "students").glob("*.parquet")))
    spark.sparkContext.parallelize(range(n_tasks), n_tasks).map(lambda _: shared.value is None).collect()


def files(folder: pathlib.Path, output: pathlib.Path) -> None:
    sys.path.insert(0, str(EXAMPLES))
    from spark_files import score_file

    spark, shared = start(folder)
    output.mkdir(parents=True)
    sources = [path.absolute().as_uri() for path in sorted((folder / "students").glob("*.parquet"))]
    target = output.absolute().as_uri()
    spark.sparkContext.parallelize(sources, len(sources)).map(lambda source: score_file(shared.value, source, target, K)).collect()


def rows(folder: pathlib.Path, output: pathlib.Path) -> None:
    sys.path.insert(0, str(EXAMPLES))
    from spark_rows import scored

    spark, shared = start(folder)
    students = spark.read.parquet(str(folder / "students"))
    scored(students, shared, K).write.parquet(str(output))


def identity(folder: pathlib.Path, output: pathlib.Path) -> None:
    """What the border alone costs for a table of this size: students go in, and rows as wide as results come out."""
    spark, shared = start(folder)
    results = spark.read.parquet(str(output.parent / "rows"))
    results.mapInArrow(lambda batches: batches, results.schema).write.parquet(str(output))


def students(folder: pathlib.Path, output: pathlib.Path) -> None:
    """What the border costs for students that come back as they are."""
    spark, shared = start(folder)
    table = spark.read.parquet(str(folder / "students"))
    table.mapInArrow(lambda batches: batches, table.schema).write.parquet(str(output))


WAYS = {"bare": bare, "nothing": nothing, "files": files, "rows": rows, "identity": identity, "students": students}
NAMES = {
    "bare": "the same files without Spark, one process",
    "nothing": "Spark that scores nobody",
    "files": "whole files",
    "rows": "mapInArrow",
    "students": "mapInArrow that gives students back",
    "identity": "mapInArrow that gives results back",
}


def main() -> None:
    folder, output = pathlib.Path(sys.argv[1]).resolve(), pathlib.Path(sys.argv[2]).resolve()
    if len(sys.argv) > 3:
        began = time.perf_counter()
        WAYS[sys.argv[3]](folder, output / sys.argv[3])
        print(f"{spent()} {time.perf_counter() - began}")
        # The processes of Spark end with this one.
        sys.stdout.flush()
        os._exit(0)
    # Workers import what tasks call.
    environment = {**os.environ, "SPARK_LOCAL_IP": "127.0.0.1", "PYTHONPATH": str(EXAMPLES), "PYSPARK_PYTHON": sys.executable}
    subprocess.run(["rm", "-rf", output], check=True)
    output.mkdir(parents=True)
    print("| way | CPU s | wall s |\n| --- | --- | --- |")
    for way, name in NAMES.items():
        command = [sys.executable, __file__, folder, output, way]
        told = subprocess.run(command, env=environment, stdout=subprocess.PIPE, check=True, text=True).stdout
        cpu, wall = map(float, told.splitlines()[-1].split())
        print(f"| {name} | {cpu:.1f} | {wall:.1f} |", flush=True)


if __name__ == "__main__":
    main()
