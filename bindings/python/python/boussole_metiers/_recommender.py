"""Which métiers fit, and why?"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from typing import Any

from . import _boussole
from ._catalogue import Catalogue
from ._profile import Profile, ProfileLike
from ._results import Comparison, Explanation, Ladder, Ranking, Stability, WhatIf
from ._table import Results, profiles_of
from ._weights import Weights


class Recommender:
    """A catalogue compiled once, asked many times.

    >>> recommender = Recommender(Catalogue.demo())
    >>> ranking = recommender.recommend(Profile(likes=["j'ai le sens du contact"]), k=3)
    >>> len(ranking)
    3
    """

    def __init__(self, catalogue: Catalogue, weights: Weights | Mapping[str, float] | None = None) -> None:
        self.catalogue = catalogue
        self.weights = weights if isinstance(weights, Weights) else Weights(weights)
        self._inner = _boussole.Recommender(catalogue._inner, self.weights._text)

    def recommend(
        self,
        profile: ProfileLike,
        k: int = 10,
        *,
        diversity: str = "none",
        stability: bool = True,
        link: str | None = None,
    ) -> Ranking:
        """The first ``k`` métiers for a profile, fewer when filters leave fewer.

        ``diversity`` varies the list: ``xquad`` or ``mmr``, each with an optional ``=λ``. With ``stability``, how sure each place is is told,
        which takes a hundred times as long as the list. ``link`` is the address of fiches, in which ``{id}`` stands for the identifier.
        """
        return Ranking(self._asked(self._inner.recommend, profile, top=k, diversity=diversity, stability=stability, link=link))

    def explain(self, profile: ProfileLike, metier: str, k: int = 10, *, stability: bool = True, link: str | None = None) -> Explanation:
        """Why a métier, by its identifier or a clear name, has its score, ranked or not."""
        return Explanation(self._asked(self._inner.explain, profile, metier, top=k, stability=stability, link=link))

    def compare(self, profile: ProfileLike, first: str, second: str) -> Comparison:
        """Why one métier comes before another."""
        return Comparison(self._asked(self._inner.compare, profile, first, second))

    def what_if(self, profile: ProfileLike, metier: str, k: int = 10) -> WhatIf:
        """The smallest changes of answers that bring a métier among the first ``k``, or take it out."""
        return WhatIf(self._asked(self._inner.what_if, profile, metier, top=k))

    def stability(self, profile: ProfileLike, k: int = 10) -> Stability:
        """How sure the first ``k`` places are."""
        return Stability(self._asked(self._inner.stability, profile, top=k))

    def ladder(self, profile: ProfileLike, each: int = 3) -> Ladder:
        """The best métiers at each level, from what the student has to what they want."""
        return Ladder(self._asked(self._inner.ladder, profile, each=each))

    def record(self, profile: ProfileLike, k: int = 10, *, diversity: str = "none") -> str:
        """What is needed to make a list again, byte for byte, and to say how it came about."""
        return self._inner.record(Profile.of(profile).to_json(), json.dumps({"top": k, "diversity": diversity}))

    def replay(self, record: str) -> dict[str, Any]:
        """Makes a recorded list again with the weights that it records, and says whether it is identical."""
        replayed: dict[str, Any] = json.loads(self._inner.replay(record, ""))
        return replayed

    def recommend_table(
        self,
        table: Any,
        k: int = 10,
        *,
        threads: int | None = None,
        progress: Callable[[int], object] | None = None,
    ) -> Results:
        """The first ``k`` métiers for each row of a table, as a stream of rows in the order of the table.

        ``table`` is anything with ``__arrow_c_stream__``: a table or reader of pyarrow, a frame of Polars or pandas, a relation of DuckDB.
        Its columns are told in ``docs/spark.md``. The result has one row per student and rank; a student who cannot be ranked has one row,
        with an ``error``. Nothing is read before the result is, and never more than some thousand rows are held. ``threads`` defaults to
        one a processor. ``progress`` is called with the number of students that were answered since, such as ``tqdm(...).update``.

        Raises :class:`TableError` when the columns are not those of profiles.
        """
        return Results(self._inner.recommend_table(profiles_of(table), k, threads or 0), progress)

    def _asked(self, call: Callable[..., str], profile: ProfileLike, *metiers: str, **options: Any) -> Callable[[dict[str, Any]], str]:
        """A question that was asked once, so that what is wrong is told now, and can be asked again in another voice."""
        text = Profile.of(profile).to_json()
        stated = {name: value for name, value in options.items() if value is not None}
        first = call(text, *metiers, json.dumps(stated))
        return lambda voice: call(text, *metiers, json.dumps({**stated, **voice})) if voice else first

    def __repr__(self) -> str:
        return f"Recommender({self.catalogue!r}, {self.weights!r})"

    def __reduce__(self) -> tuple[Any, ...]:
        return Recommender, (self.catalogue, self.weights)
