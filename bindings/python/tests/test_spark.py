"""The two recipes for Spark on `local[2]`: the results of one process, errors counted, a threshold that fails, tasks that are tried again."""

from __future__ import annotations

import importlib.util
import os
import pathlib
import subprocess
import sys

import pyarrow
import pytest
from boussole_metiers import Recommender
from pyarrow import dataset, parquet

from conftest import ROOT

EXAMPLES = ROOT / "bindings/python/examples"
ENVIRONMENT = {**os.environ, "SPARK_LOCAL_IP": "127.0.0.1", "PYSPARK_PYTHON": sys.executable, "PYSPARK_SUBMIT_ARGS": "--master local[2] pyspark-shell"}

pytestmark = pytest.mark.spark


@pytest.fixture(scope="module")
def folder(students: pyarrow.Table, tmp_path_factory: pytest.TempPathFactory) -> pathlib.Path:
    """The students in three files of 1,000, each with some who cannot be ranked: 20 in all."""
    folder = tmp_path_factory.mktemp("students")
    for number in range(3):
        parquet.write_table(students.slice(1000 * number, 1000), folder / f"part-{number}.parquet")
    return folder


def submit(recipe: str, *arguments: object) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, EXAMPLES / recipe, *map(str, arguments)]
    return subprocess.run(command, env=ENVIRONMENT, capture_output=True, text=True, check=False)


def rows(table: pyarrow.Table) -> list[dict]:
    return sorted(table.to_pylist(), key=lambda row: (row["id"], row["rank"] or 0))


@pytest.mark.parametrize("recipe", ["spark_files.py", "spark_rows.py"])
def test_a_recipe_gives_what_one_process_gives(
    recipe: str, folder: pathlib.Path, students: pyarrow.Table, recommender: Recommender, tmp_path: pathlib.Path
) -> None:
    output = tmp_path / "results"
    done = submit(recipe, "--students", folder, "--output", output, "--top", 5)
    assert done.returncode == 0, done.stderr
    assert "3000 students" in done.stdout and "20 could not be ranked" in done.stdout
    found = dataset.dataset(output, format="parquet", exclude_invalid_files=True).to_table()
    assert rows(found) == rows(recommender.recommend_table(students, k=5).read_all())
    if recipe == "spark_files.py":
        assert sorted(path.name for path in output.iterdir()) == ["part-0.parquet", "part-1.parquet", "part-2.parquet"]
        assert found.schema.field("id").type == pyarrow.int64() and found.schema.field("rank").type == pyarrow.int32()


@pytest.mark.parametrize("recipe", ["spark_files.py", "spark_rows.py"])
def test_too_many_errors_fail_the_job(recipe: str, folder: pathlib.Path, tmp_path: pathlib.Path) -> None:
    done = submit(recipe, "--students", folder, "--output", tmp_path / "results", "--max-errors", 0.005)
    assert done.returncode == 1
    assert "expected at most 0.50% of the students without a result, found 20 of 3000" in done.stderr


def test_a_task_that_is_tried_again_writes_its_file_once(folder: pathlib.Path, recommender: Recommender, tmp_path: pathlib.Path) -> None:
    spec = importlib.util.spec_from_file_location("spark_files", EXAMPLES / "spark_files.py")
    recipe = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(recipe)
    source = (folder / "part-0.parquet").as_uri()
    assert recipe.score_file(recommender, source, tmp_path.as_uri(), 5) == (1000, 6)
    first = (tmp_path / "part-0.parquet").read_bytes()

    class Killed(Exception):
        """An executor that is lost after some rows."""

    class Lost:
        def recommend_table(self, *arguments: object, **options: object):
            results = recommender.recommend_table(*arguments, **options)

            def some():
                yield next(iter(results))
                raise Killed

            return type("Results", (), {"schema": results.schema, "__iter__": lambda self: some()})()

    with pytest.raises(Killed):
        recipe.score_file(Lost(), source, tmp_path.as_uri(), 5)
    assert (tmp_path / "part-0.parquet").read_bytes() == first
    # What is half written has a name that Spark and pyarrow leave alone.
    assert parquet.read_table(tmp_path).num_rows == parquet.read_table(tmp_path / "part-0.parquet").num_rows
    recipe.score_file(recommender, source, tmp_path.as_uri(), 5)
    assert (tmp_path / "part-0.parquet").read_bytes() == first
