//! The words criterion: does the fiche speak of what the student wrote?
//!
//! # Formula
//!
//! ```text
//! s(m) = Σ_w q_w · x_mw,   x_m = t·g / ‖t·g‖,   t_w = 1 + ln(count of w),   g_w = ln((1 + M) / (1 + n_w)) + 1
//! ```
//!
//! where `w` are stems of the title (three times), the presentation and the text « En bref » (`Lexicon` in `src/features`), `M` is the
//! number of fiches and `n_w` how many have `w`; `q` is the same for the words of the student that fiches have. `s` is in [0, 1]: sharing
//! nothing is neutral, not bad. Words are only counted as written, never inferred.
//!
//! # References
//!
//! - G. Salton, C. Buckley, « Term-weighting approaches in automatic text retrieval », 1988, DOI 10.1016/0306-4573(88)90021-0.
//! - M. F. Porter, *Snowball: a language for stemming algorithms*, 2001: the stems.

use std::sync::Arc;

use super::answered::Answered;
use super::definition::Definition;
use super::origin::Origin;
use super::sheet::{Labels, Sheet};
use super::student::Student;
use crate::features::Criterion;

pub(super) struct WordsCriterion;

impl Definition for WordsCriterion {
    /// One per stem, with the name of the word that fiches write most often.
    fn columns(&self, labels: &Labels<'_>) -> Vec<Arc<str>> {
        labels.lexicon.names()
    }

    fn values(&self, labels: &Labels<'_>, sheet: &Sheet<'_>) -> Vec<(usize, f64)> {
        row(sheet.words.iter().copied(), labels.n_metiers, |place| labels.lexicon.n_metiers(place))
    }

    fn is_learned(&self) -> bool {
        false
    }

    fn origin(&self, _: &Answered) -> Origin {
        Origin::Answer
    }

    fn answers(&self, student: &Student<'_>, columns: &mut Vec<f64>) {
        let written = &student.answered.words;
        if written.is_empty() {
            return;
        }
        let (model, start) = (student.model, columns.len());
        let counts = written.iter().map(|word| (word.place, word.count));
        columns.resize(start + model.space().group(Criterion::Words).len(), 0.0);
        for (place, value) in row(counts, model.matrix().n_metiers(), |place| model.lexicon().n_metiers(place)) {
            columns[start + place] = value;
        }
    }
}

/// `t·g / ‖t·g‖` of counts by place.
fn row(counts: impl Iterator<Item = (usize, f64)>, n_metiers: usize, n_with: impl Fn(usize) -> usize) -> Vec<(usize, f64)> {
    let rarity = |place| libm::log((1 + n_metiers) as f64 / (1 + n_with(place)) as f64) + 1.0;
    let entries: Vec<(usize, f64)> = counts.map(|(place, count)| (place, (1.0 + libm::log(count)) * rarity(place))).collect();
    let length = entries.iter().map(|(_, value)| value * value).sum::<f64>().sqrt();
    entries.into_iter().map(|(place, value)| (place, value / length)).collect()
}

#[cfg(test)]
mod tests {
    //! Properties: the reference values; sharing nothing is neutral.

    use super::*;
    use crate::catalogue::{Catalogue, Metier, Title};
    use crate::criteria::toy::{check, id};
    use crate::features::Lexicon;
    use crate::profile::Profile;

    /// The four texts of the reference, see `row_by_hand`.
    fn texts() -> Catalogue {
        let texts =
            ["dessiner dessiner bande planche", "dessiner plan machine", "soigner animal", "soigner enfant enfant enfant"];
        let metiers = texts.into_iter().enumerate().map(|(number, text)| Metier {
            presentation: Some(text.to_owned()),
            ..Metier::new(id(number), Title::from_heading("x"))
        });
        Catalogue::from_metiers(metiers).catalogue
    }

    #[test]
    fn rows_and_products_like_the_reference() {
        // Without a largest share, since « dessiner » is in half of these four. n = 2 for dessiner and soigner, else 1:
        // g = ln(5/3) + 1 = 1.510826, ln(5/2) + 1 = 1.916291. « avion » is in no text.
        let (lexicon, counts) = Lexicon::of(&texts(), 1.0);
        let of = |counts: Vec<(usize, f64)>| row(counts.into_iter(), 4, |place| lexicon.n_metiers(place));
        let rows: Vec<_> = counts.into_iter().map(of).collect();
        let query = of(lexicon.find("dessiner planche avion").into_iter().filter_map(|(_, place)| Some((place?, 1.0))).collect());
        let value = |row: &[(usize, f64)], word: &str| {
            let place = lexicon.names().iter().position(|name| &**name == word).expect("is a word of the texts");
            row.iter().find(|(one, _)| *one == place).map_or(0.0, |(_, value)| *value)
        };
        let close = |value: f64, expected: f64| assert!((value - expected).abs() < 1e-6, "expected {expected}, found {value}");
        for (word, in_query, in_first) in [("dessiner", 0.619_130, 0.686_420), ("planche", 0.785_288, 0.514_212)] {
            close(value(&query, word), in_query);
            close(value(&rows[0], word), in_first);
        }
        close(value(&rows[0], "bande"), 0.514_212);
        close(value(&query, "dessiner") * value(&rows[0], "dessiner"), 0.424_983);
        for (row, expected) in rows.iter().zip([0.828_788, 0.301_476, 0.0, 0.0]) {
            close(
                query
                    .iter()
                    .map(|(place, value)| value * row.iter().find(|(one, _)| one == place).map_or(0.0, |one| one.1))
                    .sum(),
                expected,
            );
        }
    }

    #[test]
    fn worked_by_hand() {
        // « planche » alone, which only the first text has: s = .514212 without « dessiner » and « soigner », which half of the texts
        // have: bande and planche then have equal parts of the first row, √½.
        check(Criterion::Words, &texts(), Profile::builder().words("planches"), [0.853_553, 0.5, 0.5, 0.5]);
        check(Criterion::Words, &texts(), Profile::builder().words("dessiner, avion"), [0.5; 4]);
    }
}
