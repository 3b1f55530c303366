//! What crosses the border: the header is that of the source, documents are those of the library, and no request does harm.

#![allow(clippy::disallowed_methods, reason = "the header is a file, and a variable asks to write it anew")]

use std::ffi::{CStr, CString, c_char};
use std::ptr::{null, null_mut};

use boussole_c::{BOUSSOLE_FAILED, BOUSSOLE_OK, Boussole, boussole_ask, boussole_close, boussole_free, boussole_open};
use boussole_documents::{Advisor, Shelf};

const PROFILE: &str = r#"{"seed": 7, "interests": {"j'ai le sens du contact": 1, "j'aime jongler avec les chiffres": -0.5}}"#;

fn open(settings: Option<&str>) -> *mut Boussole {
    let settings = settings.map(|text| CString::new(text).expect("no zero"));
    // SAFETY: the text lives as long as the call.
    unsafe { boussole_open(null(), 0, settings.as_ref().map_or(null(), |text| text.as_ptr()), null_mut()) }
}

fn ask(boussole: *const Boussole, request: &[u8]) -> (i32, String) {
    let request = CString::new(request).expect("no zero");
    let mut answer: *mut c_char = null_mut();
    // SAFETY: all three live as long as the call.
    let status = unsafe { boussole_ask(boussole, request.as_ptr(), &raw mut answer) };
    // SAFETY: the library has just written it.
    let text = unsafe { CStr::from_ptr(answer) }.to_str().expect("UTF-8").to_owned();
    // SAFETY: it comes from the library, once.
    unsafe { boussole_free(answer) };
    (status, text)
}

#[test]
fn the_header_is_that_of_the_source() {
    let here = env!("CARGO_MANIFEST_DIR");
    let config = cbindgen::Config::from_file(format!("{here}/cbindgen.toml")).expect("settings of the header");
    let source = format!("{here}/src/lib.rs");
    let mut header = Vec::new();
    cbindgen::Builder::new().with_config(config).with_src(source).generate().expect("a header").write(&mut header);
    let path = format!("{here}/include/boussole.h");
    if std::env::var_os("UPDATE_HEADER").is_some() {
        std::fs::write(&path, &header).expect("the header can be written");
    }
    let committed = std::fs::read_to_string(&path).expect("a committed header");
    let generated = String::from_utf8(header).expect("UTF-8");
    assert_eq!(committed, generated, "UPDATE_HEADER=1 cargo test -p boussole-c writes it anew");
}

#[test]
fn documents_are_those_of_the_library() {
    let boussole = open(Some(r#"{"weights": {"interest": 0.8, "access_level": 0.2}}"#));
    let advisor = Advisor::new(Shelf::demo().catalogue(), r#"{"interest": 0.8, "access_level": 0.2}"#).expect("weights");
    let request = format!(r#"{{"call": "recommend", "profile": {PROFILE}, "options": {{"top": 5}}}}"#);
    let expected = advisor.recommend(PROFILE, r#"{"top": 5}"#).expect("a list");
    assert_eq!(ask(boussole, request.as_bytes()), (BOUSSOLE_OK, expected));
    let record = advisor.record(PROFILE, "").expect("a record");
    assert_eq!(ask(boussole, format!(r#"{{"call": "record", "profile": {PROFILE}}}"#).as_bytes()), (BOUSSOLE_OK, record.clone()));
    let (status, replayed) = ask(boussole, format!(r#"{{"call": "replay", "record": {record}}}"#).as_bytes());
    assert_eq!((status, replayed.contains("\"identical\": true")), (BOUSSOLE_OK, true), "{replayed}");
    // SAFETY: opened above, closed once.
    unsafe { boussole_close(boussole) };
}

#[test]
fn a_quiz_is_played_from_the_first_question_to_the_list() {
    let boussole = open(None);
    let (_, mut session) = ask(boussole, br#"{"call": "start"}"#);
    for _ in 0..3 {
        let (status, step) = ask(boussole, format!(r#"{{"call": "next", "session": {session}}}"#).as_bytes());
        assert_eq!(status, BOUSSOLE_OK, "{step}");
        let step: serde_json::Value = serde_json::from_str(&step).expect("JSON");
        let question = step["question"]["id"].as_str().expect("a question");
        let request = format!(r#"{{"call": "answer", "session": {session}, "question": "{question}", "answer": "yes"}}"#);
        session = ask(boussole, request.as_bytes()).1;
    }
    let (status, result) =
        ask(boussole, format!(r#"{{"call": "result", "session": {session}, "options": {{"top": 3}}}}"#).as_bytes());
    assert_eq!((status, result.contains("\"recommendations\"")), (BOUSSOLE_OK, true), "{result}");
    // SAFETY: opened above, closed once.
    unsafe { boussole_close(boussole) };
}

#[test]
fn every_call_says_what_it_lacks_and_no_request_does_harm() {
    let boussole = open(None);
    let (_, calls) = ask(boussole, br#"{"call": "x"}"#);
    let calls =
        calls.split("expected one of ").nth(1).and_then(|rest| rest.split(", found").next()).expect("all calls are listed");
    let without_fields = ["metiers", "questions", "start"];
    for call in calls.split(", ").filter(|call| !without_fields.contains(call)) {
        let (status, said) = ask(boussole, format!(r#"{{"call": "{call}"}}"#).as_bytes());
        assert_eq!((status, said.contains("expects a field")), (BOUSSOLE_FAILED, true), "{call}: {said}");
    }
    let nested = format!(r#"{{"call": "recommend", "profile": {}}}"#, "[".repeat(100_000));
    let hostile: [&[u8]; 6] = [
        b"",
        b"{",
        b"\xff\xfe",
        nested.as_bytes(),
        br#"{"call": "recommend", "profile": null}"#,
        br#"{"call": "next", "session": 3}"#,
    ];
    for request in hostile {
        assert_eq!(ask(boussole, request).0, BOUSSOLE_FAILED);
    }
    // SAFETY: opened above, closed once.
    unsafe { boussole_close(boussole) };
}
