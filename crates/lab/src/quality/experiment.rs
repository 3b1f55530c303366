//! Students made from métiers, the métiers that are relevant for them, and how well a scorer finds these.

use std::collections::BTreeSet;
use std::fmt;

use boussole::{Catalogue, Metier};
use boussole_evaluation::{Cutoff, Gain, Judged, Judgements, Qrels, RankedList, RankedListError, Ties, ndcg};

/// The length of the lists that are judged.
const LIST_LENGTH: usize = 10;

/// Which métiers are relevant for a student.
#[derive(Debug, Clone)]
pub enum Judgement {
    /// Those that share a ROME code with the student's métier. Criteria whose columns come from the ROME know this judge's answers.
    RomeCode,
    /// Those that share a domain of Onisep with it.
    Domain,
    /// Those that a file of judgements names for it.
    Given {
        /// What the judgements are called.
        name: String,
        /// By identifier of the student's métier.
        qrels: Qrels,
    },
}

impl fmt::Display for Judgement {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::RomeCode => "ROME code",
            Self::Domain => "domain",
            Self::Given { name, .. } => name,
        })
    }
}

/// All students of a catalogue who have a relevant métier.
pub(super) struct Experiment<'a> {
    pub(super) catalogue: &'a Catalogue,
    /// The name of the judge.
    pub(super) name: String,
    /// Place of the student's métier, and the identifiers that are relevant.
    students: Vec<(usize, Judgements<&'a str>)>,
}

impl<'a> Experiment<'a> {
    pub(super) fn new(catalogue: &'a Catalogue, judgement: &Judgement) -> Self {
        let groups: Vec<BTreeSet<&str>> = catalogue.metiers().iter().map(|metier| groups(metier, judgement)).collect();
        let is_relevant = |own: usize, other: usize| match judgement {
            Judgement::RomeCode | Judgement::Domain => !groups[other].is_disjoint(&groups[own]),
            Judgement::Given { qrels, .. } => {
                let id = |place: usize| catalogue.metiers()[place].id.as_str();
                qrels.judgements(id(own)).is_some_and(|judged| 0.0 < judged.gain(&id(other).to_owned()))
            }
        };
        let relevant = |own: usize| {
            let is_relevant = |other: usize| other != own && is_relevant(own, other);
            let others = catalogue.metiers().iter().enumerate().filter(move |(other, _)| is_relevant(*other));
            others.map(|(_, metier)| metier.id.as_str()).collect::<Vec<_>>()
        };
        let students = (0..catalogue.len()).filter(|own| !relevant(*own).is_empty());
        Self {
            catalogue,
            name: judgement.to_string(),
            students: students.map(|own| (own, Judgements::binary(relevant(own)))).collect(),
        }
    }

    pub(super) fn n_students(&self) -> usize {
        self.students.len()
    }

    /// nDCG@10 of each student, for a scorer that gives every métier of the catalogue a score for the student at a place.
    pub(super) fn quality(&self, mut scores: impl FnMut(usize) -> Vec<f64>) -> Result<Vec<f64>, RankedListError> {
        let cutoff = Cutoff::top(LIST_LENGTH).expect("is above 0");
        let mut quality = Vec::new();
        for (own, judgements) in &self.students {
            let pairs = self.catalogue.metiers().iter().map(|metier| metier.id.as_str()).zip(scores(*own));
            let others = pairs.enumerate().filter(|(position, _)| position != own);
            let list = RankedList::new(others.map(|(_, (id, score))| (id, (score * 1e9).round())))?;
            let judged = Judged::new(&list, judgements, Ties::Expected);
            quality.push(ndcg(&judged, Gain::Linear, cutoff));
        }
        Ok(quality)
    }
}

fn groups<'a>(metier: &'a Metier, judgement: &Judgement) -> BTreeSet<&'a str> {
    match judgement {
        Judgement::RomeCode => metier.rome_codes.iter().map(boussole::catalogue::RomeCode::as_str).collect(),
        Judgement::Domain => metier.domains.iter().map(String::as_str).collect(),
        Judgement::Given { .. } => BTreeSet::new(),
    }
}
