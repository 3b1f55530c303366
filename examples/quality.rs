//! Runs the quality study on the demonstration catalogue, or on any other, with judgements of others if they are given.
//!
//! ```sh
//! cargo run --release --example quality -- catalogue.csv [--rome-riasec FILE] [--qrels FILE]…
//! ```

use std::error::Error;
use std::path::Path;

use boussole::Catalogue;
use boussole::catalogue::RomeLetters;
use boussole_evaluation::Qrels;
use boussole_lab::quality::{Judgement, study};

fn main() -> Result<(), Box<dyn Error>> {
    let (mut paths, mut letters, mut judgements) = (Vec::new(), None, vec![Judgement::RomeCode, Judgement::Domain]);
    let mut arguments = std::env::args().skip(1);
    while let Some(argument) = arguments.next() {
        if argument == "--rome-riasec" {
            letters = Some(RomeLetters::read(arguments.next().ok_or("expected a file after --rome-riasec")?)?.letters);
        } else if argument == "--qrels" {
            let path = arguments.next().ok_or("expected a file after --qrels")?;
            let name = Path::new(&path).file_stem().map_or_else(String::new, |stem| stem.to_string_lossy().into_owned());
            let qrels = Qrels::parse_trec(&std::fs::read_to_string(&path)?)?;
            judgements.push(Judgement::Given { name, qrels });
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
    println!("{}", study(&catalogue, &judgements)?);
    Ok(())
}
