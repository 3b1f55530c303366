"""Which weights fit what people prefer?"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Any

from . import _boussole
from ._recommender import Recommender
from ._weights import Weights

#: Preferences as a list of dicts, as lines of JSON, or as the path of a file with such lines.
Preferences = Iterable[Mapping[str, Any]] | str | Path


class Tuner:
    """Finds the weights that fit what people prefer, or says why the data do not support any.

    It has the manners of an estimator of scikit-learn: parameters in the constructor, :meth:`fit`, :meth:`score`, and what was found in
    attributes that end in an underscore.

    - ``weights_``: the weights, or the recommender's own where the data do not support others or are scores of other names than criteria;
    - ``is_accepted_``, ``refusals_``: whether they may be used, and why not;
    - ``report_``: the document of ``boussole tune``.

    A preference is ``{"profile": {…}, "preferred": "MET.1", "over": "MET.2", "student": "lea"}``, where ``student`` may be absent.
    """

    def __init__(
        self,
        recommender: Recommender | None = None,
        *,
        shrinkage: float | None = None,
        fixed: Mapping[str, float] | None = None,
        per_interest: bool = False,
        seed: int = 0,
        progress: Callable[[], object] | None = None,
    ) -> None:
        self.recommender = recommender
        self.shrinkage = shrinkage
        self.fixed = fixed
        self.per_interest = per_interest
        self.seed = seed
        self.progress = progress

    def fit(self, X: Preferences, y: None = None) -> Tuner:
        """Tunes on preferences.

        ``shrinkage`` says how strongly weights are held to the defaults; without it cross-validation chooses. With
        ``per_interest``, factors of single interests are found first; where the data support them they are in ``weights_``. Raises
        :class:`PreferencesError` with every wrong line, and :class:`TuningError` when nothing can be fitted at all.
        """
        fixed = dict(self.fixed or {})
        found = json.loads(
            self._recommender._inner.tune(_lines(X), self.shrinkage, fixed, self.per_interest, self.seed, self.progress)
        )
        self.report_: dict[str, Any] = found["document"]
        self.is_accepted_: bool = self.report_["is_accepted"]
        self.refusals_: list[str] = self.report_["refusals"]
        self.weights_ = Weights.from_toml(found["weights"]) if found["weights"] else self._recommender.weights
        return self

    def score(self, X: Preferences, y: None = None) -> float:
        """The share of pairs in which the preferred one scores higher with ``weights_``; equal scores count half."""
        if not hasattr(self, "weights_"):
            raise AttributeError("score: expected a tuner after fit(), found one before it")
        judge = Recommender(self._recommender.catalogue, self.weights_)
        return judge._inner.preference_score(_lines(X))

    @property
    def _recommender(self) -> Recommender:
        if self.recommender is None:
            from ._catalogue import Catalogue

            self.recommender = Recommender(Catalogue.demo())
        return self.recommender

    def get_params(self, deep: bool = True) -> dict[str, Any]:
        """The parameters of the constructor, for ``sklearn.base.clone`` and searches."""
        return {name: getattr(self, name) for name in ("recommender", "shrinkage", "fixed", "per_interest", "seed", "progress")}

    def set_params(self, **params: Any) -> Tuner:
        """Sets parameters of the constructor."""
        unknown = sorted(params.keys() - self.get_params().keys())
        if unknown:
            raise TypeError(f"expected parameters {', '.join(self.get_params())}, found {', '.join(unknown)}")
        for name, value in params.items():
            setattr(self, name, value)
        return self

    def __repr__(self) -> str:
        stated = ", ".join(f"{name}={value!r}" for name, value in self.get_params().items() if value not in (None, 0))
        return f"Tuner({stated})"


def _lines(preferences: Preferences) -> str:
    if isinstance(preferences, Path):
        return preferences.read_text(encoding="utf-8")
    if isinstance(preferences, str):
        return preferences
    return "".join(json.dumps(preference, ensure_ascii=False) + "\n" for preference in preferences)
