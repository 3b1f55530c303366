//! Many students at once.
//!
//! - A batch gives each student what they get alone, in the order of the profiles, whatever the number of threads and of chunks.
//! - Tables, Parquet and Arrow, give and get the same as lines of JSON.
//! - `boussole batch` answers a line with a line; a bad one is told with its number, answered with an error, and stops nothing.

mod support;

use boussole::{Catalogue, Profile, Recommender, Weights};
use serde_json::Value;
use support::Folder;

fn boussole(arguments: &[&str]) -> assert_cmd::Command {
    support::boussole(&[&["batch"], arguments].concat())
}

fn demo() -> Recommender {
    Recommender::new(Catalogue::demo(), Weights::default()).expect("the demonstration has métiers")
}

#[test]
fn lines_are_answered_in_order_and_bad_ones_stop_nothing() {
    let folder = Folder::new("batch_lines");
    let profiles = folder.write(
        "profiles.jsonl",
        concat!(
            "{\"id\": \"a\", \"interests\": {\"j'aime la nature\": 1.0}}\n",
            "\n",
            "{\"id\": 7, \"interests\": {\"j'aime le néant\": 1.0}}\n",
            "not JSON\n",
            "{\"interests\": {}}\n",
            "{\"id\": {\"class\": 3}, \"metiers\": {\"likes\": []}, \"seed\": 5}",
        ),
    );
    let profiles = profiles.to_str().expect("is UTF-8");
    let output = boussole(&["--profiles", profiles, "--top", "2"]).output().expect("runs");
    assert_eq!(output.status.code(), Some(1));
    let lines: Vec<Value> = String::from_utf8(output.stdout)
        .expect("is UTF-8")
        .lines()
        .map(|line| serde_json::from_str(line).expect("each line is JSON"))
        .collect();
    let ids: Vec<String> = lines.iter().map(|line| line["id"].to_string()).collect();
    assert_eq!(ids, ["\"a\"", "7", "null", "null", "{\"class\":3}"]);
    let alone = demo().shortlist(&Profile::builder().likes("j'aime la nature").build().expect("is valid"), 2).expect("is known");
    for (told, placed) in lines[0]["recommendations"].as_array().expect("is a list").iter().zip(&alone) {
        assert_eq!(told["id"], demo().catalogue().metiers()[placed.position].id.as_str());
        assert_eq!(told["score"].as_f64().map(f64::to_bits), Some(placed.score.value().to_bits()));
    }
    assert_eq!(lines[4]["recommendations"].as_array().map(Vec::len), Some(2));
    let told = String::from_utf8(output.stderr).expect("is UTF-8");
    for expected in [
        "profiles.jsonl: line 3: profile: interests: expected an interest of the catalogue, found « j'aime le néant »;",
        "profiles.jsonl: line 4: profile: expected JSON with the parts of a profile, found: ",
        "profiles.jsonl: line 5: expected a profile with an \"id\", found none\n",
        "profiles.jsonl: 3 lines could not be ranked\n",
    ] {
        assert!(told.contains(expected), "{expected:?} is not in {told}");
    }
    assert!(lines[1]["error"].as_str().is_some_and(|error| error.contains("néant")));
}

#[test]
fn the_number_of_threads_changes_no_byte_and_output_goes_to_a_file() {
    /// More than two chunks for two threads.
    const N_STUDENTS: usize = 5000;
    let folder = Folder::new("batch_threads");
    let interests = ["j'aime la nature", "j'ai le sens du contact", "j'aime bouger"];
    let line = |number: usize| {
        format!("{{\"id\": {number}, \"seed\": {number}, \"interests\": {{\"{}\": 1}}}}\n", interests[number % 3])
    };
    let profiles = folder.write("profiles.jsonl", (0..N_STUDENTS).map(line).collect::<String>());
    let run = |threads: &str| {
        let output = folder.path().join(format!("{threads}.jsonl"));
        let arguments = [profiles.to_str(), Some("--threads"), Some(threads), Some("--output"), output.to_str()];
        let mut command = boussole(&["--profiles"]);
        command.args(arguments.map(|argument| argument.expect("is UTF-8"))).assert().success().stdout("").stderr("");
        std::fs::read(output).expect("was written")
    };
    let results = run("1");
    assert_eq!(results, run("2"));
    let recommender = demo();
    let mut n_lines = 0;
    for (number, line) in String::from_utf8(results).expect("is UTF-8").lines().enumerate() {
        let student = Profile::builder().seed(number as u64).likes(interests[number % 3]).build().expect("is in range");
        let alone = recommender.shortlist(&student, 10).expect("the label is known");
        let line: Value = serde_json::from_str(line).expect("each line is JSON");
        let told: Vec<&str> =
            line["recommendations"].as_array().expect("a list").iter().filter_map(|one| one["id"].as_str()).collect();
        let ids: Vec<&str> = alone.iter().map(|placed| recommender.catalogue().metiers()[placed.position].id.as_str()).collect();
        assert_eq!((&line["id"], told), (&number.into(), ids));
        n_lines += 1;
    }
    assert_eq!(n_lines, N_STUDENTS);
}

#[test]
fn a_file_that_is_not_there_is_named() {
    boussole(&["--profiles", "nowhere.jsonl"])
        .assert()
        .code(1)
        .stdout("")
        .stderr("boussole: nowhere.jsonl: expected a text file, found: No such file or directory (os error 2)\n");
    boussole(&["--profiles", "x", "--threads", "0"]).assert().code(2);
}

#[cfg(not(feature = "arrow"))]
#[test]
fn without_the_feature_tables_are_refused() {
    let folder = Folder::new("batch_no_tables");
    let table = folder.write("profiles.bin", "PAR1 and more");
    let message = "expected lines of JSON, found a table; this program was built without the feature « arrow »\n";
    let expected = format!("boussole: {}: {message}", table.display());
    boussole(&["--profiles", table.to_str().expect("is UTF-8")]).assert().code(1).stdout("").stderr(expected);
}

#[cfg(feature = "arrow")]
mod tables {
    use std::fs::File;
    use std::path::Path;
    use std::sync::Arc;

    use arrow_array::builder::{Float64Builder, LargeStringBuilder, ListBuilder};
    use arrow_array::cast::AsArray;
    use arrow_array::types::{Float64Type, UInt32Type};
    use arrow_array::{Array, ArrayRef, Int64Array, RecordBatch, StringArray};
    use parquet::arrow::ArrowWriter;
    use parquet::arrow::arrow_reader::ParquetRecordBatchReaderBuilder;
    use parquet::file::properties::WriterProperties;

    use super::*;

    /// Three students, of whom the second likes what no métier has.
    fn profiles() -> RecordBatch {
        let mut interests = ListBuilder::new(LargeStringBuilder::new());
        let mut answers = ListBuilder::new(Float64Builder::new());
        for (labels, values) in
            [(vec!["j'aime la nature", "j'aime bouger"], vec![1.0, -0.5]), (vec!["x"], vec![1.0]), (vec![], vec![])]
        {
            interests.append_value(labels.into_iter().map(Some));
            answers.append_value(values.into_iter().map(Some));
        }
        let columns: [(&str, ArrayRef); 3] = [
            ("id", Arc::new(StringArray::from(vec!["a", "b", "c"]))),
            ("interests", Arc::new(interests.finish())),
            ("interest_answers", Arc::new(answers.finish())),
        ];
        RecordBatch::try_from_iter(columns).expect("columns are of one length")
    }

    fn check(results: &RecordBatch) {
        let names: Vec<String> = results.schema().fields().iter().map(|field| field.name().clone()).collect();
        assert_eq!(names, ["id", "rank", "metier", "score", "tie_group", "n_tied", "error"]);
        let [id, rank, metier, score, error] =
            ["id", "rank", "metier", "score", "error"].map(|name| results.column_by_name(name).expect("is there"));
        let ids: Vec<&str> = id.as_string::<i32>().iter().flatten().collect();
        assert_eq!(ids, ["a", "a", "b", "c", "c"]);
        assert_eq!(rank.as_primitive::<UInt32Type>().iter().collect::<Vec<_>>(), [Some(1), Some(2), None, Some(1), Some(2)]);
        let profile = Profile::builder().likes("j'aime la nature").interest("j'aime bouger", -0.5).build().expect("is valid");
        let recommender = demo();
        for (row, placed) in recommender.shortlist(&profile, 2).expect("is known").iter().enumerate() {
            assert_eq!(metier.as_string::<i32>().value(row), recommender.catalogue().metiers()[placed.position].id.as_str());
            assert_eq!(score.as_primitive::<Float64Type>().value(row).to_bits(), placed.score.value().to_bits());
        }
        assert!(error.is_null(0) && error.as_string::<i32>().value(2).contains("« x »"));
    }

    #[test]
    fn parquet_gives_and_gets_what_lines_do() {
        let folder = Folder::new("batch_parquet");
        let (profiles_path, results_path) = (folder.path().join("profiles.parquet"), folder.path().join("results.parquet"));
        let profiles = profiles();
        let file = File::create(&profiles_path).expect("can be written");
        let mut writer = ArrowWriter::try_new(file, profiles.schema(), None).expect("the schema can be written");
        writer.write(&profiles).expect("can be written");
        writer.close().expect("can be written");
        let paths = [&profiles_path, &results_path].map(|path| path.to_str().expect("is UTF-8"));
        let run = boussole(&["--profiles", paths[0], "--top", "2", "--output", paths[1]]).assert().code(1).stdout("");
        let told = String::from_utf8(run.get_output().stderr.clone()).expect("is UTF-8");
        assert!(told.contains("profiles.parquet: line 2: profile: interests: expected an interest"), "{told}");
        let reader =
            ParquetRecordBatchReaderBuilder::try_new(File::open(&results_path).expect("was written")).expect("is Parquet");
        check(&reader.build().expect("is Parquet").next().expect("has rows").expect("can be read"));
    }

    /// Students in parts of a file that no piece of a batch ends with, and a column that says nothing of them.
    fn many(path: &Path, n_students: usize) {
        let labels = ["j'aime la nature", "j'ai le sens du contact", "j'aime bouger"];
        let mut interests = ListBuilder::new(LargeStringBuilder::new());
        for number in 0..n_students {
            interests.append_value(labels[..number % 4].iter().map(Some));
        }
        let columns: [(&str, ArrayRef); 3] = [
            ("id", Arc::new(Int64Array::from_iter_values((0..).take(n_students)))),
            ("class", Arc::new(StringArray::from(vec!["3e B"; n_students]))),
            ("interests", Arc::new(interests.finish())),
        ];
        let table = RecordBatch::try_from_iter(columns).expect("columns are of one length");
        let properties = WriterProperties::builder().set_max_row_group_row_count(Some(7000)).build();
        let file = File::create(path).expect("can be written");
        let mut writer = ArrowWriter::try_new(file, table.schema(), Some(properties)).expect("the schema can be written");
        writer.write(&table).expect("can be written");
        writer.close().expect("can be written");
    }

    #[test]
    fn the_number_of_threads_changes_no_byte_of_a_table() {
        /// Four pieces.
        const N_STUDENTS: usize = 20_000;
        let folder = Folder::new("batch_parquet_threads");
        let profiles = folder.path().join("profiles.parquet");
        many(&profiles, N_STUDENTS);
        let run = |threads: &str, ending: &str| {
            let output = folder.path().join(threads.to_owned() + ending);
            let arguments = [profiles.to_str(), Some("--threads"), Some(threads), Some("--output"), output.to_str()];
            let mut command = boussole(&["--quiet", "--profiles"]);
            command.args(arguments.map(|argument| argument.expect("is UTF-8"))).assert().success().stdout("").stderr("");
            std::fs::read(output).expect("was written")
        };
        let alone = run("1", ".parquet");
        assert!(alone == run("3", ".parquet"));
        let lines = String::from_utf8(run("3", ".jsonl")).expect("is UTF-8");
        let numbers = lines.lines().map(|line| serde_json::from_str::<Value>(line).expect("is JSON")["id"].as_u64());
        assert!(numbers.eq((0..N_STUDENTS as u64).map(Some)));
    }

    #[test]
    fn a_table_that_breaks_off_is_answered_up_to_there() {
        let folder = Folder::new("batch_parquet_broken");
        let profiles = folder.path().join("profiles.parquet");
        many(&profiles, 20_000);
        let mut bytes = std::fs::read(&profiles).expect("was written");
        let file = ParquetRecordBatchReaderBuilder::try_new(File::open(&profiles).expect("was written")).expect("is Parquet");
        // The last part, from row 14,000 on, is in the third piece of 6,553 rows.
        let page = file.metadata().row_group(2).column(2).data_page_offset();
        let page = usize::try_from(page).expect("is in the file");
        bytes[page..page + 8].fill(0xff);
        std::fs::write(&profiles, bytes).expect("can be written");
        for threads in ["1", "3"] {
            let profiles = profiles.to_str().expect("is UTF-8");
            let run = boussole(&["--quiet", "--profiles", profiles, "--threads", threads]).assert().code(1);
            let told = String::from_utf8(run.get_output().stderr.clone()).expect("is UTF-8");
            assert_eq!(told.matches("profiles.parquet: line ").count(), 1, "{told}");
            assert!(told.contains("profiles.parquet: line 13107: "), "{told}");
            assert!(told.contains("profiles.parquet: 1 line could not be ranked"), "{told}");
            let lines = String::from_utf8(run.get_output().stdout.clone()).expect("is UTF-8");
            assert_eq!((lines.lines().count(), lines.matches("\"error\"").count()), (13_107, 1));
        }
    }

    #[test]
    fn arrow_gives_and_gets_what_lines_do() {
        let folder = Folder::new("batch_arrow");
        let (profiles_path, results_path) = (folder.path().join("profiles.arrow"), folder.path().join("results.arrow"));
        let profiles = profiles();
        let file = File::create(&profiles_path).expect("can be written");
        let mut writer = arrow_ipc::writer::FileWriter::try_new(file, &profiles.schema()).expect("the schema can be written");
        writer.write(&profiles).expect("can be written");
        writer.finish().expect("can be written");
        let paths = [&profiles_path, &results_path].map(|path| path.to_str().expect("is UTF-8"));
        boussole(&["--profiles", paths[0], "--top", "2", "--output", paths[1], "--quiet"]).assert().code(1).stdout("");
        let mut reader =
            arrow_ipc::reader::FileReader::try_new(File::open(&results_path).expect("was written"), None).expect("is Arrow");
        check(&reader.next().expect("has rows").expect("can be read"));
    }
}
