//! Is the ranking any good? A benchmark on judgements that nobody here made, which anyone can rerun on any catalogue.
//!
//! Each métier becomes a student: its interests are likes, its level is how far the student wants to study. All other métiers are
//! ranked; those that share a ROME code, or a domain of Onisep, are relevant. nDCG@10 and MRR are averaged over ties.
//!
//! ```sh
//! cargo run --release --example quality -- catalogue.csv [--rome-riasec FILE]
//! ```

mod baselines;
mod experiment;
mod settings;
mod tables;

use std::error::Error;

use boussole::Catalogue;
use boussole::catalogue::RomeLetters;

use experiment::{Experiment, Judgement};

fn main() -> Result<(), Box<dyn Error>> {
    let (mut paths, mut letters) = (Vec::new(), None);
    let mut arguments = std::env::args().skip(1);
    while let Some(argument) = arguments.next() {
        if argument == "--rome-riasec" {
            letters = Some(RomeLetters::read(arguments.next().ok_or("expected a file after --rome-riasec")?)?.letters);
        } else {
            paths.push(argument);
        }
    }
    let catalogue = if paths.is_empty() { Catalogue::demo() } else { Catalogue::read_all(&paths)?.catalogue };
    let catalogue = match letters {
        Some(letters) => catalogue.with_rome_letters(&letters).0,
        None => catalogue,
    };
    println!("{} métiers, catalogue {}\n", catalogue.len(), catalogue.fingerprint());
    for judgement in [Judgement::RomeCode, Judgement::Domain] {
        let experiment = Experiment::new(&catalogue, judgement);
        if experiment.n_students() == 0 {
            println!("Relevant: {judgement}. No two métiers of this catalogue share one.\n");
            continue;
        }
        println!("Relevant: {judgement}. {} students have a relevant métier.\n", experiment.n_students());
        println!("{}", tables::systems(&experiment)?);
        println!("{}", tables::ablation(&experiment)?);
        println!("{}", tables::flatness(&experiment)?);
    }
    Ok(())
}
