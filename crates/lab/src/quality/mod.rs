//! Is the ranking any good? A study on judgements that nobody here made, which anyone can run again on any catalogue.
//!
//! Each métier becomes a student: its interests are likes, its level is how far the student wants to study. All other métiers are
//! ranked; what a judge says goes with it is relevant. nDCG@10 is averaged over ties. Beside them stand noisy students, who have a métier
//! in mind (`noisy`), and whom the ranking hides (`hidden`).

mod baselines;
mod experiment;
mod settings;
mod noisy;
mod hidden;
mod tables;

use std::error::Error;

use boussole::Catalogue;

use experiment::Experiment;
pub use experiment::Judgement;

/// The tables of the study as Markdown: judges and noisy students by setting, how flat the optimum is, and who is hidden.
///
/// # Errors
///
/// What the library reports for a profile or for weights; none for a catalogue that was read.
pub fn study(catalogue: &Catalogue, judgements: &[Judgement]) -> Result<String, Box<dyn Error>> {
    let experiments: Vec<Experiment<'_>> = judgements.iter().map(|judgement| Experiment::new(catalogue, judgement)).collect();
    let experiments: Vec<Experiment<'_>> = experiments.into_iter().filter(|experiment| 0 < experiment.n_students()).collect();
    if experiments.is_empty() {
        return Ok("No judge finds two métiers of this catalogue that go together.\n".into());
    }
    let tables = [
        tables::judges(catalogue, &experiments)?,
        tables::flatness(catalogue, &experiments)?,
        tables::noisy_students(catalogue)?,
        hidden::table(catalogue)?,
    ];
    Ok(tables.join("\n"))
}
