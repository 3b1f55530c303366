//! `boussole weights`: compare two sets of weights, or sweep one weight, on every judge there is.

use std::path::{Path, PathBuf};

use boussole::features::Criterion;
use boussole::{Catalogue, Profile, Recommender, Weights};
use boussole_evaluation::Qrels;
use boussole_report::{Report, WeightsComparison, WeightsSweep};
use boussole_tuning::{Grain, Judges, Preferences, RankMoves, compare_weights, sweep};
use clap::{Args, Subcommand, ValueEnum};

use crate::failure::Failure;
use crate::message::tell;
use crate::options::{LanguageOptions, SourceOptions};
use crate::{input, output};

#[derive(Debug, Args)]
pub(crate) struct WeightsOptions {
    #[command(subcommand)]
    command: WeightsCommand,
}

#[derive(Debug, Subcommand)]
enum WeightsCommand {
    /// Compare two files of weights: what each judge says, and which métiers move
    Compare {
        /// Weights (TOML), or « default »
        first: PathBuf,
        /// Weights (TOML), or « default »
        second: PathBuf,
        #[command(flatten)]
        bench: BenchOptions,
    },
    /// Measure one weight at several shares, the others scaled to what is left
    Sweep {
        /// The criterion, such as interest
        name: Criterion,
        #[command(flatten)]
        bench: BenchOptions,
    },
}

/// What weights are measured on.
#[derive(Debug, Args)]
struct BenchOptions {
    /// Judgements: lines « query 0 item gain », the query being the métier that a student is made of
    #[arg(long, value_name = "FILE")]
    qrels: Option<PathBuf>,
    /// Preferences, as for tune
    #[arg(long, value_name = "FILE")]
    preferences: Option<PathBuf>,
    /// Profiles for which a comparison shows what changes [default: the reference profiles]
    #[arg(long, value_name = "FILE", num_args = 1..)]
    profiles: Vec<PathBuf>,
    #[command(flatten)]
    source: SourceOptions,
    #[command(flatten)]
    language: LanguageOptions,
    /// The form of the result
    #[arg(long, value_enum, default_value_t = WeightsFormat::Text)]
    format: WeightsFormat,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum WeightsFormat {
    /// For people
    Text,
    /// One JSON document
    Json,
    /// For people, with every number
    Markdown,
    /// A picture
    Svg,
}

/// Who judges, as read.
struct Bench {
    catalogue: Catalogue,
    qrels: Option<Qrels>,
    preferences: Option<Preferences>,
}

impl Bench {
    fn read(options: &BenchOptions) -> Result<Self, Failure> {
        let recommender = input::recommender(&options.source)?;
        let qrels =
            |path: &PathBuf| Qrels::parse_trec(&input::read_table(path)?).map_err(|errors| Failure::in_file(path, errors));
        let preferences = |path: &PathBuf| {
            let read = Preferences::from_json_lines(&input::read_table(path)?, &recommender, Grain::Criterion);
            read.map_err(|error| Failure::in_file(path, error))
        };
        let (qrels, preferences) =
            (options.qrels.as_ref().map(qrels).transpose()?, options.preferences.as_ref().map(preferences).transpose()?);
        Ok(Self { catalogue: recommender.catalogue().clone(), qrels, preferences })
    }

    fn judges(&self) -> Judges<'_> {
        Judges { qrels: self.qrels.as_ref(), preferences: self.preferences.as_ref() }
    }
}

pub(crate) fn run(options: &WeightsOptions) -> Result<(), Failure> {
    match &options.command {
        WeightsCommand::Compare { first, second, bench } => run_compare(first, second, bench),
        WeightsCommand::Sweep { name, bench } => run_sweep(*name, bench),
    }
}

fn run_compare(first: &Path, second: &Path, options: &BenchOptions) -> Result<(), Failure> {
    let (before, after) = (read_weights(first)?, read_weights(second)?);
    let bench = Bench::read(options)?;
    let measures = compare_weights(&bench.catalogue, [&before, &after], bench.judges())?;
    let [old, new] = [&before, &after].map(|weights| Recommender::new(bench.catalogue.clone(), weights.clone()));
    let moves = moves(&old?, &new?, &profiles(options)?);
    let [first, second] = [first, second].map(|path| path.display().to_string());
    let report = WeightsComparison { weights: [(&first, &before), (&second, &after)], measures: &measures, moves: &moves };
    let voice = options.language.voice();
    output::print(&match options.format {
        WeightsFormat::Text => report.text(voice),
        WeightsFormat::Json => report.json(),
        WeightsFormat::Markdown => report.markdown(voice),
        WeightsFormat::Svg => report.svg(voice),
    })
}

fn run_sweep(criterion: Criterion, options: &BenchOptions) -> Result<(), Failure> {
    let bench = Bench::read(options)?;
    let points = sweep(&bench.catalogue, &input::weights(&options.source)?, criterion, bench.judges())?;
    if points.is_empty() {
        return Err(Failure::new(format!("{criterion}: expected other weights above 0 to share what is left, found none")));
    }
    let report = WeightsSweep { criterion, points: &points };
    let voice = options.language.voice();
    output::print(&match options.format {
        WeightsFormat::Text => report.text(voice),
        WeightsFormat::Json => report.json(),
        WeightsFormat::Markdown => report.markdown(voice),
        WeightsFormat::Svg => report.svg(voice),
    })
}

fn read_weights(path: &Path) -> Result<Weights, Failure> {
    if path.as_os_str() == "default" {
        return Ok(Weights::default());
    }
    Weights::from_toml(&input::read(path)?).map_err(|error| Failure::in_file(path, error))
}

/// The profiles that were given, or those that are compiled in, by name.
fn profiles(options: &BenchOptions) -> Result<Vec<(String, Profile)>, Failure> {
    if options.profiles.is_empty() {
        return Ok(Profile::demo().into_iter().map(|(name, profile)| (format!("{name}.toml"), profile)).collect());
    }
    let read = |path: &PathBuf| {
        let profile = Profile::from_text(&input::read(path)?).map_err(|error| Failure::in_file(path, error))?;
        Ok((path.display().to_string(), profile))
    };
    options.profiles.iter().map(read).collect()
}

/// What changes for each profile; one with labels that the catalogue does not have is left out, and told of.
fn moves(before: &Recommender, after: &Recommender, profiles: &[(String, Profile)]) -> Vec<RankMoves> {
    let of_profile = |(name, profile): &(String, Profile)| {
        let moves = RankMoves::between(before, after, name, profile);
        moves.inspect_err(|error| tell!("{name}: left out of the report: {error}")).ok()
    };
    profiles.iter().filter_map(of_profile).collect()
}
