//! What the text and the Markdown of an audit say, section by section.

use super::subject::AuditReport;
use super::words;
use crate::Voice;
use crate::outline::{self, Block, Section, Table};
use boussole::catalogue::audit::{PatternGroup, Patterns, ProblemGroup};
use boussole::catalogue::{Audit, MetierId, Term};
use boussole::inquiry::Reachability;

/// How many groups of métiers that nothing tells apart are shown.
const MAX_GROUPS_SHOWN: usize = 5;

/// How many métiers of a group are named.
const MAX_IDS_SHOWN: usize = 5;

/// How many problems of each kind are shown.
const MAX_PROBLEMS_SHOWN: usize = 5;

impl AuditReport<'_> {
    /// The audit as plain text, in French.
    ///
    /// Long lists are cut; the JSON form holds all of them.
    pub fn text(&self) -> String {
        outline::text(words::TITLE, &self.sections())
    }

    /// The audit as Markdown, with what [`text`](Self::text) says.
    pub fn markdown(&self) -> String {
        outline::markdown(words::TITLE, &self.sections())
    }

    fn sections(&self) -> Vec<Section> {
        let audit = self.audit;
        let mut sections = vec![counts(audit)];
        sections.extend(vocabulary(audit));
        sections.extend([gaps(audit), patterns(audit), groups(audit), relations(audit), problems(audit)]);
        sections.push(reachability(audit, self.reachability));
        sections
    }
}

fn percent(share: f64) -> String {
    format!("{} %", Voice::default().number(100.0 * share, 1))
}

fn counts(audit: &Audit) -> Section {
    let what = [
        words::count(audit.interests.len(), "centre d'intérêt", "centres d'intérêt"),
        words::count(audit.statuses.len(), "statut", "statuts"),
        words::count(audit.sectors.len(), "secteur", "secteurs"),
        words::count(audit.n_problems(), "problème", "problèmes"),
    ];
    let counted = format!("{}, {}.", words::metiers(audit.n_metiers), what.join(", "));
    let mean = Voice::default().number(audit.mean_interests(), 2);
    let interests = format!("En moyenne {mean} centres d'intérêt par métier ; densité {}.", percent(audit.density()));
    let by_count = audit.interest_counts.iter().enumerate();
    let rows = by_count.map(|(n, metiers)| vec![n.to_string(), metiers.to_string(), percent(audit.share(*metiers))]);
    Section {
        title: "Contenu".into(),
        blocks: vec![
            Block::Sentence(counted),
            Block::Sentence(interests),
            Block::Sentence(format!("Empreinte : {}.", audit.fingerprint)),
            Block::Table(Table { columns: vec!["centres d'intérêt par métier", "métiers", "part"], rows: rows.collect() }),
        ],
    }
}

fn vocabulary(audit: &Audit) -> Vec<Section> {
    let levels = audit.access_levels.iter().map(|count| (count.level.label(), count.n_metiers));
    vec![
        frequencies("Centres d'intérêt", "centre d'intérêt", terms(&audit.interests), audit),
        frequencies("Niveaux d'accès", "niveau d'accès", levels, audit),
        frequencies("Statuts", "statut", terms(&audit.statuses), audit),
        frequencies("Secteurs", "secteur", terms(&audit.sectors), audit),
    ]
}

fn terms(terms: &[Term]) -> impl Iterator<Item = (&str, usize)> {
    terms.iter().map(|term| (term.label.as_str(), term.n_metiers))
}

fn frequencies<'a>(title: &str, column: &'static str, labels: impl Iterator<Item = (&'a str, usize)>, audit: &Audit) -> Section {
    let row = |(label, n): (&str, usize)| vec![label.to_owned(), n.to_string(), percent(audit.share(n))];
    let rows: Vec<Vec<String>> = labels.map(row).collect();
    let block = if rows.is_empty() {
        Block::Sentence("Aucune fiche n'en donne.".into())
    } else {
        Block::Table(Table { columns: vec![column, "métiers", "part"], rows })
    };
    Section { title: title.into(), blocks: vec![block] }
}

fn gaps(audit: &Audit) -> Section {
    let row = |name: &str, n: usize| vec![name.to_owned(), n.to_string(), percent(audit.share(n))];
    let rows = audit.gaps.iter().map(|gap| row(words::field(gap.field), gap.metiers.len()));
    Section {
        title: "Données manquantes".into(),
        blocks: vec![Block::Table(Table { columns: vec!["champ", "métiers sans", "part"], rows: rows.collect() })],
    }
}

fn patterns(audit: &Audit) -> Section {
    let row = |patterns: &Patterns| {
        vec![
            words::fields(patterns.fields()),
            patterns.n_patterns().to_string(),
            patterns.n_alone().to_string(),
            patterns.n_tied().to_string(),
            percent(patterns.tied_share()),
            Voice::default().number(patterns.entropy_bits(), 2),
        ]
    };
    let columns = vec!["mêmes données", "ensembles distincts", "métiers seuls", "métiers ex æquo", "part", "bits"];
    let most_bits = Voice::default().number((audit.n_metiers.max(1) as f64).log2(), 2);
    Section {
        title: "Métiers que rien ne distingue".into(),
        blocks: vec![
            Block::Sentence(words::SAME_FACTS.into()),
            Block::Table(Table { columns, rows: audit.patterns.iter().map(row).collect() }),
            Block::Sentence(format!("Il faudrait {most_bits} bits pour distinguer tous les métiers.")),
        ],
    }
}

fn groups(audit: &Audit) -> Section {
    let mut blocks = Vec::new();
    for patterns in &audit.patterns {
        blocks.push(Block::Sentence(format!("Par {} :", words::fields(patterns.fields()))));
        let largest: Vec<String> = patterns.tied_groups().iter().take(MAX_GROUPS_SHOWN).map(group).collect();
        blocks.push(if largest.is_empty() { Block::Sentence(words::NO_TIED_GROUP.into()) } else { Block::List(largest) });
    }
    Section { title: "Plus grands groupes".into(), blocks }
}

fn group(group: &PatternGroup) -> String {
    let values: Vec<String> = group.values.iter().map(|values| words::values(values)).collect();
    format!("{} ({}) : {}", words::metiers(group.metiers.len()), values.join(" ; "), some_ids(&group.metiers))
}

/// The first few identifiers.
fn some_ids(metiers: &[MetierId]) -> String {
    let shown = ids(&metiers[..metiers.len().min(MAX_IDS_SHOWN)]);
    if metiers.len() <= MAX_IDS_SHOWN { shown } else { format!("{shown}, …") }
}

fn ids(metiers: &[MetierId]) -> String {
    metiers.iter().map(MetierId::as_str).collect::<Vec<_>>().join(", ")
}

fn relations(audit: &Audit) -> Section {
    let relations = &audit.relations;
    let implications = relations.implications.iter().map(|implication| {
        let of = format!("{} sur {}", implication.n_metiers, implication.n_metiers);
        format!("« {} » ne va jamais sans « {} » ({of})", implication.interest, implication.implied)
    });
    let mut blocks = vec![Block::Sentence(format!(
        "Paires de centres d'intérêt jamais réunis : {} sur {}.",
        relations.n_never_together, relations.n_pairs
    ))];
    if !relations.implications.is_empty() {
        blocks.push(Block::List(implications.collect()));
    }
    Section { title: "Centres d'intérêt liés".into(), blocks }
}

fn problems(audit: &Audit) -> Section {
    let mut blocks = Vec::new();
    blocks.extend(audit.place_numbers.iter().map(|numbers| Block::Sentence(words::place_numbers(numbers))));
    let n_remarks = blocks.len();
    for group in &audit.problems {
        let kind = group.problems.first().map_or(group.kind, |problem| words::problem_kind(&problem.kind));
        blocks.push(Block::Sentence(format!("{} × {kind} [{}]", group.problems.len(), group.kind)));
        blocks.push(Block::List(some_problems(group)));
    }
    if blocks.len() == n_remarks {
        blocks.push(Block::Sentence(words::NO_PROBLEM.into()));
    }
    Section { title: "Problèmes".into(), blocks }
}

fn some_problems(group: &ProblemGroup) -> Vec<String> {
    let mut lines = Vec::new();
    for problem in group.problems.iter().take(MAX_PROBLEMS_SHOWN) {
        let place = words::place(&problem.place);
        lines.push(match words::problem_detail(&problem.kind) {
            Some(detail) => format!("{place} : {detail}"),
            None => place,
        });
    }
    let n_hidden = group.problems.len() - lines.len();
    if 0 < n_hidden {
        lines.push(format!("… et {n_hidden} de plus ; le format JSON les donne tous."));
    }
    lines
}

fn reachability(audit: &Audit, found: Option<&Reachability>) -> Section {
    let blocks = match found {
        None => vec![Block::Sentence(words::NOT_LOOKED_FOR.into())],
        Some(found) => reached(audit, found),
    };
    Section { title: "Portée".into(), blocks }
}

fn reached(audit: &Audit, found: &Reachability) -> Vec<Block> {
    let scope = found.scope;
    let tried = format!(
        "Qui arrive dans les {} premiers pour au moins un des {} profils qui aiment de 1 à {} centres d'intérêt ?",
        scope.top, found.n_profiles, scope.max_likes
    );
    let row =
        |name: &str, metiers: &[MetierId]| vec![name.to_owned(), metiers.len().to_string(), percent(audit.share(metiers.len()))];
    let rows = vec![
        row("sans tirage", &found.reached),
        row("seulement par tirage", &found.only_by_tie_break),
        row("dont sans aucun centre d'intérêt commun", &found.only_as_filler),
        row("jamais", &found.never),
    ];
    let mut blocks =
        vec![Block::Sentence(tried), Block::Table(Table { columns: vec!["dans les premiers", "métiers", "part"], rows })];
    for (title, metiers) in [("Seulement par tirage", &found.only_by_tie_break), ("Jamais", &found.never)] {
        if !metiers.is_empty() {
            blocks.push(Block::Sentence(format!("{title} : {}.", ids(metiers))));
        }
    }
    blocks
}
