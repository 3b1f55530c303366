//! Judgements and rankings of many queries, read from TREC qrels and run text.

use std::collections::BTreeMap;
use std::fmt;

use thiserror::Error;

use super::judged::{Judgements, MAX_GAIN, is_gain};
use super::ranked_list::RankedList;

/// The judgements of many queries.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Qrels {
    by_query: BTreeMap<String, Judgements<String>>,
}

/// The ranked lists of many queries.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Run {
    by_query: BTreeMap<String, RankedList<String>>,
}

/// The problems of a text, in the order of its lines; never empty. The first hundred are kept, the others counted.
#[derive(Debug, Clone, PartialEq)]
pub struct TrecErrors {
    errors: Vec<TrecError>,
    n_more: usize,
}

/// How many problems are kept: more usually have one cause.
const MAX_ERRORS: usize = 100;

/// The most queries of a text: test collections have at most some thousands.
pub const MAX_QUERIES: usize = 100_000;

/// The most bytes of a text that a problem quotes.
const MAX_QUOTED_BYTES: usize = 100;

/// A line that could not be read.
#[derive(Debug, Clone, PartialEq, Error)]
#[error("line {line}: {problem}")]
#[non_exhaustive]
pub struct TrecError {
    /// The line, counted from 1.
    pub line: usize,
    /// What is wrong with it.
    pub problem: TrecProblem,
}

/// What is wrong with a line.
#[derive(Debug, Clone, PartialEq, Error)]
#[non_exhaustive]
pub enum TrecProblem {
    /// The line has too few or too many fields.
    #[error("expected {} fields ({layout}), found {found}", layout.split(' ').count())]
    Fields {
        /// The names of the fields.
        layout: &'static str,
        /// The number of fields found.
        found: usize,
    },
    /// The gain of a judgement is no number, not finite or above [`MAX_GAIN`].
    #[error("expected a finite number of at most {MAX_GAIN} as gain, found {found:?}")]
    Gain {
        /// The text found.
        found: String,
    },
    /// The score of a ranked document is no finite number.
    #[error("expected a finite number as score, found {found:?}")]
    Score {
        /// The text found.
        found: String,
    },
    /// There are more queries than are evaluated; the lines behind are not read.
    #[error("expected at most {MAX_QUERIES} queries, found more")]
    Queries,
    /// A document stands twice under one query.
    #[error("expected each document once per query, found {document:?} of query {query:?} as on line {first_line}")]
    Duplicate {
        /// The query.
        query: String,
        /// The document.
        document: String,
        /// Where the document stands first.
        first_line: usize,
    },
}

const QRELS_LAYOUT: &str = "query iteration document gain";
const RUN_LAYOUT: &str = "query Q0 document rank score tag";

/// What stands in one line that matters.
struct Entry<'a> {
    query: &'a str,
    document: &'a str,
    value: f64,
}

/// The (document, value) pairs of each query, in the order of the lines.
type Pairs = BTreeMap<String, Vec<(String, f64)>>;

impl Qrels {
    /// Reads lines of `query iteration document gain`, parted by white space.
    ///
    /// The iteration is ignored, as `trec_eval` does. Gains may have decimals; blank lines and a
    /// byte order mark are skipped.
    ///
    /// # Errors
    ///
    /// [`TrecErrors`] with every line that has the wrong number of fields, a gain that is no
    /// finite number of at most [`MAX_GAIN`], or a document judged before under the same query.
    #[allow(clippy::missing_panics_doc, reason = "values and documents are checked line by line")]
    pub fn parse_trec(text: &str) -> Result<Self, TrecErrors> {
        let pairs = parse_lines(text, |fields| {
            let &[query, _, document, gain] = fields else {
                return Err(TrecProblem::Fields { layout: QRELS_LAYOUT, found: fields.len() });
            };
            let value = gain.parse().ok().filter(|&gain| is_gain(gain));
            let value = value.ok_or_else(|| TrecProblem::Gain { found: quoted(gain) })?;
            Ok(Entry { query, document, value })
        })?;
        let judgements = |pairs| Judgements::new(pairs).expect("gains and documents were checked line by line");
        Ok(pairs.into_iter().map(|(query, pairs)| (query, judgements(pairs))).collect())
    }

    /// The queries with their judgements, by query.
    #[must_use]
    pub fn iter(&self) -> impl ExactSizeIterator<Item = (&str, &Judgements<String>)> {
        self.by_query.iter().map(|(query, judgements)| (query.as_str(), judgements))
    }

    /// The judgements of a query.
    #[must_use]
    pub fn judgements(&self, query: &str) -> Option<&Judgements<String>> {
        self.by_query.get(query)
    }
}

impl Run {
    /// Reads lines of `query Q0 document rank score tag`, parted by white space.
    ///
    /// Order comes from the scores, and among equal scores from the lines; rank, `Q0` and tag are
    /// ignored, as `trec_eval` does. Blank lines and a byte order mark are skipped.
    ///
    /// # Errors
    ///
    /// [`TrecErrors`] with every line that has the wrong number of fields, a score that is no
    /// finite number, or a document ranked before under the same query.
    #[allow(clippy::missing_panics_doc, reason = "values and documents are checked line by line")]
    pub fn parse_trec(text: &str) -> Result<Self, TrecErrors> {
        let pairs = parse_lines(text, |fields| {
            let &[query, _, document, _, score, _] = fields else {
                return Err(TrecProblem::Fields { layout: RUN_LAYOUT, found: fields.len() });
            };
            let value = score.parse().ok().filter(|score: &f64| score.is_finite());
            let value = value.ok_or_else(|| TrecProblem::Score { found: quoted(score) })?;
            Ok(Entry { query, document, value })
        })?;
        let list = |pairs| RankedList::new(pairs).expect("scores and documents were checked line by line");
        Ok(pairs.into_iter().map(|(query, pairs)| (query, list(pairs))).collect())
    }

    /// The queries with their lists, by query.
    #[must_use]
    pub fn iter(&self) -> impl ExactSizeIterator<Item = (&str, &RankedList<String>)> {
        self.by_query.iter().map(|(query, list)| (query.as_str(), list))
    }

    /// The list of a query.
    #[must_use]
    pub fn list(&self, query: &str) -> Option<&RankedList<String>> {
        self.by_query.get(query)
    }
}

impl FromIterator<(String, Judgements<String>)> for Qrels {
    /// Collects judgements made in memory; of a repeated query the last stays.
    fn from_iter<I: IntoIterator<Item = (String, Judgements<String>)>>(queries: I) -> Self {
        Self { by_query: queries.into_iter().collect() }
    }
}

impl FromIterator<(String, RankedList<String>)> for Run {
    /// Collects lists made in memory; of a repeated query the last stays.
    fn from_iter<I: IntoIterator<Item = (String, RankedList<String>)>>(queries: I) -> Self {
        Self { by_query: queries.into_iter().collect() }
    }
}

impl TrecErrors {
    /// The problems, in the order of their lines.
    #[must_use]
    pub fn errors(&self) -> &[TrecError] {
        &self.errors
    }

    /// How many more problems there are.
    #[must_use]
    pub fn n_more(&self) -> usize {
        self.n_more
    }
}

impl std::error::Error for TrecErrors {}

impl fmt::Display for TrecErrors {
    /// Writes one problem a line, and how many more there are.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (position, error) in self.errors.iter().enumerate() {
            if position > 0 {
                f.write_str("\n")?;
            }
            write!(f, "{error}")?;
        }
        if 0 < self.n_more {
            write!(f, "\n… and {} more", self.n_more)?;
        }
        Ok(())
    }
}

fn parse_lines<'a>(
    text: &'a str,
    parse_fields: impl Fn(&[&'a str]) -> Result<Entry<'a>, TrecProblem>,
) -> Result<Pairs, TrecErrors> {
    let mut pairs = Pairs::new();
    let mut first_lines = BTreeMap::new();
    let mut errors = Vec::new();
    let mut n_more = 0;
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    for (line, content) in (1..).zip(text.lines()) {
        let fields: Vec<&str> = content.split_whitespace().collect();
        if fields.is_empty() {
            continue;
        }
        let entry = parse_fields(&fields).and_then(|entry| {
            let first_line = *first_lines.entry((entry.query, entry.document)).or_insert(line);
            if first_line == line {
                return Ok(entry);
            }
            let (query, document) = (quoted(entry.query), quoted(entry.document));
            Err(TrecProblem::Duplicate { query, document, first_line })
        });
        match entry {
            Ok(Entry { query, .. }) if MAX_QUERIES <= pairs.len() && !pairs.contains_key(query) => {
                errors.push(TrecError { line, problem: TrecProblem::Queries });
                break;
            }
            Ok(Entry { query, document, value }) => {
                pairs.entry(query.to_owned()).or_default().push((document.to_owned(), value));
            }
            Err(problem) if errors.len() < MAX_ERRORS => errors.push(TrecError { line, problem }),
            Err(_) => n_more += 1,
        }
    }
    if errors.is_empty() { Ok(pairs) } else { Err(TrecErrors { errors, n_more }) }
}

/// A text as it is quoted: its beginning, up to the limit.
fn quoted(text: &str) -> String {
    let end = (0..=MAX_QUOTED_BYTES).rev().find(|end| text.is_char_boundary(*end)).unwrap_or_default();
    if text.len() <= MAX_QUOTED_BYTES { text.to_owned() } else { format!("{}…", &text[..end]) }
}

#[cfg(test)]
mod tests {
    //! - Fields are found whatever the white space; order comes from scores, then lines.
    //! - Every bad line is reported at once, with what was expected and found.

    use super::{Qrels, Run};

    #[test]
    fn reads_qrels() {
        let qrels = Qrels::parse_trec("\u{feff}q1 0\td1 2\r\n\nq1 0 d2 -1\nq2 0 d1 0.5\n").expect("valid");
        let judged: Vec<_> = qrels.iter().map(|(query, judgements)| (query, judgements.n_relevant())).collect();
        assert_eq!(judged, [("q1", 1), ("q2", 1)]);
        let gain = |query, document: &str| qrels.judgements(query).map(|judged| judged.gain(&document.to_owned()));
        assert_eq!((gain("q1", "d1"), gain("q1", "d2"), gain("q3", "d1")), (Some(2.0), Some(0.0), None));
    }

    #[test]
    fn orders_a_run_by_score_then_line() {
        let text = "q1 Q0 b 3 0.5 tag\nq1 Q0 a 1 0.5 tag\nq1 Q0 c 2 9e-1 tag\n";
        let run = Run::parse_trec(text).expect("valid");
        let list = run.list("q1").expect("q1 is there");
        assert_eq!(list.ids().collect::<Vec<_>>(), ["c", "b", "a"]);
        assert_eq!(run.iter().len(), 1);
    }

    #[test]
    fn an_empty_text_holds_no_query() {
        assert_eq!(Qrels::parse_trec(""), Ok(Qrels::default()));
        assert_eq!(Run::parse_trec("\n \n"), Ok(Run::default()));
    }

    #[test]
    fn reports_every_bad_line_of_qrels() {
        let text = "q1 0 d1 2\nq1 0 d2\nq1 0 d3 high\n\nq1 0 d4 inf\nq1 0 d5 1001\nq1 0 d1 1\nq2 0 d1 1\n";
        let errors = Qrels::parse_trec(text).expect_err("five bad lines");
        assert_eq!(errors.errors().len(), 5);
        assert_eq!(
            errors.to_string(),
            "line 2: expected 4 fields (query iteration document gain), found 3\n\
             line 3: expected a finite number of at most 1000 as gain, found \"high\"\n\
             line 5: expected a finite number of at most 1000 as gain, found \"inf\"\n\
             line 6: expected a finite number of at most 1000 as gain, found \"1001\"\n\
             line 7: expected each document once per query, found \"d1\" of query \"q1\" as on line 1"
        );
    }

    #[test]
    fn many_bad_lines_and_long_texts_cost_little_output() {
        let text = format!("q 0 d {}\n", "x".repeat(10_000)).repeat(1_000);
        let errors = Qrels::parse_trec(&text).expect_err("bad gains");
        assert_eq!((errors.errors().len(), errors.n_more()), (100, 900));
        assert!(errors.to_string().len() < 30_000 && errors.to_string().ends_with("… and 900 more"));
    }

    #[test]
    fn more_queries_than_are_evaluated_are_refused() {
        let of = |n: usize| (0..n).map(|query| format!("q{query} 0 d 1\n")).collect::<String>();
        assert!(Qrels::parse_trec(&of(super::MAX_QUERIES)).is_ok());
        let told = Qrels::parse_trec(&of(super::MAX_QUERIES + 9)).expect_err("too many").to_string();
        assert_eq!(told, "line 100001: expected at most 100000 queries, found more");
    }

    #[test]
    fn reports_every_bad_line_of_a_run() {
        let text = "q1 Q0 d1 1 0.9\nq1 Q0 d1 1 NaN tag\nq1 Q0 d1 1 0.9 tag\nq1 Q0 d1 2 0.8 tag\n";
        assert_eq!(
            Run::parse_trec(text).expect_err("three bad lines").to_string(),
            "line 1: expected 6 fields (query Q0 document rank score tag), found 5\n\
             line 2: expected a finite number as score, found \"NaN\"\n\
             line 4: expected each document once per query, found \"d1\" of query \"q1\" as on line 3"
        );
    }
}
