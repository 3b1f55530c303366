//! Feeds text to what other languages call, as parts between lines « --- »: a profile or a session, options, and a métier or a question.

#![no_main]

use std::sync::LazyLock;

use boussole::Catalogue;
use boussole_documents::{Advisor, Interviewer};
use boussole_fuzz::text_target;

static ADVISOR: LazyLock<Advisor> =
    LazyLock::new(|| Advisor::new(&Catalogue::demo(), "").unwrap_or_else(|failure| panic!("{}", failure.to_json())));
static INTERVIEWER: LazyLock<Interviewer> = LazyLock::new(|| Interviewer::demo(&Catalogue::demo()));

/// How many calls gave a document.
fn n_answered(text: &str) -> usize {
    let mut parts = text.split("\n---\n").chain(std::iter::repeat(""));
    let mut part = || parts.next().unwrap_or_default();
    let (profile, options, named) = (part(), part(), part());
    let answers = [
        ADVISOR.recommend(profile, options),
        ADVISOR.explain(profile, named, options),
        ADVISOR.compare(profile, named, "MET.10", options),
        ADVISOR.ladder(profile, options),
        ADVISOR.record(profile, options),
        INTERVIEWER.start(options),
        INTERVIEWER.next(profile, options),
        INTERVIEWER.ask(profile, named, options),
        INTERVIEWER.answer(profile, named, options),
        INTERVIEWER.portrait(profile, options),
        INTERVIEWER.result(&ADVISOR, profile, options),
    ];
    for failure in answers.iter().filter_map(|answer| answer.as_ref().err()) {
        assert!(serde_json::from_str::<serde_json::Value>(&failure.to_json()).is_ok());
    }
    answers.iter().filter(|answer| answer.is_ok()).count()
}

text_target!("documents", |text| 0 < n_answered(text), |text| {
    n_answered(text);
});
