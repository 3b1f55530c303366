//! What students cost from bytes to bytes: `cargo bench -p boussole-lab --features arrow --bench end_to_end [-- STUDENTS [MÉTIERS] [ROW]]`.
//!
//! Lines of JSON to lines of JSON, Parquet to Parquet, Arrow to Arrow, each beside a bare pass: the same bytes read and written by
//! `serde_json`, `parquet` and `arrow-ipc` without a student being ranked. One thread, CPU seconds of that thread, which a busy machine
//! stretches less than seconds of a clock; the best of some turns in which the rows alternate. It prints a table, of one size and of the rows
//! whose names have a text, if they are given.

use std::fs::read_to_string;
use std::hint::black_box;
use std::io::Cursor;
use std::sync::Arc;

use arrow_array::builder::{Float64Builder, Int64Builder, ListBuilder, StringBuilder};
use arrow_array::{ArrayRef, RecordBatch};
use arrow_ipc::reader::FileReader;
use arrow_ipc::writer::FileWriter;
use boussole::catalogue::AccessLevel;
use boussole::profile::UncheckedProfile;
use boussole::{Profile, Recommender, Weights};
use boussole_lab::dense::{Columns, Dense, TOP};
use boussole_lab::synthetic;
use boussole_report::BatchLines;
use boussole_table::Table;
use bytes::Bytes;
use parquet::arrow::ArrowWriter;
use parquet::arrow::arrow_reader::ParquetRecordBatchReaderBuilder;
use parquet::basic::Compression;
use parquet::file::properties::WriterProperties;
use serde::de::IgnoredAny;
use serde_json::{Value, json};

const SIZES: [usize; 3] = [734, 1_075, 10_000];

/// Students, unless the command says another number.
const N_STUDENTS: usize = 100_000;

/// How often each row is measured.
const TURNS: usize = 5;

/// So many rows a batch has, as the program reads them.
const BATCH: usize = 6_553;

/// The dense products are measured on fewer students, whose queries take much memory.
const N_DENSE: usize = 10_000;

/// Two seeds, those of the other benches.
const CATALOGUE_SEED: u64 = 1;
const STUDENT_SEED: u64 = 7;

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).filter(|argument| !argument.starts_with('-')).collect();
    let numbers: Vec<usize> = arguments.iter().filter_map(|argument| argument.parse().ok()).collect();
    let n = numbers.first().copied().unwrap_or(N_STUDENTS);
    let sizes = if numbers.len() < 2 { SIZES.to_vec() } else { numbers[1..].to_vec() };
    let row = arguments.iter().find(|argument| argument.parse::<usize>().is_err()).map_or("", String::as_str);
    println!("{n} students, one thread, students a CPU second\n");
    println!(
        "| | {} |\n| --- |{}",
        sizes.iter().map(usize::to_string).collect::<Vec<_>>().join(" | "),
        " --- |".repeat(sizes.len())
    );
    let students = synthetic::students(n, None, STUDENT_SEED);
    let given = Given::new(&students);
    let columns: Vec<_> = sizes.iter().map(|size| measured(*size, &students, &given, row)).collect();
    for row in 0..columns[0].len() {
        let speeds = columns.iter().map(|column| format!("{:.0}", column[row].1));
        println!("| {} | {} |", columns[0][row].0, speeds.collect::<Vec<_>>().join(" | "));
    }
}

/// The students as bytes.
struct Given {
    lines: String,
    batches: Vec<RecordBatch>,
    parquet: Bytes,
    arrow: Bytes,
}

impl Given {
    fn new(students: &[Profile]) -> Self {
        let numbered = students.iter().enumerate();
        let lines: String = numbered.map(|(id, student)| line(id, student) + "\n").collect();
        let batches: Vec<RecordBatch> = students.chunks(BATCH).map(table).collect();
        Self { lines, parquet: to_parquet(&batches), arrow: to_arrow(&batches), batches }
    }
}

/// Names of rows that have a text, with students a CPU second.
fn measured(n_metiers: usize, students: &[Profile], given: &Given, text: &str) -> Vec<(&'static str, f64)> {
    let catalogue = synthetic::catalogue(n_metiers, CATALOGUE_SEED);
    let recommender = Recommender::new(catalogue, Weights::default()).expect("there are métiers");
    let dense = Dense::new(&recommender, Columns::Interests);
    let queries: Vec<_> = students.iter().take(N_DENSE).map(|student| dense.query(&recommender, student)).collect();
    let result_lines = answer_lines(&given.lines, &recommender);
    let results: Vec<RecordBatch> = answer_batches(given.batches.clone(), &recommender);
    let n = students.len();
    let all: [(&'static str, usize, &dyn Fn() -> usize); 10] = [
        ("ranking alone, from profiles", n, &|| recommender.batch(students, TOP).flatten().count()),
        ("dense f32, interests only, from ready vectors", queries.len(), &|| {
            dense.batch(&queries, |top| drop(black_box(top)));
            queries.len()
        }),
        ("JSON lines → JSON lines, the plain way", n, &|| plain_lines(&given.lines, &recommender).len()),
        ("JSON lines → JSON lines", n, &|| answer_lines(&given.lines, &recommender).len()),
        ("the same bytes by serde_json, nothing ranked", n, &|| bare_lines(&given.lines, &result_lines)),
        ("Arrow table → Arrow table, in memory", n, &|| answer_batches(given.batches.clone(), &recommender).len()),
        ("Arrow file → Arrow file", n, &|| to_arrow(&answer_batches(of_arrow(&given.arrow), &recommender)).len()),
        ("the same bytes by arrow-ipc, nothing ranked", n, &|| of_arrow(&given.arrow).len() + to_arrow(&results).len()),
        ("Parquet → Parquet", n, &|| to_parquet(&answer_batches(of_parquet(&given.parquet), &recommender)).len()),
        ("the same bytes by parquet, nothing ranked", n, &|| of_parquet(&given.parquet).len() + to_parquet(&results).len()),
    ];
    let rows: Vec<_> = all.into_iter().filter(|(name, ..)| name.contains(text)).collect();
    let mut best = vec![f64::INFINITY; rows.len()];
    for _ in 0..TURNS {
        for ((_, _, run), best) in rows.iter().zip(&mut best) {
            let begin = cpu_seconds();
            black_box(run());
            *best = best.min(cpu_seconds() - begin);
        }
    }
    rows.iter().zip(best).map(|((name, n, _), seconds)| (*name, *n as f64 / seconds)).collect()
}

/// The time that this thread has had a processor.
fn cpu_seconds() -> f64 {
    let schedule = read_to_string("/proc/thread-self/schedstat").expect("expected a kernel that tells what a thread has used");
    let nanoseconds: f64 = schedule.split(' ').next().and_then(|first| first.parse().ok()).expect("begins with a number");
    nanoseconds / 1e9
}

/// What `boussole batch` does with lines.
fn answer_lines(lines: &str, recommender: &Recommender) -> Vec<u8> {
    let (mut worker, format) = (recommender.worker(), BatchLines::new(recommender.catalogue()));
    let mut out = Vec::new();
    for line in lines.lines() {
        let (id, student) = UncheckedProfile::from_json_line(line).expect("is a profile");
        format.write(id, &worker.shortlist(&student, TOP).expect("labels are known"), &mut out);
        out.push(b'\n');
    }
    out
}

/// The same without a worker: a profile of each student.
fn plain_lines(lines: &str, recommender: &Recommender) -> Vec<u8> {
    let format = BatchLines::new(recommender.catalogue());
    let mut out = Vec::new();
    for line in lines.lines() {
        let (id, student) = UncheckedProfile::from_json_line(line).expect("is a profile");
        let profile = student.check().expect("is right");
        format.write(id, &recommender.shortlist(&profile, TOP).expect("labels are known"), &mut out);
        out.push(b'\n');
    }
    out
}

/// Reads what students say, and writes what they get, without knowing either.
fn bare_lines(lines: &str, results: &[u8]) -> usize {
    let n_read = lines.lines().filter(|line| serde_json::from_str::<IgnoredAny>(line).is_ok()).count();
    let mut out = Vec::with_capacity(results.len());
    for result in serde_json::Deserializer::from_slice(results).into_iter::<&serde_json::value::RawValue>().flatten() {
        serde_json::to_writer(&mut out, result).expect("can be written");
    }
    n_read + out.len()
}

fn answer_batches(batches: impl IntoIterator<Item = RecordBatch>, recommender: &Recommender) -> Vec<RecordBatch> {
    let mut worker = recommender.worker();
    let mut batches = batches.into_iter().peekable();
    let table = Table::new(&batches.peek().expect("there are students").schema()).expect("the names are right");
    batches.map(|batch| table.answer(&mut worker, &batch, TOP).expect("the columns are right")).collect()
}

fn of_arrow(file: &Bytes) -> Vec<RecordBatch> {
    let reader = FileReader::try_new(Cursor::new(file), None).expect("is an Arrow file");
    reader.collect::<Result<_, _>>().expect("can be read")
}

fn to_arrow(batches: &[RecordBatch]) -> Bytes {
    let mut writer = FileWriter::try_new(Vec::new(), &batches[0].schema()).expect("can be written");
    for batch in batches {
        writer.write(batch).expect("can be written");
    }
    writer.into_inner().expect("can be written").into()
}

fn of_parquet(file: &Bytes) -> Vec<RecordBatch> {
    let builder = ParquetRecordBatchReaderBuilder::try_new(file.clone()).expect("is a Parquet file").with_batch_size(BATCH);
    builder.build().expect("can be read").collect::<Result<_, _>>().expect("can be read")
}

fn to_parquet(batches: &[RecordBatch]) -> Bytes {
    let properties = WriterProperties::builder().set_compression(Compression::SNAPPY).build();
    let mut writer = ArrowWriter::try_new(Vec::new(), batches[0].schema(), Some(properties)).expect("can be written");
    for batch in batches {
        writer.write(batch).expect("can be written");
    }
    writer.into_inner().expect("can be written").into()
}

/// A student as a line, as `examples/synthesize.rs` writes them.
fn line(id: usize, student: &Profile) -> String {
    let mut profile = serde_json::to_value(student).expect("can be written");
    let parts = profile.as_object_mut().expect("a profile is an object");
    parts.insert("id".to_owned(), json!(id));
    parts.retain(|_, part| part.as_object().is_none_or(|part| !part.is_empty()) && *part != Value::Null);
    profile.to_string()
}

/// Students as columns.
fn table(students: &[Profile]) -> RecordBatch {
    let mut ids = Int64Builder::new();
    let mut labels = [(); 3].map(|()| ListBuilder::new(StringBuilder::new()));
    let mut answers = [(); 3].map(|()| ListBuilder::new(Float64Builder::new()));
    let mut levels = [(); 2].map(|()| StringBuilder::new());
    let mut riasec = ListBuilder::new(Float64Builder::new());
    for (id, student) in (0..).zip(students) {
        ids.append_value(id);
        for (part, given) in [student.interests(), student.statuses(), student.sectors()].into_iter().enumerate() {
            labels[part].append_value(given.iter().map(|(label, _)| Some(label)));
            answers[part].append_value(given.iter().map(|(_, answer)| Some(answer)));
        }
        for (level, given) in levels.iter_mut().zip([student.reached(), student.willing()]) {
            level.append_option(given.map(AccessLevel::label));
        }
        riasec.append_option(student.riasec().map(|scores| scores.scores().map(Some)));
    }
    let [interests, statuses, sectors] = labels.map(|mut labels| Arc::new(labels.finish()) as ArrayRef);
    let [interest_answers, status_answers, sector_answers] = answers.map(|mut answers| Arc::new(answers.finish()) as ArrayRef);
    let [reached, willing] = levels.map(|mut levels| Arc::new(levels.finish()) as ArrayRef);
    let columns = [
        ("id", Arc::new(ids.finish()) as ArrayRef),
        ("interests", interests),
        ("interest_answers", interest_answers),
        ("statuses", statuses),
        ("status_answers", status_answers),
        ("sectors", sectors),
        ("sector_answers", sector_answers),
        ("reached", reached),
        ("willing", willing),
        ("riasec", Arc::new(riasec.finish())),
    ];
    RecordBatch::try_from_iter(columns).expect("columns are of one length")
}
