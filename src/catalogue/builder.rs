//! Collects what readers find, file after file: métiers, problems, spellings and identifiers of labels.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::identity::LabelIds;
use super::metier::Metier;
use super::place::{FicheField, Place};
use super::problem::{Problem, ProblemKind};
use super::quoted::shorten;
use super::spellings::Spellings;

/// How many problems of one file are listed. More usually have one cause, which the first ones show.
pub(super) const MAX_PROBLEMS_PER_FILE: usize = 1_000;

/// How many fiches are read at most: France has fewer than two thousand métiers, but a hostile file can hold millions.
pub(super) const MAX_FICHES: usize = 200_000;

/// A métier and where its fiche begins.
#[derive(Debug, Clone)]
pub(super) struct PlacedMetier {
    pub(super) metier: Arc<Metier>,
    pub(super) source: Arc<str>,
    pub(super) line: Option<usize>,
    /// The number of the path that it was read from.
    pub(super) path: usize,
    /// Where fields are from that another source gave.
    pub(super) origins: Vec<(FicheField, Place)>,
}

impl PlacedMetier {
    pub(super) fn new(metier: Metier, source: Arc<str>, line: Option<usize>) -> Self {
        Self { metier: Arc::new(metier), source, line, path: 0, origins: Vec::new() }
    }

    pub(super) fn place(&self) -> Place {
        Place { line: self.line, ..Place::of_source(&self.source) }
    }
}

/// The catalogue in the making, while one file after another is read.
#[derive(Debug, Default)]
pub(super) struct CatalogueBuilder {
    pub(super) placed: Vec<PlacedMetier>,
    pub(super) problems: Vec<Problem>,
    pub(super) spellings: Spellings,
    pub(super) identities: LabelIds,
    /// The number of the path that is read, counted from 0: of two fiches of one path, the first is kept; those of several paths
    /// complement each other.
    pub(super) path: usize,
    /// The index of the first problem of the current file.
    file_start: usize,
    n_unlisted: usize,
    is_overfull: bool,
}

impl CatalogueBuilder {
    /// Keeps a métier, unless the limit is reached.
    pub(super) fn keep(&mut self, placed: PlacedMetier) {
        if self.placed.len() < MAX_FICHES {
            self.placed.push(PlacedMetier { path: self.path, ..placed });
        } else {
            self.is_overfull = true;
        }
    }

    /// Whether the limit is exceeded, or a file has as many problems, so that reading on is useless.
    pub(super) fn is_overfull(&self) -> bool {
        self.is_overfull || MAX_FICHES < self.n_unlisted
    }

    /// Whether a further problem is listed; if not, its message is not worth much work.
    pub(super) fn lists_more(&self) -> bool {
        self.problems.len() - self.file_start < MAX_PROBLEMS_PER_FILE
    }

    /// Lists a problem, or only counts it if the file has too many.
    pub(super) fn problem(&mut self, problem: Problem) {
        if self.lists_more() {
            let Problem { mut place, kind } = problem;
            place.metier.iter_mut().for_each(shorten);
            self.problems.push(Problem { place, kind: kind.shortened() });
        } else {
            self.n_unlisted += 1;
        }
    }

    pub(super) fn extend_problems(&mut self, problems: impl IntoIterator<Item = Problem>) {
        for problem in problems {
            self.problem(problem);
        }
    }

    /// Ends a file: reports how many problems are not listed, and whether fiches were left out.
    pub(super) fn finish_file(&mut self, source: &str) {
        let is_overfull = self.is_overfull();
        let n_more = std::mem::take(&mut self.n_unlisted);
        if 0 < n_more {
            let kind = ProblemKind::TooManyProblems { limit: MAX_PROBLEMS_PER_FILE, n_more };
            self.problems.push(Problem { place: Place::of_source(source), kind });
        }
        if is_overfull {
            let kind = ProblemKind::TooManyFiches { limit: MAX_FICHES };
            self.problems.push(Problem { place: Place::of_source(source), kind });
        }
        self.file_start = self.problems.len();
    }
}

/// What is found once all files are read: as many problems of a file as are listed of it while it is read, and how many more there are.
pub(super) fn listed(found: Vec<Problem>) -> Vec<Problem> {
    let mut n_found: BTreeMap<String, usize> = BTreeMap::new();
    let mut listed = found;
    listed.retain(|Problem { place, .. }| match n_found.get_mut(&place.source) {
        Some(n) => {
            *n += 1;
            *n <= MAX_PROBLEMS_PER_FILE
        }
        None => n_found.insert(place.source.clone(), 1).is_none(),
    });
    let unlisted = n_found.into_iter().filter(|(_, n)| MAX_PROBLEMS_PER_FILE < *n);
    listed.extend(unlisted.map(|(source, n)| {
        let kind = ProblemKind::TooManyProblems { limit: MAX_PROBLEMS_PER_FILE, n_more: n - MAX_PROBLEMS_PER_FILE };
        Problem { place: Place::of_source(&source), kind }
    }));
    listed
}

impl ProblemKind {
    /// The same with short quotations: what a file says is shown up to a limit.
    pub(super) fn shortened(mut self) -> Self {
        match &mut self {
            Self::InvalidIdentifier { found, .. }
            | Self::UnknownAccessLevel { found, .. }
            | Self::UnknownName { found, .. }
            | Self::SeveralInOne { found, .. }
            | Self::NotAnItem { found }
            | Self::RepeatedValue { found }
            | Self::InvalidRiasec { found }
            | Self::UnknownEncoding { found }
            | Self::MissingColumns { found, .. }
            | Self::UnknownSchema { found, .. }
            | Self::UnknownEntity { name: found }
            | Self::Malformed { reason: found, .. } => shorten(found),
            Self::TwoValues { first, found } | Self::SourcesDiffer { kept: first, found, .. } => {
                shorten(first);
                shorten(found);
            }
            Self::AmbiguousId { id, labels, .. } => labels.iter_mut().chain([id]).for_each(shorten),
            Self::FilesNotRead { names, .. } => names.iter_mut().for_each(shorten),
            _ => {}
        }
        self
    }
}
