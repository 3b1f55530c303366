//! The audit as a JSON object.

use std::collections::BTreeMap;

use serde::Serialize;

use super::{Audit, Gap, PatternGroup, Patterns, ProblemGroup};
use crate::catalogue::{CatalogueUsed, FicheField, MetierId, Term};
use crate::serialize_keys;

/// The number of groups of indistinguishable métiers that are serialised, largest first.
const MAX_GROUPS: usize = 5;

serialize_keys!(impl Audit as this {
    "catalogue" => CatalogueUsed { n_metiers: this.n_metiers, fingerprint: &this.fingerprint },
    "interests_per_metier" => InterestsPerMetier(this),
    "vocabulary" => CountedLabels(this),
    "missing" => this.gaps.iter().map(|gap| Missing::of(gap, this)).collect::<Vec<Missing<'_>>>(),
    "patterns" => this.patterns,
    "relations" => this.relations,
    "doubtful_names" => this.doubtful_names,
    "place_numbers" => this.place_numbers,
    "n_problems" => this.n_problems(),
    "problems" => this.problems,
});

struct InterestsPerMetier<'a>(&'a Audit);

serialize_keys!(impl InterestsPerMetier<'_> as this {
    "mean" => this.0.mean_interests(),
    "density" => this.0.density(),
    "n_metiers" => this.0.interest_counts,
});

struct CountedLabels<'a>(&'a Audit);

serialize_keys!(impl CountedLabels<'_> as this {
    "interests" => counted(&this.0.interests, this.0),
    "access_levels" => {
        let levels = this.0.access_levels.iter();
        levels.map(|count| Counted::of(count.level, count.n_metiers, this.0)).collect::<Vec<_>>()
    },
    "statuses" => counted(&this.0.statuses, this.0),
    "sectors" => counted(&this.0.sectors, this.0),
});

/// A label and the number of métiers that have it.
#[derive(Serialize)]
struct Counted<L> {
    label: L,
    n_metiers: usize,
    share: f64,
}

impl<L> Counted<L> {
    fn of(label: L, n_metiers: usize, audit: &Audit) -> Self {
        Self { label, n_metiers, share: audit.share(n_metiers) }
    }
}

fn counted<'a>(terms: &'a [Term], audit: &Audit) -> Vec<Counted<&'a str>> {
    terms.iter().map(|term| Counted::of(term.label.as_str(), term.n_metiers, audit)).collect()
}

#[derive(Serialize)]
struct Missing<'a> {
    field: FicheField,
    n_metiers: usize,
    share: f64,
    metiers: &'a [MetierId],
}

impl<'a> Missing<'a> {
    fn of(gap: &'a Gap, audit: &Audit) -> Self {
        let n_metiers = gap.metiers.len();
        Self { field: gap.field, n_metiers, share: audit.share(n_metiers), metiers: &gap.metiers }
    }
}

serialize_keys!(impl Patterns as this {
    "fields" => this.fields(),
    "n_patterns" => this.n_patterns(),
    "n_alone" => this.n_alone(),
    "n_tied" => this.n_tied(),
    "tied_share" => this.tied_share(),
    "entropy_bits" => this.entropy_bits(),
    "largest" => {
        let largest = this.tied_groups().iter().take(MAX_GROUPS);
        largest.map(|group| Group { group, fields: this.fields() }).collect::<Vec<Group<'_>>>()
    },
});

/// A group with the fields of its values.
struct Group<'a> {
    group: &'a PatternGroup,
    fields: &'a [FicheField],
}

serialize_keys!(impl Group<'_> as this {
    "n_metiers" => this.group.metiers.len(),
    "values" => this.fields.iter().zip(&this.group.values).collect::<BTreeMap<_, _>>(),
    "metiers" => this.group.metiers,
});

serialize_keys!(impl ProblemGroup as this {
    "kind" => this.kind,
    "n_problems" => this.problems.len(),
    "problems" => this.problems,
});
