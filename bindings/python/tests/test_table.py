"""Tables: the same results as one student at a time, from and to every library; wrong rows and columns are told; memory is bounded."""

from __future__ import annotations

import os
import pathlib
import signal
import subprocess
import sys
import textwrap

import duckdb
import polars
import pyarrow
import pytest
from boussole_metiers import Recommender, TableError

from conftest import profile_of

COLUMNS = ["id", "rank", "metier", "score", "tie_group", "n_tied", "error"]


def test_rows_are_what_one_student_gets(recommender: Recommender, students: pyarrow.Table) -> None:
    some = students.slice(140, 20)
    results = recommender.recommend_table(some, k=3)
    rows = results.read_all().to_pylist()
    assert (results.n_students, results.n_errors) == (20, 1)
    assert list(rows[0]) == COLUMNS
    expected = []
    for row in some.to_pylist():
        if row["willing"] == "doctor":
            expected.append((row["id"], None, None, None))
            continue
        ranking = recommender.recommend(profile_of(row), k=3, stability=False)
        expected += [(row["id"], one.rank, one.id, one.score) for one in ranking]
    assert [(row["id"], row["rank"], row["metier"], row["score"]) for row in rows] == expected
    errors = [row for row in rows if row["error"]]
    assert [row["id"] for row in errors] == [149] and "« doctor »" in errors[0]["error"]


def test_threads_and_pieces_change_nothing(recommender: Recommender, students: pyarrow.Table) -> None:
    many = pyarrow.concat_tables([students] * 5)
    one = recommender.recommend_table(many, threads=1).read_all()
    assert one == recommender.recommend_table(many, threads=3).read_all()
    chopped = pyarrow.Table.from_batches(many.to_batches(max_chunksize=7))
    assert one == recommender.recommend_table(chopped).read_all()
    assert one["id"].unique() == many["id"].unique() and one["error"].null_count == len(one) - 100


def test_every_library_is_read_and_reads(recommender: Recommender, students: pyarrow.Table) -> None:
    some = students.slice(0, 200)
    expected = recommender.recommend_table(some, k=2).read_all()
    batches = pyarrow.RecordBatchReader.from_batches(some.schema, iter(some.to_batches(50)))
    connection = duckdb.connect()
    connection.register("asked", some)
    sources = {
        "pyarrow reader": batches,
        "pyarrow batch": some.combine_chunks().to_batches()[0],
        "polars": polars.from_arrow(some),
        "pandas": some.to_pandas(),
        "duckdb": connection.sql("select * from asked"),
    }
    for name, source in sources.items():
        found = recommender.recommend_table(source, k=2)
        assert found.read_all()["metier"].to_pylist() == expected["metier"].to_pylist(), name
        assert found.n_students == 200, name
    again = lambda: recommender.recommend_table(some, k=2)  # noqa: E731
    assert pyarrow.table(again()) == expected
    assert polars.DataFrame(again())["metier"].to_list() == expected["metier"].to_pylist()
    results = again()
    assert connection.sql("select count(*), count(error) from results").fetchall() == [(len(expected), 1)]
    assert again().read_all().to_pandas().equals(expected.to_pandas())


def test_duckdb_reads_what_it_gave(recommender: Recommender, students: pyarrow.Table) -> None:
    connection = duckdb.connect()
    connection.register("asked", students.slice(0, 100))
    results = recommender.recommend_table(connection.sql("select * from asked where id < 50"), k=1)
    assert connection.sql("select count(distinct id) from results").fetchall() == [(50,)]


@pytest.mark.parametrize(
    "column",
    [
        pyarrow.array([["j'aime la nature"], ["j'aime bouger"]]),
        pyarrow.array([["j'aime la nature"], ["j'aime bouger"]], pyarrow.large_list(pyarrow.large_string())),
        pyarrow.array([["j'aime la nature"], ["j'aime bouger"]], pyarrow.list_(pyarrow.string(), 1)),
        pyarrow.array([["j'aime la nature"], ["j'aime bouger"]], pyarrow.list_view(pyarrow.string_view())),
        pyarrow.array([["j'aime la nature"], ["j'aime bouger"]], pyarrow.list_(pyarrow.dictionary(pyarrow.int8(), pyarrow.string()))),
        pyarrow.array([[("j'aime la nature", 1)], [("j'aime bouger", 1)]], pyarrow.map_(pyarrow.string(), pyarrow.int8())),
        pyarrow.array([[{"label": "j'aime la nature", "answer": 1}], [{"label": "j'aime bouger", "answer": 1}]]),
    ],
    ids=lambda column: str(column.type),
)
def test_labels_stand_in_columns_of_any_kind(column: pyarrow.Array, recommender: Recommender) -> None:
    rows = recommender.recommend_table(pyarrow.table({"interests": column}), k=2).read_all().to_pylist()
    expected = [one.id for label in ("j'aime la nature", "j'aime bouger") for one in recommender.recommend({"interests": {label: 1}}, k=2)]
    assert [row["metier"] for row in rows] == expected and {row["error"] for row in rows} == {None}


@pytest.mark.parametrize("kind", [pyarrow.int8(), pyarrow.uint64(), pyarrow.large_string(), pyarrow.dictionary(pyarrow.int32(), pyarrow.string())], ids=str)
def test_an_identifier_keeps_its_type(kind: pyarrow.DataType, recommender: Recommender) -> None:
    ids = pyarrow.array(["7", "8"]).cast(kind)
    results = recommender.recommend_table(pyarrow.table({"id": ids, "willing": ["Bac + 2", "Bac + 5"]}), k=1)
    assert results.schema.field("id").type == kind
    assert results.read_all()["id"].to_pylist() == ids.to_pylist()


def test_hostile_rows_are_told_and_stop_no_other(recommender: Recommender) -> None:
    rows = [
        {"id": "nothing"},
        {"id": "null label", "interests": [None, "j'aime bouger"], "interest_answers": [1.0, 1.0]},
        {"id": "not a number", "interests": ["j'aime bouger"], "interest_answers": [float("nan")]},
        {"id": "infinite", "interests": ["j'aime bouger"], "interest_answers": [float("inf")]},
        {"id": "lengths", "interests": ["j'aime bouger"], "interest_answers": [1.0, 1.0]},
        {"id": "unknown", "interests": ["j'aime bougé"]},
        {"id": "huge", "interests": ["x" * 10_000_000]},
        {"id": "empty", "interests": [""]},
        {"id": "five letters", "riasec": [1.0] * 5},
        {"id": None, "willing": "Bac + 2"},
    ]
    names = ["id", "interests", "interest_answers", "riasec", "willing"]
    table = pyarrow.Table.from_pylist([{name: row.get(name) for name in names} for row in rows])
    found = recommender.recommend_table(table, k=1).read_all().to_pylist()
    wrong = {row["id"]: row["error"] for row in found if row["error"]}
    assert wrong.keys() == {"not a number", "infinite", "lengths", "unknown", "huge", "empty", "five letters"} | (wrong.keys() & {"null label"})
    assert "expected an answer from -1 (no) to 1 (yes), found NaN" in wrong["not a number"]
    assert "j'aime bouger" in wrong["unknown"] and len(wrong["huge"]) < 2000
    assert len(found) == len(rows)


def test_hostile_columns_are_told_by_name(recommender: Recommender) -> None:
    def refused(columns: dict[str, object], message: str) -> None:
        with pytest.raises(TableError, match=message):
            recommender.recommend_table(pyarrow.table(columns)).read_all()

    refused({"interests": [1, 2]}, "column « interests »: expected .*, found Int64")
    refused({"intrests": [["j'aime bouger"]]}, "expected a column « interests », found « intrests »")
    refused({"taste": ["sweet"]}, "found only taste")
    with pytest.raises(TableError, match="expected a table with __arrow_c_stream__ .*, found list"):
        recommender.recommend_table([{"willing": "Bac + 2"}])
    results = recommender.recommend_table(pyarrow.table({"school": ["x"], "willing": ["Bac + 2"], "interests": pyarrow.nulls(1)}), k=1)
    assert results.ignored_columns == ["school"] and results.read_all()["error"].null_count == 1
    assert len(recommender.recommend_table(pyarrow.table({"willing": pyarrow.array([], pyarrow.string())})).read_all()) == 0
    assert len(recommender.recommend_table(pyarrow.table({"willing": ["Bac + 2"]}), k=0).read_all()) == 0


def test_a_source_that_fails_is_told(recommender: Recommender, students: pyarrow.Table) -> None:
    def batches():
        yield students.slice(0, 10).to_batches()[0]
        raise OSError("the disk is gone")

    reader = pyarrow.RecordBatchReader.from_batches(students.schema, batches())
    with pytest.raises(TableError, match="the disk is gone"):
        recommender.recommend_table(reader).read_all()


def test_a_stream_is_read_once(recommender: Recommender, students: pyarrow.Table) -> None:
    results = recommender.recommend_table(students.slice(0, 10))
    assert len(results.read_all()) > 0
    assert len(results.read_all()) == len(pyarrow.table(results)) == 0


def test_progress_is_told_and_may_stop(recommender: Recommender, students: pyarrow.Table) -> None:
    many = pyarrow.concat_tables([students] * 10)
    told: list[int] = []
    recommender.recommend_table(many, k=1, threads=1, progress=told.append).read_all()
    assert sum(told) == len(many) and len(told) > 1

    def stop(n_students: int) -> None:
        raise RuntimeError("enough")

    results = recommender.recommend_table(many, k=1, threads=1, progress=stop)
    with pytest.raises(RuntimeError, match="enough"):
        results.read_all()
    assert results.n_students < len(many)
    with pytest.raises(pyarrow.ArrowException, match="enough"):
        pyarrow.table(recommender.recommend_table(many, k=1, threads=1, progress=stop))


# A table of which nobody reads the end.
ENDLESS = """
    import itertools, sys, pyarrow
    from boussole_metiers import Catalogue, Recommender
    batch = pyarrow.record_batch({"interests": [["j'aime la nature"]] * 20000})
    endless = pyarrow.RecordBatchReader.from_batches(batch.schema, itertools.repeat(batch))
    results = Recommender(Catalogue.demo()).recommend_table(endless, progress=lambda n: print(n, flush=True))
"""


@pytest.mark.parametrize(
    ("read", "expected"),
    [("results.read_all()", "KeyboardInterrupt"), ("for batch in results: pass", "KeyboardInterrupt"), ("pyarrow.table(results)", "Interrupt")],
)
def test_an_interrupt_stops_a_batch(read: str, expected: str) -> None:
    program = textwrap.dedent(ENDLESS) + read
    with subprocess.Popen([sys.executable, "-c", program], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as running:
        assert running.stdout.readline().strip().isdigit()
        running.send_signal(signal.SIGINT)
        _, told = running.communicate(timeout=60)
    assert running.returncode != 0 and expected in told, told


# Reads as many students as it is told, each batch made when it is asked for, and prints the largest resident memory in KiB.
STREAMED = """
    import resource, sys, pyarrow
    from boussole_metiers import Catalogue, Recommender
    n = int(sys.argv[1])
    labels = [label["label"] for label in Catalogue.demo().labels("interests")]
    def batches():
        for start in range(0, n, 10000):
            liked = [[labels[i % len(labels)], labels[(i * 7 + 1) % len(labels)]] for i in range(start, start + 10000)]
            yield pyarrow.record_batch({"id": pyarrow.array(range(start, start + 10000)), "interests": liked})
    schema = next(batches()).schema
    results = Recommender(Catalogue.demo()).recommend_table(pyarrow.RecordBatchReader.from_batches(schema, batches()))
    rows = sum(batch.num_rows for batch in results)
    assert (results.n_students, results.n_errors, rows) == (n, 0, 10 * n), (results, rows)
    print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)
"""


def test_a_million_rows_take_no_more_memory_than_fifty_thousand() -> None:
    def memory(n_students: int) -> int:
        program = [sys.executable, "-c", textwrap.dedent(STREAMED), str(n_students)]
        return int(subprocess.run(program, stdout=subprocess.PIPE, check=True, text=True).stdout)

    few, many = memory(50_000), memory(1_000_000)
    # A million students have ten million results, some 500 MB.
    assert many < few + 50_000, f"{few} KiB for 50,000 students, {many} KiB for a million"


def test_a_table_is_streamed_from_file_to_file(recommender: Recommender, students: pyarrow.Table, tmp_path: pathlib.Path) -> None:
    from pyarrow import dataset, parquet

    parquet.write_table(students, tmp_path / "students.parquet")
    results = recommender.recommend_table(dataset.dataset(tmp_path / "students.parquet").scanner().to_reader())
    with parquet.ParquetWriter(os.fspath(tmp_path / "results.parquet"), results.schema) as writer:
        for batch in results:
            writer.write_batch(batch)
    assert parquet.read_table(tmp_path / "results.parquet") == recommender.recommend_table(students).read_all()
