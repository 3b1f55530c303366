//! A column of lists of any kind, as places in the column of what they hold.

use std::ops::Range;

use arrow_array::cast::AsArray;
use arrow_array::{Array, ArrayRef};
use arrow_schema::DataType;

/// Where the list of each row stands among the values of all.
pub(super) struct Lists<'a> {
    column: &'a dyn Array,
    shape: Shape<'a>,
    /// What all lists hold, one after the other.
    pub(super) values: Option<&'a ArrayRef>,
}

enum Shape<'a> {
    /// No row has one.
    None,
    Small(&'a [i32]),
    Large(&'a [i64]),
    Fixed(usize),
    SmallViews(&'a [i32], &'a [i32]),
    LargeViews(&'a [i64], &'a [i64]),
}

impl<'a> Lists<'a> {
    /// The column as lists, if it is one. A map is a list of its entries' places, and has no values of its own.
    pub(super) fn of(column: &'a dyn Array) -> Option<Self> {
        let (shape, values) = match column.data_type() {
            DataType::List(_) => column.as_list_opt().map(|lists| (Shape::Small(lists.value_offsets()), lists.values())),
            DataType::LargeList(_) => column.as_list_opt().map(|lists| (Shape::Large(lists.value_offsets()), lists.values())),
            DataType::FixedSizeList(_, size) => {
                let size = usize::try_from(*size).ok()?;
                column.as_fixed_size_list_opt().map(|lists| (Shape::Fixed(size), lists.values()))
            }
            DataType::ListView(_) => column
                .as_list_view_opt()
                .map(|lists| (Shape::SmallViews(lists.value_offsets(), lists.value_sizes()), lists.values())),
            DataType::LargeListView(_) => column
                .as_list_view_opt()
                .map(|lists| (Shape::LargeViews(lists.value_offsets(), lists.value_sizes()), lists.values())),
            DataType::Map(_, _) => {
                let offsets = column.as_map_opt()?.value_offsets();
                return Some(Self { column, shape: Shape::Small(offsets), values: None });
            }
            _ => {
                let is_silent = column.logical_null_count() == column.len();
                return is_silent.then_some(Self { column, shape: Shape::None, values: None });
            }
        }?;
        Some(Self { column, shape, values: Some(values) })
    }

    /// Where the lists of all rows stand, which is less than all values when the table is a part of another.
    pub(super) fn span(&self) -> Range<usize> {
        let n_values = self.values.map_or(0, Array::len);
        match self.shape {
            Shape::None => 0..0,
            Shape::Small([first, .., last]) => place(*first)..place(*last),
            Shape::Large([first, .., last]) => place(*first)..place(*last),
            _ => 0..n_values,
        }
    }

    /// Where the list of a row stands, `None` without one.
    #[inline]
    pub(super) fn range(&self, row: usize) -> Option<Range<usize>> {
        if self.column.is_null(row) {
            return None;
        }
        Some(match self.shape {
            Shape::None => return None,
            Shape::Small(offsets) => place(offsets[row])..place(offsets[row + 1]),
            Shape::Large(offsets) => place(offsets[row])..place(offsets[row + 1]),
            Shape::Fixed(size) => row * size..(row + 1) * size,
            Shape::SmallViews(offsets, sizes) => place(offsets[row])..place(offsets[row]) + place(sizes[row]),
            Shape::LargeViews(offsets, sizes) => place(offsets[row])..place(offsets[row]) + place(sizes[row]),
        })
    }
}

/// Arrow counts in signed integers, none of which is negative.
fn place(number: impl TryInto<usize>) -> usize {
    number.try_into().unwrap_or_default()
}
