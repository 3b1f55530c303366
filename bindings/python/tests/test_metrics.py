"""Metrics are those of the program: hand-worked lists, files of TREC, ties in expectation, errors with every problem."""

from __future__ import annotations

import math

import pytest
from boussole_metiers import JudgementsError, metrics

from conftest import ROOT

FIXTURES = ROOT / "fixtures/evaluation"


def test_hand_worked_lists() -> None:
    assert metrics.value("ndcg@10", ["a", "b", "c"], {"b": 1.0}) == pytest.approx(1 / math.log2(3), rel=1e-15)
    assert metrics.value("mrr", ["a", "b", "c"], {"c": 2.0}) == pytest.approx(1 / 3, rel=1e-15)
    # One of two tied items is relevant: it is first half of the time.
    assert metrics.value("precision@1", {"a": 0.5, "b": 0.5}, {"a": 1.0}) == 0.5
    assert metrics.value("precision@1", {"a": 0.5, "b": 0.5}, {"a": 1.0}, ties="strict") == 1.0


def test_files_and_dicts_agree_with_trec_eval() -> None:
    qrels, run = ((FIXTURES / f"untied_{kind}.txt").read_text() for kind in ("qrels", "run"))
    header, *rows = (line.split("\t") for line in (FIXTURES / "untied_expected.tsv").read_text().splitlines())
    document = metrics.evaluate(qrels, run, header[1:])
    assert document["schema"].startswith("boussole/evaluation/") and document["per_query"].keys() == {row[0] for row in rows}
    for query, *expected in rows:
        found = [document["per_query"][query][name] for name in header[1:]]
        assert found == pytest.approx([float(value) for value in expected], rel=1e-9, abs=1e-12), query

    def pairs(text: str, item: int, value: int) -> dict[str, dict[str, float]]:
        by_query: dict[str, dict[str, float]] = {}
        for fields in map(str.split, text.splitlines()):
            by_query.setdefault(fields[0], {})[fields[item]] = float(fields[value])
        return by_query

    assert metrics.evaluate(pairs(qrels, 2, 3), pairs(run, 2, 4), header[1:]) == document


def test_a_baseline_is_compared_with() -> None:
    qrels = {f"q{number}": {"a": 1.0} for number in range(8)}
    good, bad = ({query: {"a": a, "b": b} for query in qrels} for a, b in ((2.0, 1.0), (1.0, 2.0)))
    document = metrics.evaluate(qrels, good, ["mrr"], baseline=bad)
    assert document["comparison"]["mrr"]["mean_difference"] == 0.5
    assert document["metrics"]["mrr"]["mean"] == 1.0 and document["absent"] == []


def test_every_problem_is_told() -> None:
    with pytest.raises(JudgementsError) as caught:
        metrics.evaluate("q 0 a\nq 0 b high\n", {})
    assert [problem["message"][:7] for problem in caught.value.problems] == ["line 1:", "line 2:"]
    with pytest.raises(JudgementsError) as caught:
        metrics.evaluate({}, {}, ["taste", "ndcg@0"])
    assert len(caught.value.problems) == 2
    with pytest.raises(JudgementsError, match="query q: "):
        metrics.evaluate({"q": {"a": float("nan")}}, {})
