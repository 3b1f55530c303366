//! Metadata at the beginning of a fiche: lines « name: value » between two lines « --- », and items.

use super::super::names::{Name, Names};
use super::line::{Form, Line};

/// The lines of metadata that say what a field says: those under other names are about the file.
pub(super) fn lines(text: &str, first: usize, names: &mut Names, done: &mut Vec<Line>) {
    let mut is_field = false;
    for (number, line) in (first..).zip(text.lines()) {
        let mut push = |form, text: &str| done.push(Line { number, form, text: plain(text).to_owned() });
        if let Some(item) = line.trim_start().strip_prefix("- ") {
            if is_field {
                push(Form::Item("-".to_owned()), item);
            }
        } else if let Some((name, value)) = line.split_once(':') {
            is_field = !line.starts_with(char::is_whitespace) && names.find(name) != Name::Other;
            if is_field {
                let list = value.trim().strip_prefix('[').and_then(|list| list.strip_suffix(']'));
                push(Form::Bold(name.trim().to_owned()), if list.is_some() { "" } else { value });
                let items = list.into_iter().flat_map(|list| list.split(',')).filter(|item| !item.trim().is_empty());
                items.for_each(|item| push(Form::Item("-".to_owned()), item));
            }
        }
    }
}

/// A value without its quotes.
fn plain(value: &str) -> &str {
    let value = value.trim();
    let inside = |quote: char| value.strip_prefix(quote)?.strip_suffix(quote);
    inside('"').or_else(|| inside('\'')).unwrap_or(value)
}
