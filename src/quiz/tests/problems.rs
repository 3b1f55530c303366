//! - All problems of a file are reported together, each with its question.
//! - Labels are found in any spelling; those that a catalogue does not use set their question aside.
//! - A question written to JSON has the keys of the file.

use super::catalogue;
use crate::quiz::Quiz;

#[track_caller]
fn refused(text: &str, expected: &str) {
    let catalogue = catalogue(&[&["j'aime la nature"], &["j'aime bouger"]]);
    let found = Quiz::from_toml(text, &catalogue).map_err(|error| error.to_string()).map(|_| ());
    assert_eq!(found, Err(expected.to_owned()));
}

#[test]
fn every_problem_of_form_at_once() {
    refused(
        r#"
        schema = "boussole/quiz/1"
        [[question]]
        id = "q1"
        kind = "interest"
        fr = "?"
        en = "?"
        status = "salarié"
        [[question]]
        id = "q2"
        kind = "access_level"
        fr = "?"
        en = "?"
        "#,
        "quiz: question q1: expected `interests` in a question of kind interest, found none\n\
         quiz: question q1: expected no `status` in a question of kind interest; remove it or change the kind\n\
         quiz: question q2: expected `sets` in a question of kind access_level, found none\n\
         quiz: question q2: expected `choices` in a question of kind access_level, found none",
    );
}

#[test]
fn every_problem_of_content_at_once() {
    refused(
        r#"
        schema = "boussole/quiz/1"
        [[question]]
        id = "forêt"
        kind = "interest"
        fr = "Et la forêt ?"
        en = " "
        interests = { "j'aime la natur" = 1.0 }
        [[question]]
        id = "q2"
        kind = "interest"
        fr = "Et là ?"
        en = "And there?"
        interests = { "j'aime bouger" = 0.0, "J’AIME BOUGER" = -0.5, "j'aime la nature" = 2.0 }
        [[question]]
        id = "q2"
        kind = "constraint"
        fr = "Et là ?"
        en = "And there?"
        [[question]]
        id = "q4"
        kind = "access_level"
        sets = "willing"
        fr = "Jusqu'où ?"
        en = "How far?"
        choices = [{ fr = "Bac", en = "Bac", level = "bac" }, { fr = "Le bac", en = "The bac", level = "Bac" }]
        "#,
        "quiz: question 1: id: expected letters a to z, digits, - and _, found « forêt »\n\
         quiz: question forêt: en: expected the words of the question, found an empty text\n\
         quiz: question forêt: interests: expected an interest of the catalogue, found « j'aime la natur »; \
         the nearest are « j'aime la nature »\n\
         quiz: question q2: interests: expected loadings of one sign, found both; ask two questions\n\
         quiz: question q2: interests: « j'aime bouger »: expected a loading from -1 to 1 other than 0, found 0\n\
         quiz: question q2: interests: expected « j'aime bouger » once, found it in two spellings; keep one\n\
         quiz: question q2: interests: « j'aime la nature »: expected a loading from -1 to 1 other than 0, found 2\n\
         quiz: question q2: expected each id once, found it for questions 2 and 3; rename one of them\n\
         quiz: question q2: expected an interest or a gate, found none, so that no answer would change anything\n\
         quiz: question q4: choices: expected each level once, found « Bac ou équivalent » twice",
    );
}

#[test]
fn schema_and_syntax() {
    refused("schema = \"boussole/quiz/1\"", "quiz: expected at least one question, found none");
    refused("", "quiz: expected schema = \"boussole/quiz/1\" in the first line, found none");
    refused(
        "schema = \"boussole/quiz/2\"",
        "quiz: expected schema = \"boussole/quiz/1\" in the first line, found \"boussole/quiz/2\"",
    );
    let error = Quiz::from_toml("schema = \"boussole/quiz/1\"\n[[question]]\nid = 3", &catalogue(&[&["a"]]));
    let error = error.expect_err("a number is no identifier").to_string();
    assert!(error.starts_with("quiz: expected TOML with a table [[question]] for each question, found: "), "{error}");
    assert!(error.contains("line 3"), "{error}");
}

const NATURE: &str = r#"
    schema = "boussole/quiz/1"
    [[question]]
    id = "nature-1"
    kind = "interest"
    fr = "Semer des graines ?"
    en = "Sowing seeds?"
    interests = { "J’aime la  NATURE" = 1.0 }
    illustration = "seedling"
    [[question]]
    id = "loi-1"
    kind = "interest"
    fr = "Rappeler la règle ?"
    en = "Reminding of the rule?"
    interests = { "je veux faire respecter la loi" = 1.0 }
"#;

#[test]
fn labels_in_any_spelling_and_labels_that_nobody_carries() {
    let quiz = Quiz::from_toml(NATURE, &catalogue(&[&["j'aime la nature"], &["j'aime bouger"]])).expect("is in order");
    assert_eq!(quiz.questions().len(), 1);
    assert_eq!(quiz.questions()[0].interests(), [("j'aime la nature".to_owned(), 1.0)]);
    assert_eq!(quiz.set_aside()[0].id, "loi-1");
    assert_eq!(quiz.set_aside()[0].labels, ["je veux faire respecter la loi"]);
    assert_eq!(quiz.unasked_interests(), ["j'aime bouger"]);
}

#[cfg(feature = "json")]
#[test]
fn a_question_goes_to_an_app_as_json() {
    let quiz = Quiz::from_toml(NATURE, &catalogue(&[&["j'aime la nature"]])).expect("is in order");
    assert_eq!(
        serde_json::to_string(&quiz.questions()[0]).expect("has text keys"),
        "{\"id\":\"nature-1\",\"kind\":\"interest\",\"fr\":\"Semer des graines ?\",\"en\":\"Sowing seeds?\",\
         \"interests\":{\"j'aime la nature\":1.0},\"illustration\":\"seedling\"}"
    );
}
