//! `boussole convert`: write the catalogue as canonical JSON.

use std::path::PathBuf;

use clap::Args;

use crate::failure::Failure;
use crate::options::SourceOptions;
use crate::{input, output, purposes};

#[derive(Debug, Args)]
pub(crate) struct ConvertOptions {
    #[command(flatten)]
    pub(crate) source: SourceOptions,
    /// The file to write; one that exists is replaced
    #[arg(long, value_name = "FILE")]
    pub(crate) output: PathBuf,
}

pub(crate) fn run(options: &ConvertOptions) -> Result<(), Failure> {
    purposes::check(&options.source.paths(), &[&options.output])?;
    let catalogue = input::catalogue(&options.source)?;
    output::write(&options.output, &catalogue.to_json())
}
