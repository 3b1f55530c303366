"""What tests have in common: the project's data, a recommender, students drawn by lot."""

from __future__ import annotations

import json
import pathlib
import random

import pyarrow
import pytest
from boussole_metiers import Catalogue, Recommender

ROOT = pathlib.Path(__file__).parents[3]


@pytest.fixture(scope="session")
def catalogue() -> Catalogue:
    return Catalogue.demo()


@pytest.fixture(scope="session")
def recommender(catalogue: Catalogue) -> Recommender:
    return Recommender(catalogue)


@pytest.fixture(scope="session")
def profiles() -> list[str]:
    """The students of the identity set, who are drawn by lot and do not exist."""
    return (ROOT / "fixtures/identity/profiles.jsonl").read_text(encoding="utf-8").splitlines()


@pytest.fixture(scope="session")
def students(catalogue: Catalogue) -> pyarrow.Table:
    """3,000 students as a table, one in 150 with a level that does not exist."""
    labels = [label["label"] for label in catalogue.labels("interests")]
    draw = random.Random(7)
    rows = []
    for number in range(3000):
        liked = draw.sample(labels, draw.randint(1, 8))
        rows.append(
            {
                "id": number,
                "interests": liked,
                "interest_answers": [draw.choice([-1.0, -0.5, 0.5, 1.0]) for _ in liked],
                "willing": "doctor" if number % 150 == 149 else draw.choice(["CAP ou équivalent", "Bac + 2", "Bac + 5", None]),
            }
        )
    return pyarrow.Table.from_pylist(rows)


def profile_of(row: dict) -> dict:
    """A row of `students` as a profile of a file."""
    answers = dict(zip(row["interests"], row["interest_answers"], strict=True))
    return json.loads(json.dumps({"interests": answers} | ({"access_level": {"willing": row["willing"]}} if row["willing"] else {})))
