"""How much each criterion counts."""

from __future__ import annotations

import json
import math
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from . import _boussole
from ._errors import WeightsError


class Weights(Mapping[str, float]):
    """The weights of the criteria by name: none negative, with sum 1.

    >>> Weights(interest=3, access_level=1)["interest"]
    0.75
    >>> Weights() == Weights.default()
    True

    Criteria that are left out weigh 0; without any, the weights are the default ones.
    """

    __slots__ = ("_factors", "_text", "_values")

    def __init__(self, weights: Mapping[str, float] | None = None, /, **named: float) -> None:
        given = {**(weights or {}), **named}
        # JSON has no infinity and nothing that is not a number.
        wrong = {name: weight for name, weight in given.items() if not math.isfinite(weight)}
        if wrong:
            messages = [f"{name}: expected a finite weight of at least 0, found {weight}" for name, weight in wrong.items()]
            raise WeightsError("\n".join(messages), [{"message": message} for message in messages])
        self._set(json.dumps({name: float(weight) for name, weight in given.items()}) if given else "")

    def _set(self, text: str) -> None:
        self._text = text
        values = json.loads(_boussole.weights(text))
        self._factors: dict[str, float] = values.pop("interests", {})
        self._values: dict[str, float] = values

    @classmethod
    def default(cls) -> Weights:
        """The default weights, which were chosen by measurement."""
        return cls()

    @classmethod
    def from_toml(cls, text: str) -> Weights:
        """Weights from the text of a file that ``boussole tune`` or :meth:`to_toml` wrote."""
        weights = cls.__new__(cls)
        weights._set(text)
        return weights

    @classmethod
    def read(cls, path: str | Path) -> Weights:
        """Weights from a TOML file."""
        return cls.from_toml(Path(path).read_text(encoding="utf-8"))

    @property
    def interest_factors(self) -> dict[str, float]:
        """How much single interests count beside their rarity, from ``[interests]`` of a file; 1 for those that are not named."""
        return dict(self._factors)

    def to_toml(self) -> str:
        """The weights as a TOML file, for ``--weights`` of the program; where they come from is kept."""
        return self._text if self._text and not self._text.startswith("{") else _boussole.weights_toml(self._text)

    def __getitem__(self, criterion: str) -> float:
        return self._values[criterion]

    def __iter__(self) -> Iterator[str]:
        return iter(self._values)

    def __len__(self) -> int:
        return len(self._values)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Weights) and (self._values, self._factors) == (other._values, other._factors)

    def __hash__(self) -> int:
        return hash(tuple(self._values.items()))

    def __repr__(self) -> str:
        named = ", ".join(f"{name}={weight:.3g}" for name, weight in self._values.items() if weight)
        return f"Weights({named})"

    def __reduce__(self) -> tuple[Any, ...]:
        return Weights.from_toml, (self._text,)
