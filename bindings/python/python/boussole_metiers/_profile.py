"""Who asks."""

from __future__ import annotations

import json
import math
from collections.abc import Iterable, Mapping
from typing import Any, Union

from . import _boussole
from ._errors import ProfileError

#: What is taken wherever a profile is asked for: a profile, a dict of its parts, or the text of a profile file.
ProfileLike = Union["Profile", Mapping[str, Any], str]

_ANSWERED = ("interests", "statuses", "sectors", "riasec")


class Profile:
    """The answers of one student.

    >>> profile = Profile(likes=["j'ai le sens du contact"], willing="Bac + 3")
    >>> profile.to_dict()["interests"]
    {"j'ai le sens du contact": 1.0}

    Parts are given by name, or as a dict with the keys of a profile file, or both:

    - ``interests``, ``statuses``, ``sectors``: an answer from -1 (no) to 1 (yes) for each label;
    - ``likes``, ``dislikes``: interests that are answered with 1 and -1;
    - ``reached``, ``willing``: levels, what the student has and how far they want to study;
    - ``words``: words of the student's own; ``riasec``: raw scores by letter;
    - ``metiers``, ``gates``, ``constraints``, ``seed``: as in a file.

    Raises :class:`ProfileError` with every problem. Labels are looked up by the recommender, not here.
    """

    __slots__ = ("_text",)

    def __init__(
        self,
        parts: Mapping[str, Any] | None = None,
        /,
        *,
        likes: Iterable[str] = (),
        dislikes: Iterable[str] = (),
        reached: str | None = None,
        willing: str | None = None,
        **named: Any,
    ) -> None:
        all_parts: dict[str, Any] = {**(parts or {}), **named}
        answered = {"likes": likes, "dislikes": dislikes}
        single = [f"{name}: expected a list of labels, found a text" for name, labels in answered.items() if isinstance(labels, str)]
        if single:
            raise ProfileError("\n".join(f"profile: {problem}" for problem in single), [{"message": problem} for problem in single])
        more = [(label, 1.0) for label in likes] + [(label, -1.0) for label in dislikes]
        levels = {name: level for name, level in (("reached", reached), ("willing", willing)) if level is not None}
        if levels:
            all_parts["access_level"] = {**all_parts.get("access_level", {}), **levels}
        self._text: str = _boussole.profile(_written(all_parts, more))

    @classmethod
    def from_text(cls, text: str) -> Profile:
        """A profile from the text of a file, JSON or TOML."""
        profile = cls.__new__(cls)
        profile._text = _boussole.profile(text)
        return profile

    @classmethod
    def of(cls, profile: ProfileLike) -> Profile:
        """A profile from whatever is taken for one."""
        if isinstance(profile, Profile):
            return profile
        return cls.from_text(profile) if isinstance(profile, str) else cls(profile)

    def to_dict(self) -> dict[str, Any]:
        """The parts, as a profile file has them."""
        parts: dict[str, Any] = json.loads(self._text)
        return parts

    def to_json(self) -> str:
        """The parts as JSON."""
        return self._text

    def __repr__(self) -> str:
        said = {name: value for name, value in self.to_dict().items() if _says_something(value)}
        return f"Profile({said!r})"

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Profile) and self._text == other._text

    def __hash__(self) -> int:
        return hash(self._text)

    def __reduce__(self) -> tuple[Any, ...]:
        return Profile.from_text, (self._text,)


def _written(parts: Mapping[str, Any], more: list[tuple[str, float]]) -> str:
    """The parts as JSON. A label that stands twice is written twice, so that contradictions are found where all others are."""
    _refuse_infinite(parts)
    fields = [f"{_json(name)}: {_json(value)}" for name, value in parts.items() if name != "interests"]
    interests = [*dict(parts.get("interests") or {}).items(), *more]
    answers = ", ".join(f"{_json(label)}: {_json(answer)}" for label, answer in interests)
    return "{" + ", ".join([*fields, f'"interests": {{{answers}}}']) + "}"


def _refuse_infinite(parts: Mapping[str, Any]) -> None:
    """JSON has no infinity and nothing that is not a number."""
    problems = [
        {"message": f"{part}: « {label} »: expected a finite number, found {answer}", "field": part}
        for part in _ANSWERED
        if isinstance(parts.get(part), Mapping)
        for label, answer in parts[part].items()
        if isinstance(answer, float) and not math.isfinite(answer)
    ]
    if problems:
        raise ProfileError("\n".join(f"profile: {problem['message']}" for problem in problems), problems)


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, default=_plain)


def _plain(value: Any) -> Any:
    """Numbers and arrays of numpy and the like as Python's own."""
    for name in ("item", "tolist"):
        convert = getattr(value, name, None)
        if convert is not None and (name == "tolist" or getattr(value, "ndim", 0) == 0):
            return convert()
    if isinstance(value, Iterable):
        return list(value)
    raise ProfileError(f"profile: expected texts, numbers, lists and dicts, found {type(value).__name__}")


def _says_something(value: Any) -> bool:
    """Whether a part of a profile is more than its default."""
    return any(map(_says_something, value.values())) if isinstance(value, dict) else bool(value)
