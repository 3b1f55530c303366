"""Documents have the bytes that the program writes: the sums of `fixtures/identity/sha256.txt`, which the tests of Rust compare too."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator

import pytest
from boussole_metiers import Profile, Recommender

from conftest import ROOT

SUMS = {kind: (digest, int(n)) for digest, n, kind in map(str.split, (ROOT / "fixtures/identity/sha256.txt").read_text().splitlines())}

Write = Callable[[Recommender, Profile, int], str]


def asked(recommender: Recommender, number: int) -> str:
    """Another métier for each number, as `crates/lab/src/identity.rs` asks about them."""
    return recommender.catalogue[number % len(recommender.catalogue)]["id"]


KINDS: dict[str, tuple[int, Write]] = {
    "recommend": (1, lambda r, p, n: r.recommend(p, diversity="none" if n % 4 else "xquad", stability=False).to_json()),
    "explain": (1, lambda r, p, n: r.explain(p, asked(r, n), stability=False).to_json()),
    "compare": (1, lambda r, p, n: r.compare(p, asked(r, n), asked(r, n + 1)).to_json()),
    "record": (5, lambda r, p, n: r.record(p)),
    "ladder": (5, lambda r, p, n: r.ladder(p).to_json()),
    "stability": (10, lambda r, p, n: r.stability(p).to_json()),
    "whatif": (10, lambda r, p, n: r.what_if(p, asked(r, n)).to_json()),
    "text": (10, lambda r, p, n: r.recommend(p, stability=False).text()),
    "html": (10, lambda r, p, n: r.recommend(p, stability=False).html("en", "counsellor")),
}


@pytest.mark.parametrize("kind", KINDS)
def test_documents_have_the_bytes_of_the_program(kind: str, recommender: Recommender, profiles: list[str]) -> None:
    every, write = KINDS[kind]
    documents = [write(recommender, Profile.from_text(text), number) for number, text in enumerate(profiles) if number % every == 0]
    found = hashlib.sha256("".join(documents).encode()).hexdigest()
    assert (found, len(documents)) == SUMS[kind]
