//! The audit as a JSON document with a versioned schema.

use std::collections::BTreeMap;
use std::sync::Arc;

use serde::Serialize;

use super::subject::AuditReport;
use crate::document::pretty;
use crate::json::CatalogueJson;
use boussole::catalogue::audit::{Gap, LevelCount, PatternGroup, Patterns, PlaceNumbers, ProblemGroup};
use boussole::catalogue::{AccessLevel, Audit, FicheField, MetierId, Problem, Term};
use boussole::inquiry::Reachability;

/// The schema of [`AuditReport::json`].
pub const AUDIT_SCHEMA: &str = "boussole/audit/1";

/// How many groups of métiers that nothing tells apart are written: the largest ones.
const MAX_GROUPS: usize = 5;

#[derive(Serialize)]
struct AuditJson<'a> {
    schema: &'static str,
    catalogue: CatalogueJson<'a>,
    interests_per_metier: InterestsJson<'a>,
    vocabulary: VocabularyJson<'a>,
    missing: Vec<GapJson<'a>>,
    patterns: Vec<PatternsJson<'a>>,
    relations: RelationsJson<'a>,
    /// Identifiers that number places in lists, and name no label.
    place_numbers: Vec<PlaceNumbersJson<'a>>,
    n_problems: usize,
    problems: Vec<ProblemsJson<'a>>,
    reachability: Option<ReachabilityJson<'a>>,
}

#[derive(Serialize)]
struct InterestsJson<'a> {
    mean: f64,
    density: f64,
    /// How many métiers have 0, 1, 2 … interests.
    n_metiers: &'a [usize],
}

#[derive(Serialize)]
struct VocabularyJson<'a> {
    interests: Vec<TermJson<'a>>,
    access_levels: Vec<LevelJson>,
    statuses: Vec<TermJson<'a>>,
    sectors: Vec<TermJson<'a>>,
}

#[derive(Serialize)]
struct TermJson<'a> {
    label: &'a str,
    n_metiers: usize,
    share: f64,
}

#[derive(Serialize)]
struct LevelJson {
    label: AccessLevel,
    n_metiers: usize,
    share: f64,
}

#[derive(Serialize)]
struct GapJson<'a> {
    field: FicheField,
    n_metiers: usize,
    share: f64,
    metiers: &'a [MetierId],
}

#[derive(Serialize)]
struct PatternsJson<'a> {
    fields: &'a [FicheField],
    n_patterns: usize,
    n_alone: usize,
    n_tied: usize,
    tied_share: f64,
    entropy_bits: f64,
    largest: Vec<GroupJson<'a>>,
}

#[derive(Serialize)]
struct GroupJson<'a> {
    n_metiers: usize,
    values: BTreeMap<FicheField, &'a [Arc<str>]>,
    metiers: &'a [MetierId],
}

#[derive(Serialize)]
struct RelationsJson<'a> {
    n_pairs: usize,
    n_never_together: usize,
    implications: Vec<ImplicationJson<'a>>,
}

#[derive(Serialize)]
struct ImplicationJson<'a> {
    interest: &'a str,
    implied: &'a str,
    n_metiers: usize,
}

#[derive(Serialize)]
struct PlaceNumbersJson<'a> {
    field: FicheField,
    ids: &'a [String],
}

#[derive(Serialize)]
struct ProblemsJson<'a> {
    kind: &'static str,
    n_problems: usize,
    problems: &'a [Problem],
}

#[derive(Serialize)]
struct ReachabilityJson<'a> {
    top: usize,
    max_likes: usize,
    n_profiles: usize,
    n_reached: usize,
    n_only_by_tie_break: usize,
    n_only_as_filler: usize,
    n_never: usize,
    reached: &'a [MetierId],
    only_by_tie_break: &'a [MetierId],
    only_as_filler: &'a [MetierId],
    never: &'a [MetierId],
}

impl AuditReport<'_> {
    /// The audit as one JSON document, schema [`AUDIT_SCHEMA`], with every problem and every métier that a count speaks of;
    /// of the groups that nothing tells apart, the five largest. `reachability` is null when it was not looked for.
    pub fn json(&self) -> String {
        let audit = self.audit;
        pretty(&AuditJson {
            schema: AUDIT_SCHEMA,
            catalogue: CatalogueJson { n_metiers: audit.n_metiers, fingerprint: &audit.fingerprint },
            interests_per_metier: InterestsJson {
                mean: audit.mean_interests(),
                density: audit.density(),
                n_metiers: &audit.interest_counts,
            },
            vocabulary: vocabulary(audit),
            missing: audit.gaps.iter().map(|gap| missing(gap, audit)).collect(),
            patterns: audit.patterns.iter().map(patterns).collect(),
            relations: relations(audit),
            place_numbers: audit.place_numbers.iter().map(place_numbers).collect(),
            n_problems: audit.n_problems(),
            problems: audit.problems.iter().map(problems).collect(),
            reachability: self.reachability.map(reachability),
        })
    }
}

fn vocabulary(audit: &Audit) -> VocabularyJson<'_> {
    let level =
        |count: &LevelCount| LevelJson { label: count.level, n_metiers: count.n_metiers, share: audit.share(count.n_metiers) };
    VocabularyJson {
        interests: terms(&audit.interests, audit),
        access_levels: audit.access_levels.iter().map(level).collect(),
        statuses: terms(&audit.statuses, audit),
        sectors: terms(&audit.sectors, audit),
    }
}

fn terms<'a>(terms: &'a [Term], audit: &Audit) -> Vec<TermJson<'a>> {
    let term = |term: &'a Term| TermJson { label: &term.label, n_metiers: term.n_metiers, share: audit.share(term.n_metiers) };
    terms.iter().map(term).collect()
}

fn missing<'a>(gap: &'a Gap, audit: &Audit) -> GapJson<'a> {
    let n_metiers = gap.metiers.len();
    GapJson { field: gap.field, n_metiers, share: audit.share(n_metiers), metiers: &gap.metiers }
}

fn patterns(patterns: &Patterns) -> PatternsJson<'_> {
    PatternsJson {
        fields: patterns.fields(),
        n_patterns: patterns.n_patterns(),
        n_alone: patterns.n_alone(),
        n_tied: patterns.n_tied(),
        tied_share: patterns.tied_share(),
        entropy_bits: patterns.entropy_bits(),
        largest: patterns.tied_groups().iter().take(MAX_GROUPS).map(|one| group(one, patterns.fields())).collect(),
    }
}

fn group<'a>(group: &'a PatternGroup, fields: &[FicheField]) -> GroupJson<'a> {
    GroupJson {
        n_metiers: group.metiers.len(),
        values: fields.iter().copied().zip(group.values.iter().map(Vec::as_slice)).collect(),
        metiers: &group.metiers,
    }
}

fn relations(audit: &Audit) -> RelationsJson<'_> {
    let relations = &audit.relations;
    let implications = relations.implications.iter().map(|implication| ImplicationJson {
        interest: &implication.interest,
        implied: &implication.implied,
        n_metiers: implication.n_metiers,
    });
    RelationsJson {
        n_pairs: relations.n_pairs,
        n_never_together: relations.n_never_together,
        implications: implications.collect(),
    }
}

fn place_numbers(numbers: &PlaceNumbers) -> PlaceNumbersJson<'_> {
    PlaceNumbersJson { field: numbers.field, ids: &numbers.ids }
}

fn problems(group: &ProblemGroup) -> ProblemsJson<'_> {
    ProblemsJson { kind: group.kind, n_problems: group.problems.len(), problems: &group.problems }
}

fn reachability(found: &Reachability) -> ReachabilityJson<'_> {
    ReachabilityJson {
        top: found.scope.top,
        max_likes: found.scope.max_likes,
        n_profiles: found.n_profiles,
        n_reached: found.reached.len(),
        n_only_by_tie_break: found.only_by_tie_break.len(),
        n_only_as_filler: found.only_as_filler.len(),
        n_never: found.never.len(),
        reached: &found.reached,
        only_by_tie_break: &found.only_by_tie_break,
        only_as_filler: &found.only_as_filler,
        never: &found.never,
    }
}
