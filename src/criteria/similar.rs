//! The similar criterion: what does a métier share with those the student likes?
//!
//! # Formula
//!
//! ```text
//! s(m) = cos(v_m, Σ_l v_l) = Σ_j x_mj · c_j,   c = Σ_l x_l / ‖Σ_l x_l‖ over the liked métiers l
//! ```
//!
//! where `x_m` is the vector of a métier over interests (with their weights), sectors and domains of the ROME, of length 1.
//! `s` is in [0, 1]: sharing nothing with a liked métier is neutral, not bad. The terms are what both share.
//!
//! # References
//!
//! J. Rocchio, « Relevance feedback in information retrieval », in *The SMART retrieval system*, 1971: the centroid of what was liked.

use crate::catalogue::Catalogue;
use crate::features::{Criterion, FeatureModel};
use crate::profile::Profile;

/// Writes the centroid of the liked métiers into the columns of the group.
pub(super) fn fill(profile: &Profile, catalogue: &Catalogue, model: &FeatureModel, columns: &mut [f64]) {
    let group = model.space().group(Criterion::Similar);
    for position in profile.liked_metiers().iter().filter_map(|id| catalogue.position(id)) {
        for (column, value) in model.matrix().row(position).entries().filter(|(column, _)| group.contains(column)) {
            columns[column - group.start] += value;
        }
    }
    let length = columns.iter().map(|value| value * value).sum::<f64>().sqrt();
    for value in columns.iter_mut().filter(|value| 0.0 < **value) {
        *value /= length;
    }
}
