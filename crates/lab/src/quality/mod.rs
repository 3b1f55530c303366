//! Is the ranking any good? A study on judgements that nobody here made, which anyone can run again on any catalogue.
//!
//! Each métier becomes a student: its interests are likes, its level is how far the student wants to study. All other métiers are
//! ranked; those that share a ROME code, or a domain of Onisep, are relevant. nDCG@10 and MRR are averaged over ties.

mod baselines;
mod experiment;
mod settings;
mod tables;

use std::error::Error;
use std::fmt::Write;

use boussole::Catalogue;

use experiment::Experiment;
pub use experiment::Judgement;

/// The tables of the study as Markdown: systems side by side, what each criterion earns, how flat the optimum is.
///
/// # Errors
///
/// What the library reports for a profile or for weights; none for a catalogue that was read.
pub fn study(catalogue: &Catalogue, judgement: Judgement) -> Result<String, Box<dyn Error>> {
    let experiment = Experiment::new(catalogue, judgement);
    if experiment.n_students() == 0 {
        return Ok(format!("Relevant: {judgement}. No two métiers of this catalogue share one.\n"));
    }
    let mut out = format!("Relevant: {judgement}. {} students have a relevant métier.\n", experiment.n_students());
    for table in [tables::systems(&experiment)?, tables::ablation(&experiment)?, tables::flatness(&experiment)?] {
        write!(out, "\n{table}\n")?;
    }
    Ok(out)
}
