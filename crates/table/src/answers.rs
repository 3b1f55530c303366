//! Labels with their answers, in each of the ways in which tables hold them.

use std::borrow::Cow;

use arrow_array::cast::AsArray;
use arrow_array::{Array, ArrayRef, StructArray};
use arrow_schema::DataType;

use super::error::{RowError, TableError};
use super::lists::Lists;
use super::numbers::Doubles;
use super::texts::Texts;

/// What a column of labels must hold.
const EXPECTED: &str = "a list of text, a map from label to answer, or a list of pairs (label, answer)";

/// The names of the two parts of a pair, and those that Spark and Arrow give to the entries of a map.
const LABELS: [&str; 3] = ["label", "key", "keys"];
const ANSWERS: [&str; 3] = ["answer", "value", "values"];

/// The labels of one part of a profile, with what is answered to them.
pub(super) struct LabelAnswers<'a> {
    labels: &'static str,
    answers: &'static str,
    kind: Kind<'a>,
}

enum Kind<'a> {
    /// Labels alone, liked all, or with a column of answers; either may be absent.
    Columns(Option<Labels<'a>>, Option<Numbers<'a>>),
    /// Labels and answers beside each other, and the pairs themselves, which may be null.
    Pairs { lists: Lists<'a>, labels: Texts<'a>, answers: Doubles<'a>, pairs: &'a dyn Array },
}

/// A column of lists of texts.
pub(super) struct Labels<'a> {
    lists: Lists<'a>,
    texts: Texts<'a>,
}

/// A column of lists of numbers.
pub(super) struct Numbers<'a> {
    lists: Lists<'a>,
    numbers: Doubles<'a>,
}

impl<'a> Labels<'a> {
    pub(super) fn of(column: &'a ArrayRef) -> Option<Self> {
        let lists = Lists::of(column)?;
        let texts = match lists.values {
            Some(values) => Texts::of(values, lists.span())?,
            None => Texts::None,
        };
        Some(Self { lists, texts })
    }

    /// The texts of a row, without nulls.
    #[inline]
    pub(super) fn row(&self, row: usize) -> impl Iterator<Item = Cow<'a, str>> {
        let places = self.lists.range(row).unwrap_or_default();
        places.filter_map(|place| self.texts.get(place)).map(Cow::Borrowed)
    }
}

impl<'a> Numbers<'a> {
    pub(super) fn of(column: &'a ArrayRef) -> Option<Self> {
        let lists = Lists::of(column)?;
        let numbers = match lists.values {
            Some(values) => Doubles::of(values, lists.span())?,
            None => Doubles::none(),
        };
        Some(Self { lists, numbers })
    }

    /// The numbers of a row, `None` without a list.
    #[inline]
    pub(super) fn row(&self, row: usize) -> Option<&[f64]> {
        self.lists.range(row).map(|places| self.numbers.get(places))
    }
}

impl<'a> LabelAnswers<'a> {
    /// The columns of one part of a profile.
    pub(super) fn of(
        (labels, of_labels): (&'static str, Option<&'a ArrayRef>),
        (answers, of_answers): (&'static str, Option<&'a ArrayRef>),
    ) -> Result<Self, TableError> {
        let wrong =
            |column, expected, found: &ArrayRef| TableError::ColumnType { column, expected, found: found.data_type().clone() };
        let numbers = of_answers.map(|found| Numbers::of(found).ok_or_else(|| wrong(answers, "a list of numbers", found)));
        let numbers = numbers.transpose()?;
        let kind = match of_labels {
            Some(found) if holds_pairs(found.data_type()) => {
                if of_answers.is_some_and(|answers| answers.logical_null_count() < answers.len()) {
                    return Err(TableError::AnswersTwice { labels, answers });
                }
                pairs(found).ok_or_else(|| wrong(labels, EXPECTED, found))?
            }
            Some(found) => Kind::Columns(Some(Labels::of(found).ok_or_else(|| wrong(labels, EXPECTED, found))?), numbers),
            None => Kind::Columns(None, numbers),
        };
        Ok(Self { labels, answers, kind })
    }

    /// Writes the answers of a row in place of others.
    #[inline]
    pub(super) fn read(&self, row: usize, answered: &mut Vec<(Cow<'a, str>, f64)>) -> Result<(), RowError> {
        answered.clear();
        match &self.kind {
            Kind::Columns(labels, numbers) => {
                let names = labels.as_ref().map(|labels| labels.row(row)).into_iter().flatten();
                match numbers.as_ref().and_then(|numbers| numbers.row(row)) {
                    None => answered.extend(names.map(|name| (name, 1.0))),
                    Some(values) => self.pair(names, values, answered)?,
                }
            }
            Kind::Pairs { lists, labels, answers, pairs } => {
                let places = lists.range(row).unwrap_or_default();
                for place in places.filter(|place| pairs.is_valid(*place)) {
                    let answer = answers.get(place..place + 1)[0];
                    let label = labels.get(place).ok_or(RowError::NoLabel { labels: self.labels, answer })?;
                    answered.push((Cow::Borrowed(label), answer));
                }
            }
        }
        Ok(())
    }

    /// Appends labels with their answers.
    fn pair(
        &self,
        names: impl Iterator<Item = Cow<'a, str>>,
        values: &[f64],
        answered: &mut Vec<(Cow<'a, str>, f64)>,
    ) -> Result<(), RowError> {
        let mut n_labels = 0;
        for name in names {
            answered.extend(values.get(n_labels).map(|value| (name, *value)));
            n_labels += 1;
        }
        if n_labels == values.len() {
            return Ok(());
        }
        let (labels, answers, n_answers) = (self.labels, self.answers, values.len());
        Err(RowError::Lengths { labels, answers, n_labels, n_answers })
    }
}

/// Whether a column holds labels together with their answers.
fn holds_pairs(kind: &DataType) -> bool {
    match kind {
        DataType::Map(_, _) => true,
        DataType::List(item)
        | DataType::LargeList(item)
        | DataType::FixedSizeList(item, _)
        | DataType::ListView(item)
        | DataType::LargeListView(item) => matches!(item.data_type(), DataType::Struct(_)),
        _ => false,
    }
}

fn pairs(column: &ArrayRef) -> Option<Kind<'_>> {
    let lists = Lists::of(column)?;
    let (entries, labels, answers): (&StructArray, &ArrayRef, &ArrayRef) = match (lists.values, column.as_map_opt()) {
        (_, Some(map)) => (map.entries(), map.keys(), map.values()),
        (Some(values), None) => {
            let pairs = values.as_struct_opt()?;
            let part = |names: [&str; 3]| names.into_iter().find_map(|name| pairs.column_by_name(name));
            (pairs, part(LABELS)?, part(ANSWERS)?)
        }
        (None, None) => return None,
    };
    let span = lists.span();
    let (labels, answers) = (Texts::of(labels, span.clone())?, Doubles::of(answers, span)?);
    Some(Kind::Pairs { lists, labels, answers, pairs: entries })
}
