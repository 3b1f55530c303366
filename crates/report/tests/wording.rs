//! How reports speak, checked on every template and on what they say about many students and métiers.
//!
//! - No *point médian* and no form in brackets: both gender forms are written out, or one that serves both.
//! - No percentage, no verdict (« fait pour toi »); a pupil is told *tu*, an adult *vous*, a counsellor neither.
//! - A sentence has at most 25 words.
//! - A student is told no number with decimals; a part for who accompanies them may have some.
//! - What each report says about one student is in `tests/snapshots`, in each language and to each reader.

#[path = "../../../tests/tidy/sources.rs"]
#[allow(dead_code, reason = "the rules of `tests/tidy.rs` use the rest")]
mod sources;

use boussole::catalogue::AccessLevel;
use boussole::inquiry::{RecordedWeights, contrast, counterfactual, ladder, metier_stability, record, replay, stability};
use boussole::ranking::Diversity;
use boussole::{Catalogue, Profile, Recommender, Weights};
use boussole_report::{
    Audience, ContrastReport, ExplanationReport, LadderReport, Language, RecommendationReport, ReplayReport, Report,
    StabilityReport, Voice, WhatIfReport,
};

const MAX_WORDS: usize = 25;

/// How the messages begin for whoever keeps data or measures rankings: they tell shares of counts.
const PROFESSIONAL: [&str; 5] = ["audit-", "evaluation-", "percent ", "simulation-", "tuning-"];

/// The voices whose reports are in `tests/snapshots`; adults read those of pupils with other pronouns.
const VOICES: [(&str, Voice); 4] = [
    ("fr_student", Voice { language: Language::French, audience: Audience::Pupil }),
    ("fr_counsellor", Voice { language: Language::French, audience: Audience::Counsellor }),
    ("en_student", Voice { language: Language::English, audience: Audience::Pupil }),
    ("en_counsellor", Voice { language: Language::English, audience: Audience::Counsellor }),
];

/// The same, and an adult.
fn all_voices() -> impl Iterator<Item = Voice> {
    VOICES.into_iter().chain([ADULT]).map(|(_, voice)| voice)
}

const ADULT: (&str, Voice) = ("fr_adult", Voice { language: Language::French, audience: Audience::Adult });

/// What is wrong in a template, whoever it is for.
fn wrong_in_template(text: &str) -> Vec<&'static str> {
    let lower = text.to_lowercase();
    let unwanted =
        ["·", "•", "%", "fait pour toi", "made for you", "(e)", "(ne)", "(trice)", "(euse)", "l'étudiant ", "étudiants"];
    unwanted.into_iter().filter(|unwanted| lower.contains(unwanted)).collect()
}

#[test]
fn templates_keep_the_rules() {
    let mut wrong = Vec::new();
    let mut n_templates = 0;
    for path in ["fr", "en"].map(|language| format!("crates/report/src/words/{language}.ftl")) {
        let text = sources::texts(&path).pop().expect("is there").1;
        let mut is_professional = false;
        for (index, line) in text.lines().enumerate().filter(|(_, line)| !line.starts_with('#')) {
            if line.starts_with(|first: char| first.is_ascii_lowercase()) {
                is_professional = PROFESSIONAL.iter().any(|prefix| line.starts_with(prefix));
            }
            let template = line.split_once(" = ").map_or(line, |(_, template)| template).trim();
            if is_professional || template.is_empty() {
                continue;
            }
            n_templates += 1;
            let place = format!("{path}:{}", index + 1);
            wrong.extend(wrong_in_template(template).into_iter().map(|what| format!("{place}: {what:?} in {template:?}")));
            wrong.extend(long_sentences(template).into_iter().map(|long| format!("{place}: too long: {long:?}")));
        }
    }
    assert!(400 < n_templates, "{n_templates} templates");
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn bad_templates_are_found() {
    assert_eq!(wrong_in_template("Les candidat·e·s"), ["·"]);
    assert_eq!(wrong_in_template("fort(e) à 80 %"), ["%", "(e)"]);
    assert_eq!(long_sentences(&"mot ".repeat(26)).len(), 1);
    assert_eq!(long_sentences(&format!("{}. {}", "mot ".repeat(25), "mot ".repeat(25))), Vec::<String>::new());
}

/// Sentences with too many words. A word has a letter or a digit; a line of a list is a sentence.
fn long_sentences(text: &str) -> Vec<String> {
    // Places in a list are no words.
    let is_word = |word: &&str| word.contains(char::is_alphabetic) && !["et", "à", "and", "to"].contains(word);
    let n_words = |sentence: &str| sentence.split_whitespace().filter(is_word).count();
    let sentences = text.split(['.', '!', '?', '\n']);
    sentences.filter(|sentence| MAX_WORDS < n_words(sentence)).map(str::to_owned).collect()
}

/// The text of Markdown or plain text with lines joined that were broken for their width, and without tables.
fn sentences_of(text: &str) -> String {
    let mut joined = String::new();
    for line in text.lines() {
        // What a sheet says is data.
        if line.trim_start().starts_with('|') || line.starts_with('>') {
            continue;
        }
        let is_continued = line.starts_with("    ") && !line.trim_start().starts_with(['+', '-', '?', '=', '~', '>']);
        joined.push_str(if is_continued { " " } else { "\n" });
        joined.push_str(line.trim());
    }
    joined
}

/// What a page says: a line for each element that is a block. Tables, lists of answers, what pictures show and presentations of the
/// catalogue are data.
fn text_of(html: &str) -> String {
    let body = html.split_once("<body").expect("a page has a body").1;
    let mut text = String::new();
    let data = [("<table", "</table>"), ("<dl", "</dl>"), ("<desc", "</desc>"), ("<p class=\"about\"", "</p>")];
    let said = data.into_iter().fold(body.to_owned(), |text, (from, to)| without(&text, from, to));
    for part in said.split('<').skip(1) {
        let (tag, said) = part.split_once('>').expect("a tag ends");
        let is_inside = ["span", "/span", "b", "/b", "em", "/em"].contains(&tag.split(' ').next().unwrap_or(tag));
        text.push_str(if is_inside { "" } else { "\n" });
        text.push_str(said);
    }
    text.replace('\u{a0}', " ").replace("&gt;", ">").replace("&lt;", "<").replace("&quot;", "\"").replace("&amp;", "&")
}

/// A text without what stands between two marks.
fn without(text: &str, from: &str, to: &str) -> String {
    let mut parts = text.split(from);
    let first = parts.next().unwrap_or_default().to_owned();
    first + &parts.filter_map(|part| part.split_once(to)).map(|(_, after)| after).collect::<String>()
}

fn recommender() -> Recommender {
    Recommender::new(Catalogue::demo(), Weights::default()).expect("there are métiers")
}

fn profiles() -> Vec<(String, Profile)> {
    let texts = sources::texts("fixtures/profiles");
    texts.into_iter().map(|(path, text)| (path, Profile::from_text(&text).expect("is a profile"))).collect()
}

/// What only a pupil is called.
const TO_A_PUPIL: [&str; 6] = ["tu", "te", "toi", "ton", "ta", "tes"];

#[track_caller]
/// Sentences with two colons, a space of French typography at which a line may break, or a straight apostrophe.
fn wrong_in_typography(said: &str) -> Vec<&str> {
    let is_wrong = |sentence: &&str| {
        let is_open = [" :", " ;", " ?", " !", " »", "« "].iter().any(|pair| sentence.contains(pair));
        let after_letter = |(before, after): (char, char)| before.is_alphabetic() && after == '\'';
        let is_straight = sentence.chars().zip(sentence.chars().skip(1)).any(after_letter);
        is_open || is_straight || 1 < sentence.matches("\u{a0}:").count()
    };
    said.split_inclusive(['.', '\n']).filter(is_wrong).collect()
}

fn check(what: &str, voice: Voice, text: &str) {
    let said = sentences_of(text);
    assert_eq!(long_sentences(&said), Vec::<String>::new(), "{what}");
    // Labels of the catalogue are data, and quoted.
    let own: String = said.split(['«', '»', '“', '”']).step_by(2).collect();
    assert_eq!(wrong_in_template(&own), Vec::<&str>::new(), "{what}");
    // The text of a page comes with all spaces alike.
    if text.contains('\u{a0}') {
        assert_eq!(wrong_in_typography(&said), Vec::<&str>::new(), "{what}");
    }
    let words: Vec<String> = own.split(|c: char| !c.is_alphabetic()).map(str::to_lowercase).collect();
    let found = |unwanted: &[&str]| unwanted.iter().filter(|word| words.iter().any(|other| other == *word)).count();
    match voice.audience {
        Audience::Pupil => {
            assert_eq!(found(&["vous", "votre", "vos"]), 0, "{what}");
            let figure = for_the_student(&own).split_whitespace().find(|word| is_decimal(word)).map(str::to_owned);
            assert_eq!(figure, None, "{what}");
        }
        Audience::Adult => assert_eq!(found(&TO_A_PUPIL), 0, "{what}: {own}"),
        Audience::Counsellor => assert_eq!(found(&TO_A_PUPIL) + found(&["your", "you"]), 0, "{what}: {own}"),
    }
}

/// What a student is told: a part for who accompanies them has digits.
fn for_the_student(said: &str) -> String {
    let is_for_others =
        |line: &str| ["Pour la personne qui", "For the person advising you"].iter().any(|head| line.contains(head));
    let is_next = |line: &str| ["Comment ", "How "].iter().any(|head| line.trim_start_matches(['#', ' ']).starts_with(head));
    let mut is_told = true;
    let told = said.lines().filter(|line| {
        is_told = (is_told && !is_for_others(line)) || is_next(line);
        is_told
    });
    told.collect::<Vec<_>>().join("\n")
}

/// Whether a word is a number with decimals, as points and weights are.
fn is_decimal(word: &str) -> bool {
    let number = word.trim_matches(|character: char| !character.is_ascii_digit());
    let parts: Vec<&str> = number.split([',', '.']).collect();
    parts.len() == 2 && parts.iter().all(|part| !part.is_empty() && part.chars().all(|digit| digit.is_ascii_digit()))
}

#[test]
fn figures_for_a_student_are_found() {
    assert!(
        is_decimal("(+0,0480)") && is_decimal("0.5.") && !is_decimal("10,") && !is_decimal("311-3-1-2).") && !is_decimal("a.b")
    );
    assert_eq!(
        for_the_student("a\n## Pour la personne qui t'accompagne : b\nc\n## Comment cette liste est faite\nd"),
        "a\n## Comment cette liste est faite\nd"
    );
}

#[test]
fn what_is_said_keeps_the_rules() {
    let recommender = recommender();
    let metiers = recommender.catalogue().metiers();
    for (number, (path, profile)) in profiles().into_iter().enumerate() {
        let places = stability(&recommender, &profile, 152).expect("is of the catalogue");
        for diversity in [Diversity::None, Diversity::XQUAD, Diversity::MMR] {
            let ranking = recommender.recommend_diverse(&profile, 152, diversity).expect("is of the catalogue");
            let report =
                RecommendationReport::new(&recommender, &profile, &ranking).expect("is its own").with_stability(Some(&places));
            for voice in all_voices() {
                check(&path, voice, &report.text(voice));
                check(&path, voice, &report.markdown(voice));
                check(&path, voice, &text_of(&report.html(voice)));
            }
        }
        let (stable, ladder) = (stability(&recommender, &profile, 5), ladder(&recommender, &profile, 3));
        let (stable, ladder) = (stable.expect("is of the catalogue"), ladder.expect("is of the catalogue"));
        for voice in all_voices() {
            check(&path, voice, &StabilityReport::new(&stable).text(voice));
            check(&path, voice, &LadderReport::new(&ladder).markdown(voice));
        }
        for (place, metier) in metiers.iter().enumerate().skip(number).step_by(23) {
            let what = format!("{path} {}", metier.id);
            let explained = recommender.explain(&profile, &metier.id).expect("is of the catalogue");
            let stable = metier_stability(&recommender, &profile, &metier.id, 10).expect("is of the catalogue");
            let report =
                ExplanationReport::new(&recommender, &profile, &explained).expect("is its own").with_stability(stable.as_ref());
            for voice in all_voices() {
                check(&what, voice, &report.text(voice));
                check(&what, voice, &report.markdown(voice));
                check(&what, voice, &text_of(&report.html(voice)));
            }
            let other = &metiers[(place + 31) % metiers.len()].id;
            let contrast = contrast(&recommender, &profile, &metier.id, other).expect("is of the catalogue");
            let found = counterfactual(&recommender, &profile, &metier.id, 10).expect("is of the catalogue");
            for voice in all_voices() {
                check(&what, voice, &ContrastReport::new(&contrast).text(voice));
                check(&what, voice, &WhatIfReport::new(&found).text(voice));
            }
        }
    }
}

fn maelle() -> Profile {
    let (_, profile) = profiles().into_iter().find(|(path, _)| path.ends_with("maelle.toml")).expect("is there");
    profile
}

#[test]
fn golden_contrasts() {
    let (recommender, profile) = (recommender(), maelle());
    let ids = ["MET.7829", "MET.279"].map(|id| id.parse().expect("an identifier"));
    let contrast = contrast(&recommender, &profile, &ids[0], &ids[1]).expect("is of the catalogue");
    for (name, voice) in VOICES {
        insta::assert_snapshot!(format!("compare_{name}"), ContrastReport::new(&contrast).text(voice));
    }
    insta::assert_snapshot!("compare_markdown", ContrastReport::new(&contrast).markdown(Voice::default()));
    insta::assert_snapshot!("compare_json", ContrastReport::new(&contrast).json());
}

#[test]
fn golden_what_ifs() {
    let (recommender, profile) = (recommender(), maelle());
    let found =
        |id: &str| counterfactual(&recommender, &profile, &id.parse().expect("an identifier"), 10).expect("is of the catalogue");
    for (name, voice) in VOICES {
        insta::assert_snapshot!(format!("whatif_{name}"), WhatIfReport::new(&found("MET.285")).text(voice));
    }
    insta::assert_snapshot!("whatif_leave", WhatIfReport::new(&found("MET.7829")).text(Voice::default()));
    insta::assert_snapshot!("whatif_json", WhatIfReport::new(&found("MET.285")).json());
}

#[test]
fn golden_stability_and_ladder() {
    let (recommender, profile) = (recommender(), maelle());
    let stable = stability(&recommender, &profile, 5).expect("is of the catalogue");
    let ladder = ladder(&recommender, &profile, 2).expect("is of the catalogue");
    for (name, voice) in VOICES {
        insta::assert_snapshot!(format!("stability_{name}"), StabilityReport::new(&stable).text(voice));
        insta::assert_snapshot!(format!("ladder_{name}"), LadderReport::new(&ladder).text(voice));
    }
    insta::assert_snapshot!("stability_json", StabilityReport::new(&stable).json());
    insta::assert_snapshot!("ladder_json", LadderReport::new(&ladder).json());
}

#[test]
fn golden_recommendations() {
    let (recommender, profile) = (recommender(), maelle());
    let ranking = recommender.recommend(&profile, 4).expect("is of the catalogue");
    let stable = stability(&recommender, &profile, 4).expect("is of the catalogue");
    let report = RecommendationReport::new(&recommender, &profile, &ranking).expect("is its own").with_stability(Some(&stable));
    for (name, voice) in VOICES {
        insta::assert_snapshot!(format!("recommend_{name}"), report.text(voice));
        insta::assert_snapshot!(format!("recommend_markdown_{name}"), report.markdown(voice));
    }
    insta::assert_snapshot!("recommend_fr_adult", report.text(ADULT.1));
    // A varied list, filters, and nothing at all.
    let voice = Voice { language: Language::English, audience: Audience::Counsellor };
    let varied = recommender.recommend_diverse(&profile, 4, Diversity::XQUAD).expect("is of the catalogue");
    insta::assert_snapshot!(
        "recommend_varied",
        RecommendationReport::new(&recommender, &profile, &varied).expect("is its own").text(voice)
    );
    let filters = Profile::builder().likes("j'aime la nature").max_access_level(AccessLevel::Brevet).only_status("fonctionnaire");
    let filtered = filters.build().expect("is a profile");
    let ranking = recommender.recommend(&filtered, 4).expect("is of the catalogue");
    insta::assert_snapshot!(
        "recommend_filtered",
        RecommendationReport::new(&recommender, &filtered, &ranking).expect("is its own").text(voice)
    );
}

#[test]
fn golden_explanations() {
    let (recommender, profile) = (recommender(), maelle());
    let id = "MET.279".parse().expect("an identifier");
    let explained = recommender.explain(&profile, &id).expect("is of the catalogue");
    let stable = metier_stability(&recommender, &profile, &id, 10).expect("is of the catalogue");
    let report = ExplanationReport::new(&recommender, &profile, &explained).expect("is its own").with_stability(stable.as_ref());
    for (name, voice) in VOICES {
        insta::assert_snapshot!(format!("explain_{name}"), report.text(voice));
        insta::assert_snapshot!(format!("explain_markdown_{name}"), report.markdown(voice));
    }
}

#[test]
fn golden_records() {
    let recommender = recommender();
    let text = record(&recommender, &maelle(), 1, Diversity::None, RecordedWeights::Defaults).expect("is of the catalogue");
    insta::assert_snapshot!("record", text);
    let same = replay(&text, Catalogue::demo()).expect("is a record");
    let other = replay(&text.replacen("\"rank\": 1,", "\"rank\": 2,", 1), Catalogue::demo()).expect("is a record");
    for (name, voice) in VOICES {
        insta::assert_snapshot!(format!("replay_{name}"), ReplayReport::new(&same).text(voice));
        check(name, voice, &ReplayReport::new(&same).text(voice));
    }
    insta::assert_snapshot!("replay_different", ReplayReport::new(&other).text(Voice::default()));
    insta::assert_snapshot!("replay_json", ReplayReport::new(&other).json());
}
