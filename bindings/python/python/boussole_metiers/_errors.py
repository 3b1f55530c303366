"""What is raised when an input is at fault."""

from __future__ import annotations

import json
from typing import Any, ClassVar


class BoussoleError(ValueError):
    """An input is at fault.

    The message says what was expected, what was found, where, and how to repair it. ``problems`` has all of them as data, each a dict
    with a ``message`` and, where they are known, ``source``, ``line``, ``metier``, ``field`` and ``nearest``.
    """

    def __init__(self, message: str, problems: list[dict[str, Any]] | None = None) -> None:
        super().__init__(message)
        self.problems: list[dict[str, Any]] = problems or [{"message": message}]

    def __reduce__(self) -> tuple[Any, ...]:
        # So that it keeps its problems on its way from another process.
        return type(self), (str(self), self.problems)

    _of_kind: ClassVar[dict[str, type[BoussoleError]]] = {}

    def __init_subclass__(cls, kind: str) -> None:
        BoussoleError._of_kind[kind] = cls


class CatalogueError(BoussoleError, kind="catalogue"):
    """There is no fiche that can be read."""


class ProfileError(BoussoleError, kind="profile"):
    """A profile has wrong answers, or names what the catalogue does not have."""


class WeightsError(BoussoleError, kind="weights"):
    """Weights are negative, all zero, or of no criterion."""


class OptionsError(BoussoleError, kind="options"):
    """An argument has a value that does not exist."""


class MetierError(BoussoleError, kind="metier"):
    """A text names no métier, or several; ``nearest`` has those to choose from."""


class RecordError(BoussoleError, kind="record"):
    """A record cannot be made again."""


class PreferencesError(BoussoleError, kind="preferences"):
    """Preferences cannot be read."""


class TuningError(BoussoleError, kind="tuning"):
    """No weights can be fitted to these preferences."""


class JudgementsError(BoussoleError, kind="judgements"):
    """Judgements or a run cannot be read, or a metric does not exist."""


class TableError(BoussoleError, kind="table"):
    """The columns of a table are not those of profiles."""


def of_json(text: str) -> BoussoleError:
    """The exception for a failure that the extension reports."""
    failure = json.loads(text)
    return BoussoleError._of_kind.get(failure["kind"], BoussoleError)(failure["message"], failure["problems"])
