"""Is a ranking any good?

Ranking metrics on plain lists, with ties taken seriously: ``ndcg@10``, ``ndcg_exp@10``, ``dcg@10``, ``mrr``, ``ap``, ``recall@10``,
``precision@10``, ``hit@10``, ``rprec``, and the names that trec_eval, ranx and ir_measures use for them.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from . import _boussole

#: Gains or scores of items by query, or the text of a TREC file.
Judged = Mapping[str, Mapping[str, float]] | str

DEFAULT = ("ndcg@10", "mrr", "ap", "recall@10", "precision@10", "hit@10")


def evaluate(
    qrels: Judged,
    run: Judged,
    metrics: Iterable[str] = DEFAULT,
    *,
    baseline: Judged | None = None,
    ties: str = "expected",
    relevance_level: int = 0,
    skip_no_relevant: bool = False,
    seed: int = 0,
) -> dict[str, Any]:
    """Measures a run against judgements: the document of ``boussole evaluate --per-query``.

    ``["metrics"][name]`` has ``mean``, ``interval`` (95 %) and ``n``, ``["per_query"]`` the values of every query, and with a
    ``baseline`` ``["comparison"]`` the differences. ``ties`` are ``expected`` (the mean over their orders), ``trec`` or ``strict``.
    Raises :class:`~boussole_metiers.JudgementsError` with every problem.
    """
    runs = [_pairs(run)] if baseline is None else [_pairs(run), _pairs(baseline)]
    document: dict[str, Any] = json.loads(
        _boussole.evaluate(_pairs(qrels), runs, list(metrics), ties, relevance_level, skip_no_relevant, seed)
    )
    return document


def value(metric: str, ranking: Sequence[str] | Mapping[str, float], gains: Mapping[str, float], *, ties: str = "expected") -> float:
    """One metric of one list: items in order, best first, or their scores; ``gains`` by item, of which others have none.

    >>> value("ndcg@10", ["a", "b"], {"a": 1.0})
    1.0
    """
    scores = ranking if isinstance(ranking, Mapping) else {item: float(-place) for place, item in enumerate(ranking)}
    document = evaluate({"": gains}, {"": scores}, [metric], ties=ties)
    return float(document["per_query"][""][metric])


def _pairs(judged: Judged) -> str | list[tuple[str, list[tuple[str, float]]]]:
    if isinstance(judged, str):
        return judged
    return [(str(query), [(str(item), float(value)) for item, value in items.items()]) for query, items in judged.items()]
