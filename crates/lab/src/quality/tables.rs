//! The tables: systems side by side, what each criterion earns, how flat the optimum is.

use std::error::Error;
use std::fmt::Write;

use boussole::Weights;
use boussole::features::Criterion;
use boussole_evaluation::{Paired, Resampling, compare, holm, mean, summarize};

use super::baselines::{Graph, Sets};
use super::experiment::{Experiment, Quality};
use super::settings::{Answers, held_out_scores, only, scaled, scores};

type Rows = Vec<(String, Quality)>;

/// All systems on the same students, with intervals, and p-values against plain cosine.
pub(super) fn systems(experiment: &Experiment<'_>) -> Result<String, Box<dyn Error>> {
    let sets = Sets::of(experiment.catalogue);
    let graph = Graph::of(experiment.catalogue, &sets);
    let mut rows: Rows = vec![("cosine".into(), experiment.quality(|own| sets.cosine(own))?)];
    rows.push(("count".into(), experiment.quality(|own| sets.count(own))?));
    rows.push(("Jaccard".into(), experiment.quality(|own| sets.jaccard(own))?));
    rows.push(("IDF-cosine".into(), experiment.quality(|own| sets.idf_cosine(own))?));
    rows.push(("MonProjetSup (graph)".into(), experiment.quality(|own| graph.relevance(own))?));
    let answers = [
        ("boussole, interests", Answers::INTERESTS),
        ("boussole, + level", Answers::LEVEL),
        ("boussole, + statuses", Answers::STATUSES),
        ("boussole, + sectors", Answers::SECTORS),
    ];
    for (name, answers) in answers {
        let lists = scores(experiment.catalogue, &Weights::default(), answers)?;
        rows.push((name.into(), experiment.quality(|own| lists[own].clone())?));
    }
    let lists = held_out_scores(experiment.catalogue, &Weights::default(), Answers::LEVEL)?;
    rows.push(("boussole, + level, held out".into(), experiment.quality(|own| lists[own].clone())?));
    table(&rows)
}

/// A student tells interests and level; criteria are added one by one, then left out one by one.
pub(super) fn ablation(experiment: &Experiment<'_>) -> Result<String, Box<dyn Error>> {
    let all: Vec<Criterion> =
        Weights::default().iter().filter(|(_, weight)| 0.0 < *weight).map(|(criterion, _)| criterion).collect();
    let mut settings = vec![
        ("all criteria".to_owned(), all.clone()),
        ("interest alone".to_owned(), vec![Criterion::Interest]),
        ("interest, level".to_owned(), vec![Criterion::Interest, Criterion::AccessLevel]),
    ];
    for criterion in [Criterion::Sector, Criterion::Riasec, Criterion::Domain] {
        settings.push((format!("interest, level, {criterion}"), vec![Criterion::Interest, Criterion::AccessLevel, criterion]));
    }
    for left_out in [Criterion::AccessLevel, Criterion::Sector, Criterion::Riasec, Criterion::Domain] {
        settings.push((format!("all but {left_out}"), all.iter().copied().filter(|criterion| *criterion != left_out).collect()));
    }
    let mut rows = Rows::new();
    for (name, criteria) in settings {
        let lists = scores(experiment.catalogue, &only(&criteria)?, Answers::LEVEL)?;
        rows.push((name, experiment.quality(|own| lists[own].clone())?));
    }
    table(&rows)
}

/// Each default weight halved and doubled, the others as they are.
pub(super) fn flatness(experiment: &Experiment<'_>) -> Result<String, Box<dyn Error>> {
    let mut rows = Rows::new();
    let lists = scores(experiment.catalogue, &Weights::default(), Answers::SECTORS)?;
    rows.push(("default weights".to_owned(), experiment.quality(|own| lists[own].clone())?));
    for (criterion, _) in Weights::default().iter().filter(|(_, weight)| 0.0 < *weight) {
        for factor in [0.5, 2.0] {
            let lists = scores(experiment.catalogue, &scaled(criterion, factor)?, Answers::SECTORS)?;
            rows.push((format!("{criterion} × {factor}"), experiment.quality(|own| lists[own].clone())?));
        }
    }
    table(&rows)
}

/// Means, intervals, the ratio to the first row, and the p-value of the difference in nDCG@10 with it.
fn table(rows: &Rows) -> Result<String, Box<dyn Error>> {
    let resampling = Resampling::default();
    let reference = &rows[0].1;
    let mut p_values = Vec::new();
    for (_, quality) in &rows[1..] {
        p_values.push(compare(Paired::new(&quality.ndcg, &reference.ndcg)?, &resampling).p_value.value());
    }
    let adjusted: Vec<Option<f64>> = std::iter::once(None).chain(holm(&p_values).into_iter().map(Some)).collect();
    let mut out = String::from("| setting | nDCG@10 | 95 % interval | ratio | p (Holm) | MRR |\n|---|---|---|---|---|---|\n");
    for ((name, quality), p_value) in rows.iter().zip(adjusted) {
        let summary = summarize(&quality.ndcg, &resampling).ok_or("there are no students")?;
        let (lower, upper) = (summary.interval.lower, summary.interval.upper);
        let ratio = summary.mean / mean(&reference.ndcg);
        let p_value = p_value.map_or_else(String::new, |p_value| format!("{p_value:.4}"));
        let mrr = mean(&quality.reciprocal_rank);
        writeln!(out, "| {name} | {:.4} | [{lower:.4}, {upper:.4}] | {ratio:.3} | {p_value} | {mrr:.4} |", summary.mean)?;
    }
    Ok(out)
}
