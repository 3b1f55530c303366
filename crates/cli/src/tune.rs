//! `boussole tune`: find the weights that fit what people prefer, or say why the data do not support any.

use std::path::{Path, PathBuf};
use std::str::FromStr;

use boussole::features::InterestFactors;
use boussole::{Profile, Provenance, Recommender, Weights, WeightsOrigin};
use boussole_report::{Report, TuningDocument, Voice};
use boussole_tuning::{Grain, Preferences, RankMoves, TuningPlan, TuningReport, n_fits, tune, with_found_factors};
use clap::Args;
use indicatif::{ProgressBar, ProgressStyle};

use crate::failure::Failure;
use crate::message::tell;
use crate::options::{LanguageOptions, OutputOptions, SourceOptions};
use crate::purposes::{self, PRINTED};
use crate::{input, output};

#[derive(Debug, Args)]
pub(crate) struct TuneOptions {
    /// Preferences, one JSON object a line: {"student": …, "profile": {…}, "preferred": "MET.1", "over": "MET.2"}
    #[arg(long, value_name = "FILE")]
    pub(crate) preferences: PathBuf,
    /// Weights that stay as they are: shares when their sum is below 1, and the others share what is left
    #[arg(long, value_name = "NAME=VALUE", num_args = 1..)]
    pub(crate) fixed: Vec<FixedWeight>,
    /// Where to write the tuned weights (TOML), for recommend --weights
    #[arg(long, value_name = "FILE")]
    pub(crate) output: Option<PathBuf>,
    /// Where to write the report: .md, .json, .svg or text by its ending, with the picture beside it
    #[arg(long, value_name = "FILE")]
    pub(crate) report: Option<PathBuf>,
    /// How strongly weights are held to the defaults [default: chosen by cross-validation, from 0.3 to 3000]
    #[arg(long, value_name = "L")]
    pub(crate) lambda: Option<f64>,
    /// Find a factor for every interest first; if the data support them, they are in the weights that are written
    #[arg(long)]
    pub(crate) per_interest: bool,
    /// Profiles for which the report shows what changes [default: the reference profiles]
    #[arg(long, value_name = "FILE", num_args = 1..)]
    pub(crate) profiles: Vec<PathBuf>,
    /// The seed of folds and resamples
    #[arg(long, default_value_t = 0)]
    pub(crate) seed: u64,
    /// The date that the weights file names, as 2026-01-31
    #[arg(long, value_name = "DATE")]
    pub(crate) date: Option<Date>,
    #[command(flatten)]
    pub(crate) source: SourceOptions,
    #[command(flatten)]
    pub(crate) language: LanguageOptions,
    #[command(flatten)]
    pub(crate) format: OutputOptions,
}

/// A weight by name.
#[derive(Debug, Clone)]
pub(crate) struct FixedWeight {
    pub(crate) name: String,
    pub(crate) value: f64,
}

impl FromStr for FixedWeight {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let weight = text.split_once('=').and_then(|(name, value)| Some((name.trim(), value.trim().parse().ok()?)));
        let (name, value) = weight.ok_or("expected NAME=VALUE with a number, such as interest=0.5")?;
        Ok(Self { name: name.to_owned(), value })
    }
}

/// A day, as ISO 8601 writes it.
#[derive(Debug, Clone)]
pub(crate) struct Date(String);

impl FromStr for Date {
    type Err = &'static str;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let parts: Vec<(usize, Option<u32>)> = text.split('-').map(|part| (part.len(), part.parse().ok())).collect();
        let is_date = matches!(parts[..], [(4, Some(_)), (2, Some(1..=12)), (2, Some(1..=31))]);
        if is_date { Ok(Self(text.to_owned())) } else { Err("expected a date such as 2026-01-31") }
    }
}

impl std::fmt::Display for Date {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0)
    }
}

pub(crate) fn run(options: &TuneOptions) -> Result<(), Failure> {
    check_purposes(options)?;
    let recommender = input::recommender(&options.source)?;
    let text = input::read_table(&options.preferences)?;
    let read = |recommender: &Recommender, grain| {
        let preferences = Preferences::from_json_lines(&text, recommender, grain);
        preferences.map_err(|error| Failure::in_file(&options.preferences, error))
    };
    let preferences = read(&recommender, Grain::Criterion)?;
    for remark in preferences.remarks() {
        tell!("problem: {}: {remark}", options.preferences.display());
    }
    check_names(options, &preferences)?;
    let profiles = reference_profiles(options)?;
    let plan = TuningPlan {
        lambda: options.lambda,
        fixed: options.fixed.iter().map(|fixed| (fixed.name.clone(), fixed.value)).collect(),
        seed: options.seed,
        ..TuningPlan::default()
    };
    let interests = if options.per_interest {
        let plan = TuningPlan { fixed: Vec::new(), ..plan.clone() };
        Some(with_progress(options, &read(&recommender, Grain::Interest)?, &plan)?)
    } else {
        None
    };
    let factored = interests.as_ref().map_or(Ok(None), |interests| with_found_factors(interests, &recommender))?;
    // What métiers have of an interest changes with its factor, so the criteria are judged anew.
    let preferences = factored.as_ref().map_or(Ok(preferences), |factored| read(factored, Grain::Criterion))?;
    let report = with_progress(options, &preferences, &plan)?;
    let provenance = report.provenance(&text, &plan, options.date.as_ref().map(ToString::to_string));
    let factors = factored.as_ref().unwrap_or(&recommender).weights().interest_factors();
    let moves = rank_moves(&report, &recommender, factors, &profiles);
    let document = TuningDocument::new(&report, &provenance).with_interests(interests.as_ref()).with_moves(&moves);
    finish(options, &report, factors, &provenance, &document)
}

fn check_purposes(options: &TuneOptions) -> Result<(), Failure> {
    let files = options.profiles.iter().chain([&options.preferences]).map(PathBuf::as_path);
    let inputs: Vec<&Path> = options.source.paths().into_iter().chain(files).collect();
    let picture = options.report.as_ref().map(|report| report.with_extension("svg"));
    let picture = picture.as_deref().filter(|picture| Some(*picture) != options.report.as_deref());
    let outputs = [Some(Path::new(PRINTED)), options.output.as_deref(), options.report.as_deref(), picture];
    purposes::check(&inputs, &outputs.into_iter().flatten().collect::<Vec<_>>())
}

/// Writes what was asked for. Weights that the data do not support are not written, nor factors of interests; the document says why.
fn finish(
    options: &TuneOptions,
    report: &TuningReport,
    factors: &InterestFactors,
    provenance: &Provenance,
    document: &TuningDocument<'_>,
) -> Result<(), Failure> {
    let voice = options.language.voice();
    if let Some(path) = &options.report {
        write_report(path, document, voice)?;
    }
    if let (Some(path), Some(fit), true) = (&options.output, &report.fit, report.is_accepted()) {
        let weights = fit.weights.to_weights()?.with_interest_factors(factors.clone());
        output::write(path, &weights.with_origin(WeightsOrigin::Tuned(provenance.clone())).to_toml())?;
    }
    output::show(document, options.format.format, voice)?;
    if report.is_accepted() {
        return Ok(());
    }
    let reasons: Vec<String> = report.refusals.iter().map(|reason| format!("\n- {reason}")).collect();
    Err(Failure::new(format!("tuned weights refused, the default weights are kept:{}", reasons.concat())))
}

fn with_progress(options: &TuneOptions, preferences: &Preferences, plan: &TuningPlan) -> Result<TuningReport, Failure> {
    // Off a terminal the bar draws nothing.
    let bar = if options.source.quiet { ProgressBar::hidden() } else { ProgressBar::new(n_fits(preferences, plan) as u64) };
    let style = ProgressStyle::with_template("{bar:40} {pos}/{len} fits, {eta} left").expect("the template is well-formed");
    bar.set_style(style);
    let report = tune(preferences, plan, &mut || bar.inc(1));
    bar.finish_and_clear();
    Ok(report?)
}

/// Only weights of criteria make a file of weights, and those sum to 1.
fn check_names(options: &TuneOptions, preferences: &Preferences) -> Result<(), Failure> {
    let fixed: f64 = options.fixed.iter().map(|fixed| fixed.value).sum();
    if options.output.is_some() && 1.0 <= fixed {
        let message = format!("--fixed: expected shares whose sum is below 1, as weights of a file sum to 1; found {fixed:?}");
        return Err(Failure::new(message));
    }
    let wrong = preferences.names().iter().find_map(|name| name.parse::<boussole::features::Criterion>().err());
    match wrong.filter(|_| options.output.is_some()) {
        Some(error) => Err(Failure::new(format!("--output: {error}; leave --output out and read the weights in the report"))),
        None => Ok(()),
    }
}

/// The profiles that were given, or those that are compiled in.
fn reference_profiles(options: &TuneOptions) -> Result<Vec<(String, Profile)>, Failure> {
    if options.profiles.is_empty() {
        return Ok(Profile::demo().into_iter().map(|(name, profile)| (format!("{name}.toml"), profile)).collect());
    }
    let read = |path: &PathBuf| {
        let profile = Profile::from_text(&input::read(path)?).map_err(|error| Failure::in_file(path, error))?;
        let name = path.file_name().map_or_else(|| path.display().to_string(), |name| name.to_string_lossy().into_owned());
        Ok((name, profile))
    };
    options.profiles.iter().map(read).collect()
}

/// What changes for each profile; one with labels that the catalogue does not have is left out, and told of.
fn rank_moves(
    report: &TuningReport,
    before: &Recommender,
    factors: &InterestFactors,
    profiles: &[(String, Profile)],
) -> Vec<RankMoves> {
    let weights = report.fit.as_ref().and_then(|fit| fit.weights.to_weights().ok());
    let with_factors = |weights: Weights| weights.with_interest_factors(factors.clone());
    let after = weights.and_then(|weights| Recommender::new(before.catalogue().clone(), with_factors(weights)).ok());
    let Some(after) = after else { return Vec::new() };
    let moves = profiles.iter().filter_map(|(name, profile)| {
        let moves = RankMoves::between(before, &after, name, profile);
        moves.inspect_err(|error| tell!("{name}: left out of the report: {error}")).ok()
    });
    moves.collect()
}

/// Writes the report in the form that the ending names, and the picture beside it.
fn write_report(path: &Path, document: &TuningDocument<'_>, voice: Voice) -> Result<(), Failure> {
    let ending = path.extension().and_then(|ending| ending.to_str()).unwrap_or_default().to_ascii_lowercase();
    let picture_path = path.with_extension("svg");
    let picture = document.svg(voice);
    if let Some(picture) = &picture {
        output::write(&picture_path, picture)?;
    }
    let picture_name = picture_path.file_name().and_then(|name| name.to_str()).filter(|_| picture.is_some());
    match ending.as_str() {
        "svg" => Ok(()),
        "md" | "markdown" => output::write(path, &document.clone().with_picture(picture_name).markdown(voice)),
        "json" => output::write(path, &document.json()),
        _ => output::write(path, &document.text(voice)),
    }
}
