//! Students made from métiers, the métiers that are relevant for them, and how well a scorer finds these.

use std::collections::BTreeSet;
use std::fmt;

use boussole::{Catalogue, Metier};
use boussole_evaluation::{Cutoff, Gain, Judged, Judgements, RankedList, RankedListError, Ties, ndcg, reciprocal_rank};

/// The length of the lists that are judged.
const LIST_LENGTH: usize = 10;

/// Which métiers are relevant for a student.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Judgement {
    /// Those that share a ROME code with the student's métier.
    RomeCode,
    /// Those that share a domain of Onisep with it.
    Domain,
}

impl fmt::Display for Judgement {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::RomeCode => "shares a ROME code",
            Self::Domain => "shares a domain",
        })
    }
}

/// All students of a catalogue who have a relevant métier.
pub(super) struct Experiment<'a> {
    pub(super) catalogue: &'a Catalogue,
    /// Place of the student's métier, and the identifiers that are relevant.
    students: Vec<(usize, Judgements<&'a str>)>,
}

/// nDCG@10 and reciprocal rank of each student.
#[derive(Debug, Clone)]
pub(super) struct Quality {
    pub(super) ndcg: Vec<f64>,
    pub(super) reciprocal_rank: Vec<f64>,
}

impl<'a> Experiment<'a> {
    pub(super) fn new(catalogue: &'a Catalogue, judgement: Judgement) -> Self {
        let groups: Vec<BTreeSet<&str>> = catalogue.metiers().iter().map(|metier| groups(metier, judgement)).collect();
        let relevant = |own: usize| {
            let is_relevant = |other: usize| other != own && !groups[other].is_disjoint(&groups[own]);
            let others = catalogue.metiers().iter().enumerate().filter(move |(other, _)| is_relevant(*other));
            others.map(|(_, metier)| metier.id.as_str()).collect::<Vec<_>>()
        };
        let students = (0..catalogue.len()).filter(|own| !relevant(*own).is_empty());
        Self { catalogue, students: students.map(|own| (own, Judgements::binary(relevant(own)))).collect() }
    }

    pub(super) fn n_students(&self) -> usize {
        self.students.len()
    }

    /// The quality of a scorer that gives every métier of the catalogue a score for the student at a place.
    pub(super) fn quality(&self, mut scores: impl FnMut(usize) -> Vec<f64>) -> Result<Quality, RankedListError> {
        let cutoff = Cutoff::top(LIST_LENGTH).expect("is above 0");
        let mut quality = Quality { ndcg: Vec::new(), reciprocal_rank: Vec::new() };
        for (own, judgements) in &self.students {
            let pairs = self.catalogue.metiers().iter().map(|metier| metier.id.as_str()).zip(scores(*own));
            let others = pairs.enumerate().filter(|(position, _)| position != own);
            let list = RankedList::new(others.map(|(_, (id, score))| (id, (score * 1e9).round())))?;
            let judged = Judged::new(&list, judgements, Ties::Expected);
            quality.ndcg.push(ndcg(&judged, Gain::Linear, cutoff));
            quality.reciprocal_rank.push(reciprocal_rank(&judged, Cutoff::Full));
        }
        Ok(quality)
    }
}

fn groups(metier: &Metier, judgement: Judgement) -> BTreeSet<&str> {
    match judgement {
        Judgement::RomeCode => metier.rome_codes.iter().map(boussole::catalogue::RomeCode::as_str).collect(),
        Judgement::Domain => metier.domains.iter().map(String::as_str).collect(),
    }
}
