"""A tuner finds weights that hidden ones made, refuses what data do not support, and has the manners of scikit-learn."""

from __future__ import annotations

import random

import pytest
from boussole_metiers import Catalogue, PreferencesError, Recommender, Tuner, TuningError, Weights

TRUTH = Weights(interest=0.3, access_level=0.6, sector=0.1)


def preferences(catalogue: Catalogue, n_students: int, seed: int) -> list[dict]:
    """What students prefer who weigh as `TRUTH` does: of each pair the métier that scores higher."""
    judge, draw = Recommender(catalogue, TRUTH), random.Random(seed)
    labels = [label["label"] for label in catalogue.labels("interests")]
    ids = [metier["id"] for metier in catalogue]
    pairs = []
    for student in range(n_students):
        profile = {"interests": {label: 1.0 for label in draw.sample(labels, 4)}, "access_level": {"willing": draw.choice(["Bac + 2", "Bac + 5"])}}
        for _ in range(4):
            first, second = draw.sample(ids, 2)
            difference = judge.compare(profile, first, second).difference
            if difference:
                preferred, over = (first, second) if 0 < difference else (second, first)
                pairs.append({"student": f"s{student}", "profile": profile, "preferred": preferred, "over": over})
    return pairs


@pytest.fixture(scope="module")
def tuner(recommender: Recommender) -> Tuner:
    return Tuner(recommender, seed=3).fit(preferences(recommender.catalogue, 60, seed=1))


def test_hidden_weights_come_back_and_predict(tuner: Tuner, recommender: Recommender) -> None:
    assert tuner.is_accepted_ and tuner.refusals_ == []
    assert recommender.weights["access_level"] < tuner.weights_["access_level"]
    fresh = preferences(recommender.catalogue, 30, seed=2)
    before = Tuner(recommender)
    before.weights_ = recommender.weights
    assert before.score(fresh) < tuner.score(fresh) and tuner.score(fresh) > 0.9
    assert tuner.weights_.to_toml().startswith("schema = ") and "[provenance]" in tuner.weights_.to_toml()
    assert Recommender(recommender.catalogue, tuner.weights_).weights == tuner.weights_


def test_too_few_are_refused(recommender: Recommender) -> None:
    tuner = Tuner(recommender).fit(preferences(recommender.catalogue, 4, seed=1))
    assert not tuner.is_accepted_ and tuner.refusals_ and tuner.weights_ == recommender.weights


def test_the_document_is_that_of_the_program(tuner: Tuner) -> None:
    assert tuner.report_["schema"].startswith("boussole/tuning/")
    assert tuner.report_["provenance"]["n_students"] == 60 and len(tuner.report_["moves"]) > 0


def test_it_has_the_manners_of_an_estimator(recommender: Recommender) -> None:
    tuner = Tuner(recommender, shrinkage=3.0)
    again = Tuner(**tuner.get_params()).set_params(seed=5)
    assert (again.shrinkage, again.seed, again.recommender) == (3.0, 5, recommender)
    with pytest.raises(TypeError, match="found sead"):
        tuner.set_params(sead=1)
    with pytest.raises(AttributeError, match="after fit"):
        tuner.score([])
    told: list[None] = []
    Tuner(recommender, shrinkage=10.0, progress=lambda: told.append(None)).fit(preferences(recommender.catalogue, 30, seed=1))
    assert len(told) > 5


def test_wrong_lines_are_told_all_at_once(recommender: Recommender) -> None:
    wrong = [{"profile": {}, "preferred": "MET.171", "over": "MET.171"}, {"preferred": "MET.171"}]
    with pytest.raises(PreferencesError) as caught:
        Tuner(recommender).fit(wrong)
    assert [problem["message"][:7] for problem in caught.value.problems] == ["line 1:", "line 2:"]
    with pytest.raises(TuningError, match="expected a finite number above 0, found -1"):
        Tuner(recommender, shrinkage=-1.0).fit(preferences(recommender.catalogue, 4, seed=1))


def test_factors_of_interests_are_found_first(recommender: Recommender) -> None:
    tuner = Tuner(recommender, shrinkage=1.0, per_interest=True).fit(preferences(recommender.catalogue, 60, seed=1))
    assert tuner.report_["interests"]["fit"]["weights"][0]["name"] not in recommender.weights
    assert bool(tuner.weights_.interest_factors) == tuner.report_["interests"]["is_accepted"]
    assert tuner.score(preferences(recommender.catalogue, 30, seed=2)) > 0.9
