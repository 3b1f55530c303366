//! The tables: judges and noisy students by setting, how flat the optimum is.

use std::error::Error;
use std::fmt::Write;

use boussole::features::Criterion;
use boussole::{Catalogue, Recommender, Weights};
use boussole_evaluation::{Interval, Paired, Resampling, compare, mean, summarize};

use super::baselines::{Graph, Sets};
use super::experiment::Experiment;
use super::noisy::{NoisyStudent, is_found, students};
use super::settings::{Answers, held_out_scores, scaled, scores, settings};

/// By student of the catalogue, the score of every métier.
type Lists = Vec<Vec<f64>>;

/// How many noisy students there are.
const N_STUDENTS: usize = 2000;

/// nDCG@10 of every setting by every judge, and its ratio to cosine and level with a 95 % interval of paired differences.
pub(super) fn judges(catalogue: &Catalogue, experiments: &[Experiment<'_>]) -> Result<String, Box<dyn Error>> {
    let (sets, n) = (Sets::of(catalogue), catalogue.len());
    let graph = Graph::of(catalogue, &sets);
    let lists = |scores: &dyn Fn(usize) -> Vec<f64>| (0..n).map(scores).collect::<Lists>();
    let mut rows: Vec<(&str, Lists)> = vec![
        ("cosine + .2 · level", lists(&|own| sets.cosine_and_level(catalogue, own))),
        ("cosine", lists(&|own| sets.cosine(own))),
        ("count of shared interests", lists(&|own| sets.count(own))),
        ("Jaccard", lists(&|own| sets.jaccard(own))),
        ("IDF-cosine", lists(&|own| sets.idf_cosine(own))),
        ("MonProjetSup, published graph", lists(&|own| graph.relevance(own))),
    ];
    for setting in settings()? {
        rows.push((setting.name, scores(catalogue, &setting.weights, setting.answers)?));
    }
    rows.push(("default, learned without the own métier", held_out_scores(catalogue, &Weights::default(), Answers::LEVEL)?));
    table("Students made from métiers: nDCG@10, and × cosine + .2 · level with a 95 % interval.", &rows, experiments)
}

/// Each default weight halved and doubled, the others as they are, for students who say sectors too; × the first row.
pub(super) fn flatness(catalogue: &Catalogue, experiments: &[Experiment<'_>]) -> Result<String, Box<dyn Error>> {
    let mut rows = vec![("default weights".to_owned(), scores(catalogue, &Weights::default(), Answers::SECTORS)?)];
    for (criterion, _) in Weights::default().iter().filter(|(criterion, weight)| 0.0 < *weight && SAID.contains(criterion)) {
        for factor in [0.5, 2.0] {
            rows.push((format!("{criterion} × {factor}"), scores(catalogue, &scaled(criterion, factor)?, Answers::SECTORS)?));
        }
    }
    let rows: Vec<(&str, Lists)> = rows.iter().map(|(name, lists)| (name.as_str(), lists.clone())).collect();
    table("How flat the optimum is, for students who say statuses and sectors too.", &rows, experiments)
}

/// What students made from métiers may say.
const SAID: [Criterion; 4] = [Criterion::Interest, Criterion::AccessLevel, Criterion::Status, Criterion::Sector];

/// How often noisy students find the métier that they have in mind among the first ten.
pub(super) fn noisy_students(catalogue: &Catalogue) -> Result<String, Box<dyn Error>> {
    let groups = [students(catalogue, N_STUDENTS, (8, 20))?, students(catalogue, N_STUDENTS, (25, 25))?];
    let mut out = format!("Noisy students: R@10 of the métier in mind, {N_STUDENTS} students, level ± 1 rung.\n\n");
    out.push_str("| setting | 8 to 20 answers | 25 answers |\n|---|---|---|\n");
    for setting in settings()?.into_iter().filter(|setting| !setting.answers.statuses) {
        let recommender = Recommender::new(catalogue.clone(), setting.weights)?;
        let found = groups.each_ref().map(|students| cell(&recommender, students, setting.answers.level));
        let [few, many] = found;
        writeln!(out, "| {} | {} | {} |", setting.name, few?, many?)?;
    }
    Ok(out)
}

fn cell(recommender: &Recommender, students: &[NoisyStudent], has_level: bool) -> Result<String, Box<dyn Error>> {
    let found = |student: &NoisyStudent| {
        let profile = if has_level { student.profile.clone() } else { student.without_level()? };
        let scores = recommender.scores(&profile)?.into_iter().map(boussole::Points::value).collect::<Vec<_>>();
        Ok(is_found(&scores, student.target))
    };
    let found = students.iter().map(found).collect::<Result<Vec<f64>, boussole::ProfileError>>()?;
    let summary = summarize(&found, &Resampling::default()).ok_or("there are no students")?;
    Ok(format!("{:.3} [{:.3}, {:.3}]", summary.mean, summary.interval.lower, summary.interval.upper))
}

/// One row a setting, one column a judge; ratios are to the first row.
fn table(title: &str, rows: &[(&str, Lists)], experiments: &[Experiment<'_>]) -> Result<String, Box<dyn Error>> {
    let mut lines = vec![String::new(); rows.len()];
    for experiment in experiments {
        let mut first: Option<Vec<f64>> = None;
        for (line, (_, lists)) in lines.iter_mut().zip(rows) {
            let ndcg = experiment.quality(|own| lists[own].clone())?;
            let reference = first.get_or_insert_with(|| ndcg.clone());
            let base = mean(reference);
            let Interval { lower, upper } = compare(Paired::new(&ndcg, reference)?, &Resampling::default()).interval;
            let (ratio, lower, upper) = (mean(&ndcg) / base, 1.0 + lower / base, 1.0 + upper / base);
            write!(line, " {:.4} × {ratio:.3} [{lower:.3}, {upper:.3}] |", mean(&ndcg))?;
        }
    }
    let names: Vec<String> =
        experiments.iter().map(|experiment| format!("{} ({})", experiment.name, experiment.n_students())).collect();
    let mut out = format!("{title}\n\n| setting | {} |\n|---|{}\n", names.join(" | "), "---|".repeat(names.len()));
    for ((name, _), line) in rows.iter().zip(lines) {
        writeln!(out, "| {name} |{line}")?;
    }
    Ok(out)
}
