"""What is there?"""

from __future__ import annotations

import json
import os
from collections.abc import Iterator, Sequence
from functools import cached_property
from pathlib import Path
from typing import Any

from . import _boussole

_Path = os.PathLike[str] | str


class Catalogue(Sequence[dict[str, Any]]):
    """The métiers that can be recommended, sorted by identifier, each a dict.

    >>> catalogue = Catalogue.demo()
    >>> catalogue["MET.171"]["id"]
    'MET.171'
    """

    def __init__(self, inner: _boussole.Catalogue) -> None:
        self._inner = inner

    @classmethod
    def demo(cls) -> Catalogue:
        """The demonstration catalogue, of real métiers and facts with texts of their own."""
        return cls(_boussole.Catalogue.demo())

    @classmethod
    def read(cls, source: _Path | bytes, *more: _Path, name: str = "catalogue") -> Catalogue:
        """Reads files and folders in any format that the program reads, or the bytes of one file.

        What is right is read, and what is wrong is among :attr:`problems`. The format is found by content, then by the ending, of
        ``name`` for bytes. Raises :class:`CatalogueError` with every problem when there is no fiche at all.
        """
        if isinstance(source, bytes | bytearray | memoryview):
            return cls(_boussole.Catalogue.read_bytes(name, bytes(source)))
        return cls(_boussole.Catalogue.read([Path(path) for path in (source, *more)]))

    def with_rome_letters(self, path: _Path | None = None) -> Catalogue:
        """The same métiers with RIASEC letters from a CSV table of the ROME, or from the one of the library."""
        if path is None:
            return Catalogue(self._inner.with_rome_letters("", b""))
        return Catalogue(self._inner.with_rome_letters(str(path), Path(path).read_bytes()))

    @cached_property
    def problems(self) -> list[dict[str, Any]]:
        """What was wrong in the data, each with its message and its place."""
        problems: list[dict[str, Any]] = json.loads(self._inner.problems())
        return problems

    @property
    def fingerprint(self) -> str:
        """32 hexadecimal digits that change with anything in the catalogue."""
        return self._inner.fingerprint()

    def find(self, name: str, language: str = "fr") -> dict[str, Any]:
        """The métier that a text means: an identifier, or a name that is clear.

        Raises :class:`MetierError`, in this language, with those to choose from when none or several fit.
        """
        metier: dict[str, Any] = json.loads(self._inner.find(name, json.dumps({"language": language})))
        return metier

    def labels(self, kind: str) -> list[dict[str, Any]]:
        """The labels of a kind, ``interests``, ``statuses`` or ``sectors``, each with how many métiers carry it."""
        labels: list[dict[str, Any]] = json.loads(self._inner.labels(kind))
        return labels

    def to_json(self) -> str:
        """The catalogue in its canonical form, which reads back with the same fingerprint."""
        return self._inner.to_json()

    @cached_property
    def _metiers(self) -> list[dict[str, Any]]:
        metiers: list[dict[str, Any]] = json.loads(self._inner.metiers())
        return metiers

    @cached_property
    def _by_id(self) -> dict[str, dict[str, Any]]:
        return {metier["id"]: metier for metier in self._metiers}

    def __getitem__(self, key: Any) -> Any:
        """The métier of an identifier, or at a place."""
        return self._by_id[key] if isinstance(key, str) else self._metiers[key]

    def __contains__(self, key: object) -> bool:
        return key in self._by_id if isinstance(key, str) else key in self._metiers

    def __iter__(self) -> Iterator[dict[str, Any]]:
        return iter(self._metiers)

    def __len__(self) -> int:
        return len(self._inner)

    def __repr__(self) -> str:
        return f"<Catalogue of {len(self)} métiers, {len(self.problems)} problems, {self.fingerprint}>"

    def __reduce__(self) -> tuple[Any, ...]:
        return _unpickled, (self.to_json().encode(), self.problems)


def _unpickled(text: bytes, problems: list[dict[str, Any]]) -> Catalogue:
    catalogue = Catalogue.read(text, name="catalogue.json")
    catalogue.__dict__["problems"] = problems
    return catalogue
