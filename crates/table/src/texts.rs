//! A column of texts of any width.

use std::ops::Range;

use arrow_array::cast::AsArray;
use arrow_array::{Array, LargeStringArray, StringArray, StringViewArray};
use arrow_schema::DataType;

/// Texts by place; a dictionary is resolved once.
pub(super) enum Texts<'a> {
    /// All null.
    None,
    Small(&'a StringArray),
    Large(&'a LargeStringArray),
    View(&'a StringViewArray),
    /// The texts from a place on.
    Dictionary(usize, Vec<Option<&'a str>>),
}

impl<'a> Texts<'a> {
    /// The column as texts, if it is one, of which only some places will be asked for.
    pub(super) fn of(column: &'a dyn Array, span: Range<usize>) -> Option<Self> {
        match column.data_type() {
            DataType::Utf8 => column.as_string_opt().map(Self::Small),
            DataType::LargeUtf8 => column.as_string_opt().map(Self::Large),
            DataType::Utf8View => column.as_string_view_opt().map(Self::View),
            DataType::Dictionary(_, _) => Some(Self::Dictionary(span.start, dictionary(column, span)?)),
            _ => (column.logical_null_count() == column.len()).then_some(Self::None),
        }
    }

    /// The text at a place, `None` for a null.
    #[inline]
    pub(super) fn get(&self, place: usize) -> Option<&'a str> {
        match self {
            Self::None => None,
            Self::Small(texts) => texts.is_valid(place).then(|| texts.value(place)),
            Self::Large(texts) => texts.is_valid(place).then(|| texts.value(place)),
            Self::View(texts) => texts.is_valid(place).then(|| texts.value(place)),
            Self::Dictionary(start, texts) => texts[place - start],
        }
    }
}

/// The text of each row of a dictionary of texts.
fn dictionary(column: &dyn Array, span: Range<usize>) -> Option<Vec<Option<&str>>> {
    let values = column.as_any_dictionary_opt()?.values();
    if values.is_empty() {
        return Some(vec![None; span.len()]);
    }
    let texts = Texts::of(values.as_ref(), 0..values.len())?;
    let asked = column.slice(span.start, span.len());
    let dictionary = asked.as_any_dictionary_opt()?;
    let keys = dictionary.keys();
    let text = |(row, key)| if keys.is_valid(row) { texts.get(key) } else { None };
    Some(dictionary.normalized_keys().into_iter().enumerate().map(text).collect())
}
