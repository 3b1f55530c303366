//! Tables of profiles.
//!
//! - Labels and answers say the same in every type and in each way of writing them, also in a part of a larger table.
//! - Absent columns and nulls say nothing, whatever their type; what is wrong in a row or a column is named.
//! - A student gets what they get alone; a wrong row gets its error and stops nothing; the identifier keeps its type.

use std::sync::Arc;

use arrow_array::builder::{FixedSizeListBuilder, Float64Builder, ListBuilder, StringBuilder};
use arrow_array::cast::AsArray;
use arrow_array::types::{Float64Type, Int32Type, Int64Type, UInt32Type};
use arrow_array::{
    Array, ArrayRef, Decimal128Array, DictionaryArray, Float32Array, Float64Array, Int8Array, Int64Array, LargeListArray,
    LargeStringArray, ListArray, ListViewArray, MapArray, NullArray, RecordBatch, StringArray, StringViewArray, StructArray,
    UInt8Array, UInt64Array, new_null_array,
};
use arrow_buffer::{OffsetBuffer, ScalarBuffer};
use arrow_schema::{DataType, Field, Fields, Schema};
use boussole::profile::UncheckedProfile;
use boussole::{Catalogue, Recommender, Weights};
use boussole_table::{Id, RowError, Rows, Table};

const LABELS: [&str; 3] = ["j'aime la nature", "j'aime bouger", "j'ai le sens du contact"];
const ANSWERS: [f64; 3] = [1.0, -0.5, 0.25];

/// The first student has two answers, the second none, the third one.
const OFFSETS: [usize; 4] = [0, 2, 2, 3];

fn batch(columns: Vec<(&str, ArrayRef)>) -> RecordBatch {
    RecordBatch::try_from_iter_with_nullable(columns.into_iter().map(|(name, column)| (name, column, true)))
        .expect("of one length")
}

fn item(kind: &DataType) -> Arc<Field> {
    Arc::new(Field::new("item", kind.clone(), true))
}

fn offsets() -> OffsetBuffer<i32> {
    OffsetBuffer::from_lengths(OFFSETS.windows(2).map(|pair| pair[1] - pair[0]))
}

fn list(values: ArrayRef) -> ArrayRef {
    Arc::new(ListArray::new(item(values.data_type()), offsets(), values, None))
}

fn large_list(values: ArrayRef) -> ArrayRef {
    let offsets = OffsetBuffer::<i64>::from_lengths(OFFSETS.windows(2).map(|pair| pair[1] - pair[0]));
    Arc::new(LargeListArray::new(item(values.data_type()), offsets, values, None))
}

fn list_view(values: ArrayRef) -> ArrayRef {
    let (begins, sizes): (ScalarBuffer<i32>, ScalarBuffer<i32>) = (vec![0, 1, 2].into(), vec![2, 0, 1].into());
    Arc::new(ListViewArray::new(item(values.data_type()), begins, sizes, values, None))
}

fn labels() -> ArrayRef {
    Arc::new(StringArray::from(LABELS.to_vec()))
}

fn answers() -> ArrayRef {
    Arc::new(Float64Array::from(ANSWERS.to_vec()))
}

fn pairs(label: &str, answer: &str) -> StructArray {
    let fields: Fields = vec![Field::new(label, DataType::Utf8, false), Field::new(answer, DataType::Float64, true)].into();
    StructArray::new(fields, vec![labels(), answers()], None)
}

fn map() -> ArrayRef {
    let entries = pairs("key", "value");
    let field = Arc::new(Field::new("entries", entries.data_type().clone(), false));
    Arc::new(MapArray::new(field, offsets(), entries, None, false))
}

/// What a row says.
fn profile<'a>(rows: &Rows<'a>, row: usize) -> Result<UncheckedProfile<'a>, RowError> {
    let mut profile = UncheckedProfile::default();
    rows.read(row, &mut profile).map(|()| profile)
}

/// What the rows say of interests.
fn interests(table: &RecordBatch) -> Vec<Vec<(String, f64)>> {
    Table::new(&table.schema()).expect("the names are right");
    let rows = Rows::of(table).expect("the columns are right");
    let row = |row| profile(&rows, row).expect("the row is right").interests;
    (0..rows.len()).map(|number| row(number).into_iter().map(|(label, answer)| (label.into_owned(), answer)).collect()).collect()
}

#[track_caller]
fn says_the_same(labels: ArrayRef, answers: Option<ArrayRef>) {
    let mut columns = vec![("interests", labels)];
    columns.extend(answers.map(|answers| ("interest_answers", answers)));
    let table = batch(columns);
    let all: Vec<_> = LABELS.iter().map(|label| (*label).to_owned()).zip(ANSWERS).collect();
    let expected: Vec<Vec<_>> = OFFSETS.windows(2).map(|pair| all[pair[0]..pair[1]].to_vec()).collect();
    assert_eq!(interests(&table), expected);
    assert_eq!(interests(&table.slice(2, 1)), expected[2..], "as a part of a larger table");
}

#[test]
fn labels_of_every_type_say_the_same() {
    let keys = Int64Array::from(vec![2, 0, 1]);
    let values = Arc::new(StringArray::from(vec![LABELS[1], LABELS[2], LABELS[0]]));
    let dictionary = DictionaryArray::<Int64Type>::new(keys, values);
    let texts: [ArrayRef; 4] = [
        labels(),
        Arc::new(LargeStringArray::from(LABELS.to_vec())),
        Arc::new(StringViewArray::from(LABELS.to_vec())),
        Arc::new(dictionary),
    ];
    for texts in texts {
        for lists in [list, large_list, list_view] {
            says_the_same(lists(texts.clone()), Some(lists(answers())));
        }
    }
}

#[test]
fn answers_of_every_type_say_the_same() {
    let decimals = Decimal128Array::from(vec![100, -50, 25]).with_precision_and_scale(3, 2).expect("they fit");
    let floats: [ArrayRef; 2] = [Arc::new(Float32Array::from(vec![1.0, -0.5, 0.25])), Arc::new(decimals)];
    for numbers in floats {
        says_the_same(list(labels()), Some(large_list(numbers)));
    }
    let ones: [ArrayRef; 3] =
        [Arc::new(Int8Array::from(vec![1; 3])), Arc::new(UInt64Array::from(vec![1; 3])), Arc::new(UInt8Array::from(vec![1; 3]))];
    let without = interests(&batch(vec![("interests", list(labels()))]));
    for numbers in ones {
        assert_eq!(interests(&batch(vec![("interests", list(labels())), ("interest_answers", list(numbers))])), without);
    }
}

/// Spark makes decimals of unsigned integers of 64 bits.
#[test]
fn whole_decimals_are_integers() {
    let seeds = |scale| Decimal128Array::from(vec![70_i128; 3]).with_precision_and_scale(20, scale).expect("they fit");
    let decimals = batch(vec![("id", Arc::new(seeds(0))), ("seed", Arc::new(seeds(0)))]);
    let rows = Rows::of(&decimals).expect("the columns are integers");
    assert_eq!((rows.id(0), profile(&rows, 0).expect("is right").seed), (Some(Id::Integer(70)), 70));
    let error = Rows::of(&batch(vec![("seed", Arc::new(seeds(1)))])).err().expect("these are no integers");
    assert_eq!(error.to_string(), "column « seed »: expected an integer, found Decimal128(20, 1)");
}

#[test]
fn pairs_say_what_two_columns_do() {
    says_the_same(map(), None);
    for (label, answer) in [("label", "answer"), ("key", "value")] {
        says_the_same(list(Arc::new(pairs(label, answer))), None);
        says_the_same(list_view(Arc::new(pairs(label, answer))), None);
    }
}

#[test]
fn lists_of_a_fixed_size_are_lists() {
    let mut riasec = FixedSizeListBuilder::new(Float64Builder::new(), 6);
    riasec.values().append_slice(&[1.0, 2.0, 3.0, 4.0, 5.0, 6.0]);
    riasec.append(true);
    riasec.values().append_nulls(6);
    riasec.append(false);
    let table = batch(vec![("riasec", Arc::new(riasec.finish()))]);
    let rows = Rows::of(&table).expect("the column is right");
    assert_eq!(profile(&rows, 0).expect("is right").riasec, Some([1.0, 2.0, 3.0, 4.0, 5.0, 6.0]));
    assert_eq!(profile(&rows, 1).expect("is right").riasec, None);
}

#[test]
fn nulls_of_any_type_say_nothing() {
    let silent = batch(vec![
        ("id", Arc::new(NullArray::new(2))),
        ("seed", new_null_array(&DataType::Float64, 2)),
        ("interests", Arc::new(NullArray::new(2))),
        ("interest_answers", new_null_array(&DataType::Utf8, 2)),
        ("statuses", new_null_array(&DataType::List(item(&DataType::Null)), 2)),
        ("reached", new_null_array(&DataType::Float64, 2)),
        ("words", new_null_array(&DataType::Utf8, 2)),
        ("likes", new_null_array(&DataType::Int32, 2)),
    ]);
    let rows = Rows::of(&silent).expect("nothing is said");
    assert_eq!((rows.id(0), profile(&rows, 1)), (None, Ok(UncheckedProfile::default())));
}

#[test]
fn words_may_be_one_text() {
    let table = batch(vec![("words", Arc::new(StringArray::from(vec![Some("mangas"), None])))]);
    let rows = Rows::of(&table).expect("the column is right");
    let words = [0, 1].map(|row| profile(&rows, row).expect("is right").words);
    assert_eq!(words, [vec!["mangas".into()], Vec::<std::borrow::Cow<'_, str>>::new()]);
}

#[track_caller]
fn row_error(columns: Vec<(&str, ArrayRef)>, message: &str) {
    let table = batch(columns);
    let rows = Rows::of(&table).expect("the columns are right");
    assert_eq!(profile(&rows, 0).map_err(|error| error.to_string()), Err(message.to_owned()));
}

#[test]
fn what_is_wrong_in_a_row_is_named() {
    let short: ArrayRef = Arc::new(ListArray::from_iter_primitive::<Float64Type, _, _>([Some([Some(1.0)]), None, None]));
    let message = "interests: expected one answer in « interest_answers » for each label, found 1 for 2";
    row_error(vec![("interests", list(labels())), ("interest_answers", short.clone())], message);
    row_error(vec![("riasec", short)], "riasec: expected six scores (R, I, A, S, E, C), found 1");
    let message = "seed: expected an integer from 0 to 2^64 − 1, found -1";
    row_error(vec![("seed", Arc::new(Int64Array::from(vec![-1])))], message);
    let fields: Fields = vec![Field::new("label", DataType::Utf8, true), Field::new("answer", DataType::Float64, true)].into();
    let nameless = StructArray::new(fields, vec![new_null_array(&DataType::Utf8, 3), answers()], None);
    let message = "interests: expected a label for each answer, found none for the answer 1";
    row_error(vec![("interests", list(Arc::new(nameless)))], message);
}

#[track_caller]
fn column_error(columns: Vec<(&str, ArrayRef)>, message: &str) {
    let table = batch(columns);
    assert_eq!(Rows::of(&table).map(|rows| rows.len()).map_err(|error| error.to_string()), Err(message.to_owned()));
}

#[test]
fn what_is_wrong_with_a_column_is_named() {
    let numbers: ArrayRef = Arc::new(Int64Array::from(vec![1, 2, 3]));
    let expected = "a list of text, a map from label to answer, or a list of pairs (label, answer)";
    column_error(vec![("interests", numbers.clone())], &format!("column « interests »: expected {expected}, found Int64"));
    column_error(vec![("likes", numbers)], "column « likes »: expected a list of text, found Int64");
    let seeds: ArrayRef = Arc::new(StringArray::from(vec!["1"]));
    column_error(vec![("seed", seeds)], "column « seed »: expected an integer, found Utf8");
    let message = "column « interest_answers »: expected none, since « interests » holds the answers already; drop one of them";
    column_error(vec![("interests", map()), ("interest_answers", list(answers()))], message);
}

#[track_caller]
fn names(names: &[&str]) -> Result<Vec<String>, String> {
    let fields: Vec<Field> = names.iter().map(|name| Field::new(*name, DataType::Null, true)).collect();
    Table::new(&Schema::new(fields)).map(|table| table.others().to_vec()).map_err(|error| error.to_string())
}

#[test]
fn other_columns_are_left_alone_and_slips_are_named() {
    assert_eq!(names(&["id", "interests", "school", "__index_level_0__"]), Ok(vec!["school".to_owned()]));
    for (slip, expected) in [("Interests", "interests"), ("interest", "interests"), ("max-access-level", "max_access_level")] {
        let message =
            format!("expected a column « {expected} », found « {slip} »; rename it, or drop it if it is something else");
        assert_eq!(names(&["id", "sectors", slip]), Err(message));
    }
    assert_eq!(names(&["interests", "interest"]), Ok(vec!["interest".to_owned()]), "the known column is there");
    assert_eq!(names(&["seed", "seed"]), Err("expected each column once, found « seed » again".to_owned()));
    let unknown = names(&["id", "school", "mark"]).expect_err("says nothing of a profile");
    assert!(unknown.starts_with("expected some of the columns id, seed, ") && unknown.ends_with(", found only school, mark"));
    assert_eq!(names(&["id"]), Ok(Vec::new()), "who says nothing is ranked too");
}

fn demo() -> Recommender {
    Recommender::new(Catalogue::demo(), Weights::default()).expect("the demonstration has métiers")
}

#[test]
fn a_student_gets_what_they_get_alone_and_a_wrong_row_stops_nothing() {
    let recommender = demo();
    let mut labels = ListBuilder::new(StringBuilder::new());
    for label in ["j'aime la nature", "le néant", "j'aime bouger"] {
        labels.append_value([Some(label)]);
    }
    let table = batch(vec![("id", Arc::new(Int64Array::from(vec![7, 8, 9]))), ("interests", Arc::new(labels.finish()))]);
    let of_table = Table::new(&table.schema()).expect("the names are right");
    let results = of_table.answer(&mut recommender.worker(), &table, 2).expect("the columns are right");
    assert_eq!(results.schema(), *of_table.results());
    let number =
        |name: &str| results.column_by_name(name).expect("is there").as_primitive::<UInt32Type>().iter().collect::<Vec<_>>();
    assert_eq!(results["id"].as_primitive::<Int64Type>().values(), &[7, 7, 8, 9, 9]);
    assert_eq!(number("rank"), [Some(1), Some(2), None, Some(1), Some(2)]);
    let error = results["error"].as_string::<i32>();
    assert!(error.value(2).starts_with("profile: interests: expected an interest of the catalogue, found « le néant »"));
    assert_eq!(error.null_count(), 4);
    let mut alone = UncheckedProfile::default();
    alone.interests = vec![("j'aime bouger".into(), 1.0)];
    let alone = recommender.shortlist(&alone.check().expect("is right"), 2).expect("is known");
    for (row, placed) in (3..).zip(&alone) {
        let metier = recommender.catalogue().metiers()[placed.position].id.as_str();
        assert_eq!(results["metier"].as_string::<i32>().value(row), metier);
        assert_eq!(results["score"].as_primitive::<Float64Type>().value(row).to_bits(), placed.score.value().to_bits());
        assert_eq!(number("tie_group")[row], u32::try_from(placed.standing.tie_group).ok());
        assert_eq!(number("n_tied")[row], u32::try_from(placed.standing.n_tied).ok());
    }
}

#[test]
fn identifiers_keep_their_type() {
    let recommender = demo();
    let dictionary: DictionaryArray<Int32Type> = [Some("a"), None].into_iter().collect();
    let ids: [ArrayRef; 4] = [
        Arc::new(UInt8Array::from(vec![Some(1), None])),
        Arc::new(StringViewArray::from(vec![Some("a"), None])),
        Arc::new(LargeStringArray::from(vec![Some("a"), None])),
        Arc::new(dictionary),
    ];
    for ids in ids {
        let table = batch(vec![("id", ids.clone())]);
        let of_table = Table::new(&table.schema()).expect("the names are right");
        let results = of_table.answer(&mut recommender.worker(), &table, 1).expect("the column is right");
        assert_eq!(results["id"].to_data(), ids.to_data());
        let rows = Rows::of(&table).expect("the column is right");
        assert!(matches!(rows.id(0), Some(Id::Text("a") | Id::Integer(1))) && rows.id(1).is_none());
    }
    let none = batch(vec![("seed", Arc::new(Int64Array::from(vec![1])))]);
    let of_table = Table::new(&none.schema()).expect("the names are right");
    let results = of_table.answer(&mut recommender.worker(), &none, 1).expect("the column is right");
    assert!(results["id"].is_null(0) && results.schema().field(0).data_type() == &DataType::Utf8);
}
