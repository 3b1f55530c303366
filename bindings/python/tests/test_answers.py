"""What is said of one student: terms sum to scores, voices differ in words only, errors carry every problem."""

from __future__ import annotations

import json
import pickle
import threading

import boussole_metiers
import numpy
import pytest
from boussole_metiers import (
    BoussoleError,
    Catalogue,
    CatalogueError,
    MetierError,
    OptionsError,
    Profile,
    ProfileError,
    Recommender,
    Weights,
    WeightsError,
)

from conftest import ROOT

STUDENT = Profile(
    likes=["j'aime la nature", "je veux m'occuper d'animaux"],
    dislikes=["j'ai la bosse du commerce"],
    interests={"j'aime bouger": 0.5},
    reached="Bac ou équivalent",
    willing="Bac + 2",
)


def test_terms_sum_to_the_score_and_terms_of_a_comparison_to_the_difference(recommender: Recommender) -> None:
    ranking = recommender.recommend(STUDENT, k=5)
    assert [one.rank for one in ranking] == [1, 2, 3, 4, 5]
    for one in ranking:
        assert one.score == sum(term.points for term in one.contributions)
        assert one.score == sum(one.points_by_criterion().values())
    comparison = recommender.compare(STUDENT, ranking[0].id, ranking[4].id)
    assert comparison.difference == ranking[0].score - ranking[4].score
    assert comparison.difference == sum(term["points"] for term in comparison.terms)
    explained = recommender.explain(STUDENT, ranking[1].id)
    assert (explained.score, explained.rank, explained.title) == (ranking[1].score, 2, ranking[1].title)
    assert explained.contributions == ranking[1].contributions


def test_reasons_follow_language_and_audience(recommender: Recommender) -> None:
    one = recommender.recommend(STUDENT, k=1, stability=False)[0]
    french, english, counsellor = one.reasons(), one.reasons("en"), one.reasons("fr", "counsellor")
    assert french and len({tuple(french), tuple(english), tuple(counsellor)}) == 3
    assert french == [reason["text"] for reason in one.to_dict()["reasons"]]
    assert recommender.explain(STUDENT, one.id).reasons("en") == english


def test_a_page_of_a_notebook_escapes_what_it_shows(recommender: Recommender) -> None:
    ranking = recommender.recommend(STUDENT, k=3)
    assert ranking._repr_html_().count("<tr>") == 4
    assert ranking[0].title in ranking._repr_html_() and ranking[0].title in repr(ranking)
    fiche = {"id": "MET.1", "title": {"feminine": "<b>une", "masculine": "un"}, "rank": 1, "score": 0.5, "reasons": [{"text": "a < b"}]}
    shown = boussole_metiers.Recommendation(fiche, lambda language, audience: fiche)._repr_html_()
    assert "&lt;b&gt;une" in shown and "a &lt; b" in shown and "<b>" not in shown


def test_inquiries_answer(recommender: Recommender) -> None:
    found = recommender.what_if(STUDENT, "vétérinaire")
    assert found["id"] == "MET.171" and found.to_dict()["schema"].startswith("boussole/whatif/")
    assert len(recommender.stability(STUDENT, k=4).metiers) == 4
    assert all(len(rung["recommendations"]) <= 2 for rung in recommender.ladder(STUDENT, each=2).rungs)
    assert recommender.replay(recommender.record(STUDENT))["identical"] is True


def test_a_profile_is_the_same_however_it_is_given() -> None:
    by_name = Profile(likes=["j'aime la nature"], willing="Bac + 2", metiers={"exclude": ["MET.5"]}, seed=7)
    as_dict = Profile(
        {"interests": {"j'aime la nature": 1}, "access_level": {"willing": "bac+2"}, "metiers": {"exclude": ["MET.5"]}, "seed": 7}
    )
    as_text = Profile.from_text('seed = 7\n[interests]\n"j\'aime la nature" = 1\n[access_level]\nwilling = "bac+2"\n[metiers]\nexclude = ["MET.5"]')
    assert by_name == as_dict == as_text and len({by_name, as_dict, as_text}) == 1
    assert Profile(by_name.to_dict()) == by_name
    assert Profile(interests={"a": numpy.float32(0.5), "b": numpy.int64(1)}).to_dict()["interests"] == {"a": 0.5, "b": 1.0}


def problems(error: BoussoleError) -> list[str]:
    return [problem["message"] for problem in error.problems]


def test_a_profile_is_refused_with_every_problem(recommender: Recommender) -> None:
    with pytest.raises(ProfileError) as caught:
        Profile(likes=["a"], dislikes=["a"], interests={"b": 2}, willing="doctor")
    assert problems(caught.value)[:2] == [
        "interests: « b »: expected an answer from -1 (no) to 1 (yes), found 2",
        "interests: « a »: expected one answer, found 1 and -1; keep one of them",
    ]
    assert caught.value.problems[2]["field"] == "access_level.willing"
    with pytest.raises(ProfileError) as caught:
        recommender.recommend({"interests": {"j'aime la natur": 1}, "sectors": {"x": 1}})
    assert len(caught.value.problems) == 2 and caught.value.problems[0]["nearest"][0] == "j'aime la nature"
    with pytest.raises(ProfileError, match="expected a finite number, found nan"):
        Profile(interests={"a": float("nan")})
    with pytest.raises(ProfileError, match="likes: expected a list of labels, found a text"):
        Profile(likes="j'aime la nature")
    with pytest.raises(ProfileError, match="unknown field `taste`"):
        Profile(taste=1)


def test_other_inputs_are_refused(recommender: Recommender, tmp_path) -> None:
    with pytest.raises(CatalogueError) as caught:
        Catalogue.read(b"nothing of the kind", name="notes.txt")
    assert caught.value.problems
    with pytest.raises(CatalogueError, match="nowhere"):
        Catalogue.read(tmp_path / "nowhere")
    with pytest.raises(MetierError) as missed:
        recommender.explain(STUDENT, "conseiller")
    assert "MET.604" in missed.value.problems[0]["nearest"]
    with pytest.raises(OptionsError, match="latin"):
        recommender.recommend(STUDENT)[0].reasons("latin")
    with pytest.raises(WeightsError, match="status: expected a finite weight of at least 0, found -1"):
        Weights(status=-1)
    with pytest.raises(WeightsError, match="found nan"):
        Weights(status=float("nan"))
    with pytest.raises(WeightsError, match="found « taste »"):
        Weights(taste=1)
    with pytest.raises(OverflowError):
        recommender.recommend_table(pyarrow_table(), k=-1)
    again = pickle.loads(pickle.dumps(missed.value))
    assert (type(again), str(again), again.problems) == (MetierError, str(missed.value), missed.value.problems)


def pyarrow_table():
    import pyarrow

    return pyarrow.table({"willing": ["Bac + 2"]})


def test_a_catalogue_is_looked_up_and_told_of(catalogue: Catalogue) -> None:
    assert len(catalogue) == len(list(catalogue)) and "MET.171" in catalogue and catalogue.problems == []
    assert catalogue.find("Vétérinaire") == catalogue["MET.171"] == catalogue[[one["id"] for one in catalogue].index("MET.171")]
    assert {"label", "n_metiers"} <= catalogue.labels("interests")[0].keys()
    again = Catalogue.read(catalogue.to_json().encode(), name="catalogue.json")
    assert again.fingerprint == catalogue.fingerprint
    folder = Catalogue.read(ROOT / "fixtures/fiches").with_rome_letters()
    assert folder.fingerprint == catalogue.fingerprint
    faulty = Catalogue.read(ROOT / "fixtures/fiche_variants")
    assert faulty.problems and {"message", "source", "line"} <= faulty.problems[0].keys()
    assert pickle.loads(pickle.dumps(faulty)).problems == faulty.problems


def test_weights_are_a_mapping_and_a_file(tmp_path) -> None:
    weights = Weights(interest=3, access_level=1)
    assert weights["interest"] == 0.75 and sum(weights.values()) == 1 and weights["words"] == 0
    path = tmp_path / "weights.toml"
    path.write_text(weights.to_toml(), encoding="utf-8")
    assert Weights.read(path) == weights and Weights.read(path).to_toml() == weights.to_toml()
    assert Weights() == Weights.default() != weights
    factored = Weights.from_toml("[weights]\ninterest = 3\naccess_level = 1\n[interests]\n\"j'aime la nature\" = 2")
    assert factored.interest_factors == {"j'aime la nature": 2} and dict(factored) == dict(weights) and factored != weights
    assert eval(repr(Weights(interest=1)), {"Weights": Weights}) == Weights(interest=1)


def test_weights_change_the_order_and_a_recommender_travels(catalogue: Catalogue) -> None:
    recommender = Recommender(catalogue, Weights(interest=0.2, access_level=0.8))
    other = pickle.loads(pickle.dumps(recommender))
    assert other.recommend(STUDENT).to_json() == recommender.recommend(STUDENT).to_json()
    assert recommender.recommend(STUDENT).to_json() != Recommender(catalogue).recommend(STUDENT).to_json()
    assert json.loads(recommender.recommend(STUDENT).to_json())["weights"]["access_level"] == 0.8


def test_threads_rank_together(recommender: Recommender) -> None:
    expected = recommender.recommend(STUDENT, stability=False).to_json()
    found: list[str] = []
    threads = [
        threading.Thread(target=lambda: found.extend(recommender.recommend(STUDENT, stability=False).to_json() for _ in range(20)))
        for _ in range(4)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert found == [expected] * 80
