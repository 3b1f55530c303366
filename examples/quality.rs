//! Runs the quality study on the demonstration catalogue, or on any other.
//!
//! ```sh
//! cargo run --release --example quality -- catalogue.csv [--rome-riasec FILE]
//! ```

use std::error::Error;

use boussole::Catalogue;
use boussole::catalogue::RomeLetters;
use boussole_lab::quality::{Judgement, study};

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
        println!("{}", study(&catalogue, judgement)?);
    }
    Ok(())
}
