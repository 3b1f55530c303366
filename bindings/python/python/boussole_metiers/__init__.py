"""Which métiers fit what a student likes, and why, exactly.

>>> from boussole_metiers import Catalogue, Profile, Recommender
>>> recommender = Recommender(Catalogue.demo())
>>> ranking = recommender.recommend(Profile(likes=["j'aime la nature"], willing="Bac + 2"), k=3)
>>> best = ranking[0]
>>> best.score == sum(term.points for term in best.contributions)
True
"""

from . import metrics
from ._boussole import __version__
from ._catalogue import Catalogue
from ._errors import (
    BoussoleError,
    CatalogueError,
    JudgementsError,
    MetierError,
    OptionsError,
    PreferencesError,
    ProfileError,
    RecordError,
    TableError,
    TuningError,
    WeightsError,
)
from ._profile import Profile
from ._recommender import Recommender
from ._results import Comparison, Contribution, Explanation, Ladder, Ranking, Recommendation, Stability, WhatIf
from ._table import Results
from ._tuner import Tuner
from ._weights import Weights

__all__ = [
    "BoussoleError",
    "Catalogue",
    "CatalogueError",
    "Comparison",
    "Contribution",
    "Explanation",
    "JudgementsError",
    "Ladder",
    "MetierError",
    "OptionsError",
    "PreferencesError",
    "Profile",
    "ProfileError",
    "Ranking",
    "Recommendation",
    "Recommender",
    "RecordError",
    "Results",
    "Stability",
    "TableError",
    "Tuner",
    "TuningError",
    "Weights",
    "WeightsError",
    "WhatIf",
    "__version__",
    "metrics",
]
