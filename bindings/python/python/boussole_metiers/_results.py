"""What a recommender answers: documents of the program, with their parts at hand."""

from __future__ import annotations

import html
import json
from collections.abc import Callable, Iterator, Sequence
from functools import cached_property
from typing import Any, NamedTuple

#: Writes the same answer with other options, such as ``format``, ``language`` and ``audience``.
_Ask = Callable[[dict[str, Any]], str]


class Contribution(NamedTuple):
    """One term of a score: ``points`` is ``coefficient · value``, rounded to a grid on which all sums are exact."""

    criterion: str
    feature: str | None
    answer: float
    value: float
    coefficient: float
    origin: str
    points: float


class Document:
    """An answer as the document that the program writes, to the byte."""

    def __init__(self, ask: _Ask) -> None:
        self._ask = ask

    @cached_property
    def _text(self) -> str:
        return self._ask({})

    @cached_property
    def _parts(self) -> dict[str, Any]:
        parts: dict[str, Any] = json.loads(self._text)
        return parts

    def to_json(self) -> str:
        """The document as the program writes it with ``--format json``."""
        return self._text

    def to_dict(self) -> dict[str, Any]:
        """The document as a dict."""
        parts: dict[str, Any] = json.loads(self._text)
        return parts

    def __getitem__(self, key: Any) -> Any:
        return self._parts[key]

    def text(self, language: str = "fr", audience: str = "pupil") -> str:
        """The answer in words, for ``pupil``, ``adult`` or ``counsellor``."""
        return self._ask({"format": "text", "language": language, "audience": audience})

    def markdown(self, language: str = "fr", audience: str = "pupil") -> str:
        """The answer in Markdown, with every number."""
        return self._ask({"format": "markdown", "language": language, "audience": audience})

    def html(self, language: str = "fr", audience: str = "pupil") -> str:
        """The answer as one page that loads nothing."""
        return self._ask({"format": "html", "language": language, "audience": audience})

    def _repr_markdown_(self) -> str:
        return self.markdown()

    def __repr__(self) -> str:
        return f"<{type(self).__name__} {self._parts['schema']}>"


class _Scored:
    """What a recommendation and an explanation have in common."""

    _entry: dict[str, Any]
    _in_voice: Callable[[str, str], dict[str, Any]]

    @property
    def id(self) -> str:
        """The identifier of the métier."""
        return str(self._entry["id"])

    @property
    def title(self) -> str:
        """The name of the métier in both forms."""
        feminine, masculine = self._entry["title"]["feminine"], self._entry["title"]["masculine"]
        return feminine if feminine == masculine else f"{feminine} / {masculine}"

    @property
    def rank(self) -> int | None:
        """The place in the order, from 1; ``None`` when a filter keeps the métier out."""
        return self._entry["rank"]  # type: ignore[no-any-return]

    @property
    def score(self) -> float:
        """The score in [0, 1]: the sum of the points of all contributions, to the bit."""
        return float(self._entry["score"])

    @cached_property
    def contributions(self) -> list[Contribution]:
        """The terms of the score."""
        return [Contribution(**term) for term in self._entry["contributions"]]

    @property
    def missing(self) -> list[str]:
        """The criteria on which the student spoke and the fiche says nothing."""
        return list(self._entry["missing"])

    def reasons(self, language: str = "fr", audience: str = "pupil") -> list[str]:
        """The sentences that speak for the métier."""
        return [reason["text"] for reason in self._in_voice(language, audience)["reasons"]]

    def checks(self, language: str = "fr", audience: str = "pupil") -> list[str]:
        """The sentences about what to check."""
        return [check["text"] for check in self._in_voice(language, audience)["checks"]]

    def points_by_criterion(self) -> dict[str, float]:
        """What each criterion adds to the score."""
        points: dict[str, float] = {}
        for term in self.contributions:
            points[term.criterion] = points.get(term.criterion, 0.0) + term.points
        return points


class Recommendation(_Scored):
    """One métier of a list."""

    def __init__(self, entry: dict[str, Any], in_voice: Callable[[str, str], dict[str, Any]]) -> None:
        self._entry = entry
        self._in_voice = in_voice

    @property
    def stability(self) -> str | None:
        """``stable``, ``fragile`` or ``lot``; ``None`` where nobody looked."""
        return self._entry["stability"]  # type: ignore[no-any-return]

    def to_dict(self) -> dict[str, Any]:
        """What the document holds about it."""
        return dict(self._entry)

    def __repr__(self) -> str:
        return f"<{self.rank}. {self.title} ({self.id}) {self.score:.3f}>"

    def _repr_html_(self) -> str:
        return _table([self])


class Ranking(Document, Sequence[Recommendation]):
    """The first métiers for a profile."""

    @cached_property
    def _recommendations(self) -> list[Recommendation]:
        entries = enumerate(self._parts["recommendations"])
        return [Recommendation(entry, self._voice_of(place)) for place, entry in entries]

    def _voice_of(self, place: int) -> Callable[[str, str], dict[str, Any]]:
        def in_voice(language: str, audience: str) -> dict[str, Any]:
            entry: dict[str, Any] = self._entries(language, audience)[place]
            return entry

        return in_voice

    def _entries(self, language: str, audience: str) -> list[dict[str, Any]]:
        """What the document holds in a voice, which is asked for once."""
        kept: dict[tuple[str, str], list[dict[str, Any]]] = self.__dict__.setdefault("_kept", {})
        voice = (language, audience)
        if voice not in kept:
            kept[voice] = json.loads(self._ask({"language": language, "audience": audience}))["recommendations"]
        return kept[voice]

    @property
    def n_ranked(self) -> int:
        """How many métiers were ranked."""
        return int(self._parts["n_ranked"])

    @property
    def excluded(self) -> list[dict[str, Any]]:
        """What each filter left out."""
        return list(self._parts["excluded"])

    def __getitem__(self, key: Any) -> Any:
        """The recommendation at a place from 0, or a part of the document by its name."""
        return self._parts[key] if isinstance(key, str) else self._recommendations[key]

    def __iter__(self) -> Iterator[Recommendation]:
        return iter(self._recommendations)

    def __len__(self) -> int:
        return len(self._recommendations)

    def __repr__(self) -> str:
        lines = "".join(f"\n  {one!r}" for one in self)
        return f"<Ranking of {len(self)} of {self.n_ranked}>{lines}"

    def _repr_html_(self) -> str:
        return _table(self)


class Explanation(Document, _Scored):
    """Why one métier has its score, ranked or not."""

    @property
    def _entry(self) -> dict[str, Any]:  # type: ignore[override]
        return self._parts

    def _in_voice(self, language: str, audience: str) -> dict[str, Any]:
        parts: dict[str, Any] = json.loads(self._ask({"language": language, "audience": audience}))
        return parts

    def __repr__(self) -> str:
        return f"<Explanation of {self.title} ({self.id}), rank {self.rank}, {self.score:.3f}>"


class Comparison(Document):
    """Why one métier comes before another."""

    @property
    def difference(self) -> float:
        """The score of the first minus that of the second: the sum of the points of all terms, to the bit."""
        return float(self._parts["difference"])

    @property
    def terms(self) -> list[dict[str, Any]]:
        """The terms that differ."""
        return list(self._parts["terms"])


class WhatIf(Document):
    """The smallest changes of answers that bring a métier into the list, or take it out."""

    @property
    def alternatives(self) -> list[dict[str, Any]]:
        """The changes, each verified by ranking again."""
        return list(self._parts["alternatives"])


class Stability(Document):
    """How sure a list is."""

    @property
    def metiers(self) -> list[dict[str, Any]]:
        """How sure each place is."""
        return list(self._parts["metiers"])


class Ladder(Document):
    """The best métiers at each level."""

    @property
    def rungs(self) -> list[dict[str, Any]]:
        """The levels, from what the student has to what they want."""
        return list(self._parts["rungs"])


def _table(recommendations: Sequence[Recommendation]) -> str:
    """Recommendations as a table of HTML."""
    rows = []
    for one in recommendations:
        reasons = "<br>".join(html.escape(reason) for reason in one.reasons())
        cells = (f"{one.rank}", html.escape(one.title), f"{one.score:.3f}", reasons)
        rows.append("<tr>" + "".join(f"<td style='text-align:left'>{cell}</td>" for cell in cells) + "</tr>")
    return "<table><thead><tr><th></th><th>métier</th><th>score</th><th></th></tr></thead><tbody>" + "".join(rows) + "</tbody></table>"
