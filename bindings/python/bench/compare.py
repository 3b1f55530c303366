"""The wheel against numpy and faiss, one thread, CPU seconds, all from the same pyarrow table and to one.

The wheel reads every column and ranks by all criteria, with ties, exact sums and errors. The others read interests alone, make a dense matrix of
answers, and take the ten largest of a product in float32: a part of the question, without reasons that sum to the score.
"""

from __future__ import annotations

import os

for variable in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"):
    os.environ[variable] = "1"

import pathlib  # noqa: E402
import sys  # noqa: E402
import time  # noqa: E402

import faiss  # noqa: E402
import numpy  # noqa: E402
import pyarrow  # noqa: E402
import pyarrow.compute  # noqa: E402
from boussole_metiers import Catalogue, Recommender  # noqa: E402
from pyarrow import parquet  # noqa: E402

K = 10
# So many students are a block of the dense products: large enough for the peak of the processor, small enough for its cache.
BLOCK = 1024


class Dense:
    """Interests of métiers as a dense matrix, and students as rows of another."""

    def __init__(self, catalogue: Catalogue) -> None:
        labels = [label["label"] for label in catalogue.labels("interests")]
        self.labels = pyarrow.array(labels)
        self.ids = numpy.array([metier["id"] for metier in catalogue])
        places = {label: place for place, label in enumerate(labels)}
        self.metiers = numpy.zeros((len(catalogue), len(labels)), numpy.float32)
        for row, metier in enumerate(catalogue):
            for label in metier.get("interests", ()):
                self.metiers[row, places[label]] = 1 / (len(metier["interests"]) + 3)

    def answers(self, table: pyarrow.Table) -> numpy.ndarray:
        """The answers on interests: shape (students, interests)."""
        dense = numpy.zeros((len(table), len(self.labels)), numpy.float32)
        labels, answers = (table[name].combine_chunks() for name in ("interests", "interest_answers"))
        students = pyarrow.compute.list_parent_indices(labels).to_numpy()
        columns = pyarrow.compute.index_in(labels.flatten(), self.labels).to_numpy()
        dense[students, columns] = answers.flatten().to_numpy()
        return dense

    def results(self, table: pyarrow.Table, places: numpy.ndarray, scores: numpy.ndarray) -> pyarrow.Table:
        """One row a student and rank."""
        students = numpy.repeat(table["id"].to_numpy(), places.shape[1])
        ranks = numpy.tile(numpy.arange(1, places.shape[1] + 1, dtype=numpy.uint32), len(places))
        metiers = pyarrow.DictionaryArray.from_arrays(places.ravel().astype(numpy.int32), self.ids)
        return pyarrow.table({"id": students, "rank": ranks, "metier": metiers, "score": scores.ravel()})


def by_numpy(dense: Dense, table: pyarrow.Table) -> pyarrow.Table:
    answers = dense.answers(table)
    places = numpy.empty((len(answers), K), numpy.int64)
    scores = numpy.empty((len(answers), K), numpy.float32)
    for start in range(0, len(answers), BLOCK):
        products = answers[start : start + BLOCK] @ dense.metiers.T
        found = numpy.argpartition(products, -K, axis=1)[:, -K:]
        values = numpy.take_along_axis(products, found, 1)
        order = numpy.argsort(-values, axis=1)
        places[start : start + BLOCK] = numpy.take_along_axis(found, order, 1)
        scores[start : start + BLOCK] = numpy.take_along_axis(values, order, 1)
    return dense.results(table, places, scores)


def by_faiss(dense: Dense, table: pyarrow.Table) -> pyarrow.Table:
    index = faiss.IndexFlatIP(dense.metiers.shape[1])
    index.add(dense.metiers)
    scores, places = index.search(dense.answers(table), K)
    return dense.results(table, places, scores)


def main() -> None:
    folder, n_turns = pathlib.Path(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 3
    faiss.omp_set_num_threads(1)
    pyarrow.set_cpu_count(1)
    catalogue = Catalogue.read(folder / "catalogue.json")
    table = parquet.read_table(folder / "students").combine_chunks()
    recommender, dense = Recommender(catalogue), Dense(catalogue)
    ways = {
        "boussole, all criteria": lambda: recommender.recommend_table(table, K, threads=1).read_all(),
        "numpy and OpenBLAS, argpartition, interests": lambda: by_numpy(dense, table),
        "faiss IndexFlatIP, interests": lambda: by_faiss(dense, table),
    }
    seconds: dict[str, list[float]] = {way: [] for way in ways}
    # In turns, so that a busy machine is busy for all.
    for _ in range(n_turns):
        for way, answer in ways.items():
            before = time.process_time()
            results = answer()
            seconds[way].append(time.process_time() - before)
            assert len(results) == K * len(table), way
    ours = min(seconds["boussole, all criteria"])
    print(f"{len(table)} students, {len(catalogue)} métiers, best of {n_turns}, one thread\n")
    print("| way | CPU s | students a CPU s | boussole is |")
    print("| --- | --- | --- | --- |")
    for way, spent in seconds.items():
        print(f"| {way} | {min(spent):.2f} | {len(table) / min(spent):,.0f} | {min(spent) / ours:.2f} × |")


if __name__ == "__main__":
    main()
