//! What the text and the Markdown of an audit say, section by section. Long lists are cut; the JSON form holds all of them.

use std::sync::Arc;

use boussole::catalogue::audit::{PatternGroup, Patterns, PlaceNumbers, ProblemGroup};
use boussole::catalogue::{Audit, FicheField, MetierId, NameDoubt, Term};
use boussole::inquiry::Reachability;

use super::subject::{AUDIT_SCHEMA, AuditReport};
use crate::render::{Block, Document, Form, Table};
use crate::report::Report;
use crate::versioned::Versioned;
use crate::voice::Voice;
use crate::words::message::{self, Message};
use crate::words::values;

/// How many groups of métiers that nothing tells apart are shown.
const MAX_GROUPS_SHOWN: usize = 5;

/// How many métiers of a group are named.
const MAX_IDS_SHOWN: usize = 5;

/// How many problems of each kind are shown.
const MAX_PROBLEMS_SHOWN: usize = 5;

impl Report for AuditReport<'_> {
    fn document(&self, voice: Voice, _: Form) -> Document {
        let sections = Sections { audit: self.audit, voice };
        let levels = self.audit.access_levels.iter().map(|count| (count.level.label(), count.n_metiers));
        let parts = [
            (message::AUDIT_CONTENT, sections.content()),
            (message::AUDIT_INTERESTS, sections.frequencies(message::AUDIT_COLUMN_INTEREST, terms(&self.audit.interests))),
            (message::AUDIT_LEVELS, sections.frequencies(message::AUDIT_COLUMN_LEVEL, levels)),
            (message::AUDIT_STATUSES, sections.frequencies(message::AUDIT_COLUMN_STATUS, terms(&self.audit.statuses))),
            (message::AUDIT_SECTORS, sections.frequencies(message::AUDIT_COLUMN_SECTOR, terms(&self.audit.sectors))),
            (message::AUDIT_GAPS, sections.gaps()),
            (message::AUDIT_NAMES, sections.names()),
            (message::AUDIT_PATTERNS, sections.patterns()),
            (message::AUDIT_GROUPS, sections.groups()),
            (message::AUDIT_RELATIONS, sections.relations()),
            (message::AUDIT_PROBLEMS, sections.problems()),
            (message::AUDIT_REACHABILITY, sections.reachability(self.reachability)),
        ];
        let with = |document: Document, (title, blocks)| document.with(voice.words(title), blocks);
        parts.into_iter().fold(Document::new(voice.words(message::AUDIT_TITLE)), with)
    }

    fn json(&self) -> String {
        Versioned::json(AUDIT_SCHEMA, self)
    }
}

fn terms(terms: &[Term]) -> impl Iterator<Item = (&str, usize)> {
    terms.iter().map(|term| (term.label.as_str(), term.n_metiers))
}

/// An audit in one voice.
struct Sections<'a> {
    audit: &'a Audit,
    voice: Voice,
}

impl Sections<'_> {
    fn percent(&self, share: f64) -> String {
        self.voice.words_with(message::PERCENT, values![n = self.voice.number(100.0 * share, 1)])
    }

    fn paragraph(&self, message: Message) -> Block {
        Block::Paragraph(self.voice.words(message))
    }

    fn columns<const N: usize>(&self, columns: [Message; N]) -> [String; N] {
        columns.map(|column| self.voice.words(column))
    }

    /// A name, how many métiers it is said of, and their part of all.
    fn counted(&self, name: String, n: usize) -> Vec<String> {
        vec![name, n.to_string(), self.percent(self.audit.share(n))]
    }

    fn content(&self) -> Vec<Block> {
        let (audit, voice) = (self.audit, self.voice);
        let (metiers, interests, statuses) = (audit.n_metiers, audit.interests.len(), audit.statuses.len());
        let (sectors, problems) = (audit.sectors.len(), audit.n_problems());
        let counts = voice.words_with(message::AUDIT_COUNTS, values![metiers, interests, statuses, sectors, problems]);
        let (mean, density) = (voice.number(audit.mean_interests(), 2), self.percent(audit.density()));
        let carried = voice.words_with(message::AUDIT_MEAN_INTERESTS, values![mean, density]);
        let fingerprint = voice.words_with(message::AUDIT_FINGERPRINT, values![fingerprint = audit.fingerprint.as_str()]);
        let rows = audit.interest_counts.iter().enumerate().map(|(n, metiers)| self.counted(n.to_string(), *metiers));
        let columns = self.columns([message::AUDIT_COLUMN_INTERESTS, message::AUDIT_COLUMN_METIERS, message::AUDIT_COLUMN_SHARE]);
        let mut blocks = Block::paragraphs([counts, carried, fingerprint]);
        blocks.push(Block::Table(Table::new(columns, rows.collect())));
        blocks
    }

    fn frequencies<'a>(&self, column: Message, labels: impl Iterator<Item = (&'a str, usize)>) -> Vec<Block> {
        let rows: Vec<Vec<String>> = labels.map(|(label, n)| self.counted(label.to_owned(), n)).collect();
        if rows.is_empty() {
            return vec![self.paragraph(message::AUDIT_NO_LABEL)];
        }
        let columns = self.columns([column, message::AUDIT_COLUMN_METIERS, message::AUDIT_COLUMN_SHARE]);
        vec![Block::Table(Table::new(columns, rows))]
    }

    fn gaps(&self) -> Vec<Block> {
        let rows = self.audit.gaps.iter().map(|gap| self.counted(self.voice.field(gap.field), gap.metiers.len()));
        let columns = self.columns([message::AUDIT_COLUMN_FIELD, message::AUDIT_COLUMN_WITHOUT, message::AUDIT_COLUMN_SHARE]);
        vec![Block::Table(Table::new(columns, rows.collect()))]
    }

    fn names(&self) -> Vec<Block> {
        if self.audit.doubtful_names.is_empty() {
            return vec![self.paragraph(message::AUDIT_NO_DOUBTFUL_NAME)];
        }
        let names = self.audit.doubtful_names.iter().map(|name| {
            let why = match name.doubt {
                NameDoubt::Slash => message::AUDIT_NAME_SLASH,
                NameDoubt::UnequalLength => message::AUDIT_NAME_LENGTH,
                _ => message::AUDIT_NAME_UNRELATED,
            };
            let (id, feminine, masculine) = (name.metier.as_str(), name.feminine.as_str(), name.masculine.as_str());
            self.voice.words_with(message::AUDIT_NAME, values![id, feminine, masculine, why = self.voice.words(why)])
        });
        vec![Block::List(names.collect())]
    }

    fn patterns(&self) -> Vec<Block> {
        let voice = self.voice;
        let row = |patterns: &Patterns| {
            let [n, alone, tied] = [patterns.n_patterns(), patterns.n_alone(), patterns.n_tied()].map(|n| n.to_string());
            let (share, bits) = (self.percent(patterns.tied_share()), voice.number(patterns.entropy_bits(), 2));
            vec![self.fields(patterns.fields()), n, alone, tied, share, bits]
        };
        let columns = self.columns([
            message::AUDIT_COLUMN_SAME,
            message::AUDIT_COLUMN_PATTERNS,
            message::AUDIT_COLUMN_ALONE,
            message::AUDIT_COLUMN_TIED,
            message::AUDIT_COLUMN_SHARE,
            message::AUDIT_COLUMN_BITS,
        ]);
        let bits = voice.number(libm::log2(self.audit.n_metiers.max(1) as f64), 2);
        vec![
            self.paragraph(message::AUDIT_SAME_FACTS),
            Block::Table(Table::new(columns, self.audit.patterns.iter().map(row).collect())),
            Block::Paragraph(voice.words_with(message::AUDIT_BITS_NEEDED, values![bits])),
        ]
    }

    /// Names of fields that are looked at together.
    fn fields(&self, fields: &[FicheField]) -> String {
        fields.iter().map(|field| self.voice.field(*field)).collect::<Vec<_>>().join(" + ")
    }

    fn groups(&self) -> Vec<Block> {
        let of_patterns = |patterns: &Patterns| {
            let fields = self.fields(patterns.fields());
            let by = Block::Paragraph(self.voice.words_with(message::AUDIT_GROUPS_BY, values![fields]));
            let largest: Vec<String> =
                patterns.tied_groups().iter().take(MAX_GROUPS_SHOWN).map(|group| self.group(group)).collect();
            [by, if largest.is_empty() { self.paragraph(message::AUDIT_NO_GROUP) } else { Block::List(largest) }]
        };
        self.audit.patterns.iter().flat_map(of_patterns).collect()
    }

    fn group(&self, group: &PatternGroup) -> String {
        let values: Vec<String> = group.values.iter().map(|values| self.field_values(values)).collect();
        let (n, values, ids) = (group.metiers.len(), values.join(" ; "), some_ids(&group.metiers));
        self.voice.words_with(message::AUDIT_GROUP, values![n, values, ids])
    }

    /// The values of one field; labels are quoted, since they hold commas and dashes.
    fn field_values(&self, values: &[Arc<str>]) -> String {
        if values.is_empty() {
            return self.voice.words(message::NOTHING);
        }
        values.iter().map(|value| self.voice.quoted(value)).collect::<Vec<_>>().join(", ")
    }

    fn relations(&self) -> Vec<Block> {
        let relations = &self.audit.relations;
        let (never, pairs) = (relations.n_never_together, relations.n_pairs);
        let mut blocks = vec![Block::Paragraph(self.voice.words_with(message::AUDIT_NEVER_TOGETHER, values![never, pairs]))];
        let implications = relations.implications.iter().map(|implication| {
            let (interest, implied) = (implication.interest.as_str(), implication.implied.as_str());
            self.voice.words_with(message::AUDIT_IMPLICATION, values![interest, implied, n = implication.n_metiers])
        });
        if !relations.implications.is_empty() {
            let n_more = relations.n_more_implications;
            let more = (0 < n_more).then(|| self.voice.words_with(message::AUDIT_MORE_IMPLICATIONS, values![n = n_more]));
            blocks.push(Block::List(implications.chain(more).collect()));
        }
        blocks
    }

    fn problems(&self) -> Vec<Block> {
        let mut blocks = Block::paragraphs(self.audit.place_numbers.iter().map(|numbers| self.place_numbers(numbers)));
        if self.audit.problems.is_empty() {
            blocks.push(self.paragraph(message::AUDIT_NO_PROBLEM));
        }
        for group in &self.audit.problems {
            let kind = group.problems.first().map_or(group.kind.into(), |problem| self.voice.problem_kind(&problem.kind));
            let (n, name) = (group.problems.len(), group.kind);
            blocks.push(Block::Paragraph(self.voice.words_with(message::AUDIT_PROBLEM_KIND, values![n, kind, name])));
            blocks.push(Block::List(self.some_problems(group)));
        }
        blocks
    }

    /// Identifiers that number places: why they are not kept, and that nothing is lost.
    fn place_numbers(&self, numbers: &PlaceNumbers) -> String {
        let [first, last] = [numbers.ids.first(), numbers.ids.last()].map(|id| id.map_or("", String::as_str));
        let field = self.voice.field(numbers.field);
        self.voice.words_with(message::AUDIT_PLACE_NUMBERS, values![field, first, last])
    }

    fn some_problems(&self, group: &ProblemGroup) -> Vec<String> {
        let line = |problem: &boussole::catalogue::Problem| {
            let place = self.voice.place(&problem.place);
            match self.voice.problem_detail(&problem.kind) {
                Some(detail) => self.voice.named(&place, &detail),
                None => place,
            }
        };
        let n_more = group.problems.len().saturating_sub(MAX_PROBLEMS_SHOWN);
        let more = (0 < n_more).then(|| self.voice.words_with(message::AUDIT_MORE_PROBLEMS, values![n = n_more]));
        group.problems.iter().take(MAX_PROBLEMS_SHOWN).map(line).chain(more).collect()
    }

    fn reachability(&self, found: Option<&Reachability>) -> Vec<Block> {
        let Some(found) = found else { return vec![self.paragraph(message::AUDIT_NOT_LOOKED_FOR)] };
        let (top, profiles, likes) = (found.scope.top, found.n_profiles, found.scope.max_likes);
        let tried = self.voice.words_with(message::AUDIT_TRIED, values![top, profiles, likes]);
        let rows = [
            (message::AUDIT_REACHED, &found.reached),
            (message::AUDIT_ONLY_BY_LOT, &found.only_by_tie_break),
            (message::AUDIT_AS_FILLER, &found.only_as_filler),
            (message::AUDIT_NEVER, &found.never),
            (message::AUDIT_LOST, &found.lost),
        ];
        let rows = rows.map(|(name, metiers)| self.counted(self.voice.words(name), metiers.len()));
        let columns = self.columns([message::AUDIT_COLUMN_FIRST, message::AUDIT_COLUMN_METIERS, message::AUDIT_COLUMN_SHARE]);
        let named = [
            (message::AUDIT_IDS_BY_LOT, &found.only_by_tie_break),
            (message::AUDIT_IDS_NEVER, &found.never),
            (message::AUDIT_IDS_LOST, &found.lost),
        ];
        let named = named.into_iter().filter(|(_, metiers)| !metiers.is_empty());
        let named = named.map(|(message, metiers)| self.voice.words_with(message, values![ids = ids(metiers)]));
        let mut blocks = vec![Block::Paragraph(tried), Block::Table(Table::new(columns, rows.into()))];
        blocks.extend(Block::paragraphs(named));
        blocks
    }
}

/// The first few identifiers.
fn some_ids(metiers: &[MetierId]) -> String {
    let shown = ids(&metiers[..metiers.len().min(MAX_IDS_SHOWN)]);
    if metiers.len() <= MAX_IDS_SHOWN { shown } else { format!("{shown}, …") }
}

fn ids(metiers: &[MetierId]) -> String {
    metiers.iter().map(MetierId::as_str).collect::<Vec<_>>().join(", ")
}
