//! A column of numbers of any width.

use std::borrow::Cow;
use std::ops::Range;

use arrow_array::cast::AsArray;
use arrow_array::types::{
    Decimal32Type, Decimal64Type, Decimal128Type, Decimal256Type, Float16Type, Float32Type, Float64Type, Int8Type, Int16Type,
    Int32Type, Int64Type, UInt8Type, UInt16Type, UInt32Type, UInt64Type,
};
use arrow_array::{Array, ArrowPrimitiveType};
use arrow_schema::DataType;

/// Numbers by place; a null is not a number, which no answer may be.
pub(super) struct Doubles<'a> {
    start: usize,
    numbers: Cow<'a, [f64]>,
}

impl<'a> Doubles<'a> {
    /// The column as numbers, if it is one, of which only some places will be asked for.
    pub(super) fn of(column: &'a dyn Array, span: Range<usize>) -> Option<Self> {
        if let Some(numbers) = column.as_primitive_opt::<Float64Type>().filter(|numbers| numbers.null_count() == 0) {
            return Some(Self { start: 0, numbers: Cow::Borrowed(numbers.values()) });
        }
        let asked = column.slice(span.start, span.len());
        Some(Self { start: span.start, numbers: Cow::Owned(converted(&asked)?) })
    }

    /// No numbers, of a column without lists.
    pub(super) fn none() -> Self {
        Self { start: 0, numbers: Cow::Borrowed(&[]) }
    }

    /// The numbers at some places.
    #[inline]
    pub(super) fn get(&self, places: Range<usize>) -> &[f64] {
        &self.numbers[places.start - self.start..places.end - self.start]
    }
}

fn converted(column: &dyn Array) -> Option<Vec<f64>> {
    let floats = primitives::<Float64Type, f64>(column, |number| number)
        .or_else(|| primitives::<Float32Type, f64>(column, f64::from))
        .or_else(|| primitives::<Float16Type, f64>(column, f64::from));
    #[allow(clippy::cast_precision_loss, reason = "answers are small, scores are whole numbers far below 2^53")]
    let whole = || integers(column).map(|numbers| numbers.into_iter().map(|number| Some(number? as f64)).collect());
    let numbers: Vec<Option<f64>> = floats.or_else(whole).or_else(|| decimals(column))?;
    Some(numbers.into_iter().map(|number| number.unwrap_or(f64::NAN)).collect())
}

/// The integers of a column, if it holds some.
pub(super) fn integers(column: &dyn Array) -> Option<Vec<Option<i128>>> {
    primitives::<Int64Type, _>(column, i128::from)
        .or_else(|| primitives::<Int32Type, _>(column, i128::from))
        .or_else(|| primitives::<Int16Type, _>(column, i128::from))
        .or_else(|| primitives::<Int8Type, _>(column, i128::from))
        .or_else(|| primitives::<UInt64Type, _>(column, i128::from))
        .or_else(|| primitives::<UInt32Type, _>(column, i128::from))
        .or_else(|| primitives::<UInt16Type, _>(column, i128::from))
        .or_else(|| primitives::<UInt8Type, _>(column, i128::from))
        .or_else(|| whole_decimals(column))
        .or_else(|| nulls(column))
}

/// Decimals without places after the point, which is what Spark makes of unsigned integers of 64 bits.
fn whole_decimals(column: &dyn Array) -> Option<Vec<Option<i128>>> {
    match column.data_type() {
        DataType::Decimal32(_, 0) => primitives::<Decimal32Type, _>(column, i128::from),
        DataType::Decimal64(_, 0) => primitives::<Decimal64Type, _>(column, i128::from),
        DataType::Decimal128(_, 0) => primitives::<Decimal128Type, _>(column, |number| number),
        _ => None,
    }
}

fn primitives<T: ArrowPrimitiveType, N>(column: &dyn Array, number: impl Fn(T::Native) -> N) -> Option<Vec<Option<N>>> {
    let numbers = column.as_primitive_opt::<T>()?;
    Some(numbers.iter().map(|native| native.map(&number)).collect())
}

/// Decimals, each as the nearest double.
fn decimals(column: &dyn Array) -> Option<Vec<Option<f64>>> {
    macro_rules! decimals_of {
        ($($kind:ty),*) => {
            $(if let Some(numbers) = column.as_primitive_opt::<$kind>() {
                let number = |row| numbers.is_valid(row).then(|| numbers.value_as_string(row).parse().ok()).flatten();
                return Some((0..numbers.len()).map(number).collect());
            })*
        };
    }
    decimals_of!(Decimal128Type, Decimal64Type, Decimal32Type, Decimal256Type);
    None
}

/// A column without a value, of whatever type.
fn nulls<N: Clone>(column: &dyn Array) -> Option<Vec<Option<N>>> {
    (column.logical_null_count() == column.len()).then(|| vec![None; column.len()])
}
