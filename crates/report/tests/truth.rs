//! What is said is true, and nothing is said twice: every sentence of lists for random students, against the data.
//!
//! The predicates are worked out again here, from fiches and answers, without the statements of the crate:
//!
//! - A reason names labels on the sheet that the student likes; its points are those of the terms it names. A guess has the counts that
//!   the fiches have, and its share is larger than that of the whole catalogue.
//! - A word that the student wrote stands in the fiche, in some form; what is shared with a liked métier, both have; a taste for a type is
//!   above the student's mean, and the type is the métier's.
//! - A check names what the student said against something on the sheet, or what bothers them and lowers an
//!   interest of it, or a level beyond the wish.
//! - Level, what is beyond, what was not answered, link, groups, portrait, equals and words of stability are what the data make them.
//! - No sentence stands twice in what is said of one métier, in JSON or in the text, to any reader, in any language.
//!
//! Wording is not tested here: only which labels and numbers a sentence holds.

use std::collections::BTreeSet;
use std::path::Path;

use boussole::catalogue::{AccessLevel, Metier, RomeLetters};
use boussole::inquiry::stability;
use boussole::profile::{Answers, Constraint, ConstraintKind, ProfileBuilder};
use boussole::random::SplitMix64;
use boussole::{Catalogue, Profile, Recommender, Weights};
use boussole_report::{Audience, Language, RecommendationReport, Report, Voice};
use serde_json::Value;

const TOP: usize = 10;
const N_STUDENTS: usize = 60;

/// The real table, or the demonstration, which has texts.
fn recommender(is_real: bool) -> Recommender {
    let folder = Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../../fixtures/real"));
    let catalogue = if is_real {
        let letters = RomeLetters::read(folder.join("rome_riasec.csv")).expect("is a table").letters;
        Catalogue::read(folder.join("onisep_dev.csv")).expect("is a table").catalogue.with_rome_letters(&letters).0
    } else {
        Catalogue::demo()
    };
    Recommender::new(catalogue, Weights::default()).expect("there are métiers")
}

/// A student of some answers; once in a while of none.
fn student(catalogue: &Catalogue, random: &mut SplitMix64) -> Profile {
    let mut builder = Profile::builder().seed(random.next_u64() >> 40);
    let n_answers = [0, 1, 1, 2, 3, 5, 8, 14][random.index_below(8)];
    for place in random.distinct_below(catalogue.interests().terms().len(), n_answers) {
        let answer = [1.0, 1.0, 0.5, 0.75, -0.5, -1.0][random.index_below(6)];
        builder = builder.interest(&catalogue.interests().terms()[place].label, answer);
    }
    if random.index_below(2) == 0 {
        builder = builder.willing(AccessLevel::ALL[1 + random.index_below(9)]);
    }
    if random.index_below(3) == 0 {
        builder = builder.reached(AccessLevel::ALL[1 + random.index_below(5)]);
    }
    for _ in 0..[0, 0, 1, 2][random.index_below(4)] {
        let terms = catalogue.statuses().terms();
        let label = &terms[random.index_below(terms.len())].label;
        if !builder.clone().build().is_ok_and(|built| built.statuses().iter().any(|(other, _)| other == label)) {
            builder = builder.status(label, [1.0, 0.5, -0.5, -1.0][random.index_below(4)]);
        }
    }
    if random.index_below(3) == 0 {
        let terms = catalogue.sectors().terms();
        builder = builder.sector(&terms[random.index_below(terms.len())].label, [1.0, 0.5, -1.0][random.index_below(3)]);
    }
    said_otherwise(builder, catalogue, random).build().expect("one answer a label")
}

/// Once in a while: what bothers the student, words from fiches, a liked métier, scores of letters.
fn said_otherwise(mut builder: ProfileBuilder, catalogue: &Catalogue, random: &mut SplitMix64) -> ProfileBuilder {
    let (terms, metiers) = (catalogue.interests().terms(), catalogue.metiers());
    for id in 0..[0, 0, 1, 2][random.index_below(4)] {
        let (fr, en) = (format!("la gêne {id}"), format!("trouble {id}"));
        let kind = [ConstraintKind::Bothers, ConstraintKind::NotPossible][random.index_below(2)];
        let n = 1 + random.index_below(3);
        let lowers = random.distinct_below(terms.len(), n).into_iter().map(|place| &terms[place].label);
        let constraint = lowers.fold(Constraint::new(&format!("limit-{id}"), kind, &fr, &en), |constraint, label| {
            constraint.lowering(label, [0.5, 1.0][usize::from(id == 0)])
        });
        builder = builder.constraint(constraint);
    }
    for _ in 0..[0, 0, 1, 2][random.index_below(4)] {
        let text = text_of(&metiers[random.index_below(metiers.len())]);
        let long: Vec<&str> =
            text.split(|letter: char| !letter.is_alphabetic()).filter(|word| 6 <= word.chars().count()).collect();
        builder = long.get(random.index_below(long.len().max(1))).into_iter().fold(builder, |builder, word| builder.words(word));
    }
    if random.index_below(4) == 0 {
        builder = builder.likes_metier(metiers[random.index_below(metiers.len())].id.clone());
    }
    if random.index_below(4) == 0 {
        builder = builder.riasec(std::array::from_fn(|_| random.index_below(41) as f64));
    }
    builder
}

/// The texts of a fiche in which words are looked for.
fn text_of(metier: &Metier) -> String {
    let title = [&metier.title.heading, &metier.title.feminine, &metier.title.masculine].map(String::as_str).join(" ");
    [Some(title), metier.presentation.clone(), metier.overview.clone()].into_iter().flatten().collect::<Vec<_>>().join(" ")
}

fn texts(list: &Value) -> Vec<&str> {
    list.as_array().expect("is a list").iter().map(|one| one["text"].as_str().or(one.as_str()).expect("is a text")).collect()
}

/// What stands in quotation marks.
fn quoted(text: &str) -> Vec<String> {
    text.split('«').skip(1).filter_map(|part| part.split('»').next()).map(plain).collect()
}

/// A text with plain spaces and apostrophes, as the catalogue has it.
fn plain(text: &str) -> String {
    text.replace(['\u{a0}', '\u{202f}'], " ").replace('’', "'").trim().to_owned()
}

/// The whole numbers of a text, outside of what is quoted.
fn numbers(text: &str) -> Vec<usize> {
    let own: String = text.split(['«', '»']).step_by(2).collect();
    own.split(|character: char| !character.is_ascii_digit()).filter_map(|digits| digits.parse().ok()).collect()
}

/// One métier of a list, and what is known.
struct Told<'a> {
    recommender: &'a Recommender,
    profile: &'a Profile,
    metier: &'a Metier,
    value: &'a Value,
}

impl Told<'_> {
    fn likes(&self, label: &str) -> Option<f64> {
        self.profile.interests().iter().find(|(other, _)| *other == label).map(|(_, answer)| answer)
    }

    fn has_liked(&self, metier: &Metier) -> bool {
        metier.interests.iter().any(|interest| self.likes(interest.as_str()).is_some_and(|answer| 0.0 < answer))
    }

    /// How many of some métiers have a liked interest, and how many they are.
    fn share(&self, is_of: impl Fn(&Metier) -> bool) -> (usize, usize) {
        let of: Vec<_> = self.recommender.catalogue().metiers().iter().filter(|metier| is_of(metier)).collect();
        (of.iter().filter(|metier| self.has_liked(metier)).count(), of.len())
    }

    fn is_of_level(&self) -> bool {
        let (level, wish) = (self.metier.access_level, self.profile.willing());
        let beyond = level.zip(wish).map_or(0, |(level, wish)| level.rung().saturating_sub(wish.rung()));
        self.value["level"].as_str() == level.map(AccessLevel::label) && self.value["beyond"].as_u64() == Some(beyond as u64)
    }

    fn reason_is_true(&self, reason: &Value) -> bool {
        let (text, points) = (reason["text"].as_str().expect("is a text"), reason["points"].as_f64().expect("is a number"));
        let labels = quoted(text);
        let kind = reason["kind"].as_str().expect("is a text");
        let is_said = match (kind, reason["origin"].as_str()) {
            ("interest", Some("answer")) => self.likes_so_many(labels.len(), points),
            ("status", Some("answer")) => self.metier.statuses.iter().any(|status| {
                let answer = self.profile.statuses().iter().find(|(label, _)| *label == status.as_str());
                answer.is_some_and(|(label, answer)| 0.0 < answer && self.points("status", label).to_bits() == points.to_bits())
            }),
            ("sector", Some("answer")) => self.metier.sectors.iter().any(|sector| {
                let answer = self.profile.sectors().iter().find(|(label, _)| *label == sector.as_str());
                answer.is_some_and(|(label, answer)| 0.0 < answer && self.points("sector", label).to_bits() == points.to_bits())
            }),
            ("access_level", Some("answer")) => self.value["reasons"].as_array().is_some_and(|all| all.len() == 1),
            ("words", Some("answer")) => labels.len() == 1 && self.speaks_of(&labels[0]),
            ("similar", Some("answer")) => self.some_term("similar", points, |name| self.is_shared_with_liked(name)),
            ("riasec", Some("answer")) => self.some_term("riasec", points, |letter| self.leans(letter, |above| 0.0 < above)),
            (kind, Some("inference")) => self.guess_is_true(kind, text),
            _ => false,
        };
        is_said && 0.0 < points
    }

    /// Whether a term of a criterion that has these points is as it should be.
    fn some_term(&self, criterion: &str, points: f64, is_true: impl Fn(&str) -> bool) -> bool {
        let terms = self.value["contributions"].as_array().expect("is a list").iter();
        let of = terms.filter(|term| term["criterion"] == criterion && term["origin"] == "answer");
        let equal = of.filter(|term| term["points"].as_f64().is_some_and(|own| own.to_bits() == points.to_bits()));
        equal.filter_map(|term| term["feature"].as_str()).any(is_true)
    }

    /// Whether the student wrote a word, and the fiche has it in some form: one that begins alike.
    fn speaks_of(&self, word: &str) -> bool {
        let folded = |text: &str| boussole::catalogue::label_key(text).to_lowercase();
        let was_written = self.profile.words().iter().any(|text| folded(text).contains(&folded(word)));
        let beginning: String = folded(word).chars().take((word.chars().count() * 3 / 5).max(3)).collect();
        was_written
            && folded(&text_of(self.metier)).split(|letter: char| !letter.is_alphabetic()).any(|own| own.starts_with(&beginning))
    }

    /// Whether the métier and one that the student likes both have an interest, a sector, or a domain of the ROME.
    fn is_shared_with_liked(&self, name: &str) -> bool {
        let has = |metier: &Metier| {
            metier.interests.iter().any(|one| one.as_str() == name)
                || metier.sectors.iter().any(|one| one.as_str() == name)
                || metier.rome_codes.iter().any(|code| code.as_str().starts_with(name))
        };
        let liked = self.profile.liked_metiers().iter().filter_map(|id| self.recommender.catalogue().get(id));
        has(self.metier) && liked.into_iter().any(|metier| has(metier))
    }

    /// Whether the métier has a letter, and the student's score of it less their mean is as it should be.
    fn leans(&self, letter: &str, is_right: impl Fn(f64) -> bool) -> bool {
        let Some(scores) = self.profile.riasec().map(boussole::profile::Riasec::scores) else { return false };
        let above = "RIASEC".find(letter).map(|place| scores[place] - scores.iter().sum::<f64>() / 6.0);
        let mut letters = self.metier.riasec.iter().flat_map(|code| [Some(code.major()), code.minor()]).flatten();
        letters.any(|own| letter == own.as_char().to_string()) && above.is_some_and(is_right)
    }

    /// Whether the student said that something bothers them or is not possible, which lowers an interest of the sheet, or one that is
    /// guessed for a sheet that names none.
    fn is_limited(&self, text: &str) -> bool {
        let lowers = |one: &Constraint| {
            let mut labels = one.lowers();
            self.metier.interests.is_empty()
                || labels.any(|(label, _)| self.metier.interests.iter().any(|own| own.as_str() == label))
        };
        self.profile.constraints().iter().any(|one| plain(text).contains(&format!(": {}", one.fr())) && lowers(one))
    }

    /// The points of a term that the student answered about.
    fn points(&self, criterion: &str, label: &str) -> f64 {
        let mut terms = self.value["contributions"].as_array().expect("is a list").iter();
        let is_it = |term: &&Value| {
            term["criterion"] == criterion && term["feature"].as_str() == Some(label) && term["origin"] == "answer"
        };
        terms.find(is_it).and_then(|term| term["points"].as_f64()).unwrap_or(f64::NAN)
    }

    /// Whether so many interests on the sheet, all liked with answers of one kind, give these points; labels may be shown in other words.
    fn likes_so_many(&self, n: usize, points: f64) -> bool {
        let liked: Vec<(&str, f64)> = self
            .metier
            .interests
            .iter()
            .filter_map(|one| self.likes(one.as_str()).map(|answer| (one.as_str(), answer)))
            .collect();
        let liked: Vec<(&str, f64)> = liked.into_iter().filter(|(_, answer)| 0.0 < *answer).collect();
        (0..1_usize << liked.len()).any(|set| {
            let chosen: Vec<_> =
                liked.iter().enumerate().filter(|(place, _)| set >> place & 1 == 1).map(|(_, one)| one).collect();
            let kinds: BTreeSet<bool> = chosen.iter().map(|(_, answer)| 0.75 <= *answer).collect();
            let sum: f64 = chosen.iter().map(|(label, _)| self.points("interest", label)).sum();
            chosen.len() == n && 0 < n && kinds.len() == 1 && sum.to_bits() == points.to_bits()
        })
    }

    fn guess_is_true(&self, kind: &str, text: &str) -> bool {
        if kind == "interest" {
            let likes = self.profile.interests().iter().any(|(_, answer)| 0.0 < answer);
            return self.metier.interests.is_empty() && likes && quoted(text).len() == 1;
        }
        let counted: Vec<usize> = numbers(text);
        let [n, total] = counted.as_slice() else { return false };
        let (n_all, all) = self.share(|_| true);
        let groups: Vec<(usize, usize)> = match kind {
            "sector" => {
                let is_of = |name: &str, metier: &Metier| metier.sectors.iter().any(|sector| sector.as_str() == name);
                let names = self.metier.sectors.iter().map(boussole::Sector::as_str);
                names.map(|name| self.share(|metier| is_of(name, metier))).collect()
            }
            "domain" => {
                let domains = self.metier.rome_codes.iter().map(|code| &code.as_str()[..3]);
                let is_of =
                    |domain: &str, metier: &Metier| metier.rome_codes.iter().any(|code| code.as_str().starts_with(domain));
                domains.map(|domain| self.share(|metier| is_of(domain, metier))).collect()
            }
            _ => {
                let letters = |metier: &Metier| -> BTreeSet<char> {
                    let all = metier.riasec.iter().flat_map(|code| [Some(code.major()), code.minor()]);
                    all.flatten().map(boussole::catalogue::RiasecLetter::as_char).collect()
                };
                letters(self.metier).into_iter().map(|letter| self.share(|metier| letters(metier).contains(&letter))).collect()
            }
        };
        groups.contains(&(*n, *total)) && n_all * total < n * all && 2 <= *n
    }

    fn check_is_true(&self, check: &Value) -> bool {
        let labels = quoted(check["text"].as_str().expect("is a text"));
        let is_against = |answers: &Answers, label: &str| answers.iter().any(|(other, answer)| other == label && answer < 0.0);
        match check["kind"].as_str() {
            Some("interest") if labels.is_empty() => self.is_limited(check["text"].as_str().expect("is a text")),
            Some("riasec") => {
                let letters = self.metier.riasec.iter().flat_map(|code| [Some(code.major()), code.minor()]).flatten();
                letters.map(|letter| letter.as_char().to_string()).any(|letter| self.leans(&letter, |above| above < 0.0))
            }
            Some("interest") => {
                labels.len() == 1 && self.metier.interests.iter().any(|one| is_against(self.profile.interests(), one.as_str()))
            }
            Some("status") => self.metier.statuses.iter().any(|one| is_against(self.profile.statuses(), one.as_str())),
            Some("sector") => self.metier.sectors.iter().any(|one| is_against(self.profile.sectors(), one.as_str())),
            Some("access_level") => self.value["beyond"].as_u64().is_some_and(|beyond| 0 < beyond),
            _ => false,
        }
    }

    fn check_all(&self, what: &str) {
        let (value, metier) = (self.value, self.metier);
        assert!(self.is_of_level(), "{what}: {value}");
        let all: Vec<&str> = texts(&value["reasons"]).into_iter().chain(texts(&value["checks"])).collect();
        assert_eq!(all.iter().collect::<BTreeSet<_>>().len(), all.len(), "{what}: {all:?}");
        for reason in value["reasons"].as_array().expect("is a list") {
            assert!(self.reason_is_true(reason), "{what}: {reason}");
        }
        for check in value["checks"].as_array().expect("is a list") {
            assert!(self.check_is_true(check), "{what}: {check}");
        }
        let open = metier.interests.iter().map(boussole::Interest::as_str).filter(|label| self.likes(label).is_none());
        assert_eq!(texts(&value["not_answered"]), open.collect::<Vec<_>>(), "{what}");
        let is_official = metier.id.as_str().len() <= "MET.".len() + 5;
        assert_eq!(value["url"].as_str().is_some_and(|url| url.ends_with(metier.id.as_str())), is_official, "{what}");
        let presentation = metier.presentation.as_deref().map(plain);
        let about = value["about"].as_str().map(plain);
        assert_eq!(about.is_some(), presentation.is_some(), "{what}");
        assert!(
            about
                .zip(presentation)
                .is_none_or(|(about, text)| text.starts_with(&about) && about.ends_with(['.', '!', '?', '…', '»'])),
            "{what}"
        );
        let is_tied = value["n_tied"].as_u64().is_some_and(|n| 1 < n);
        assert_eq!(value["stability"] == "lot", is_tied, "{what}: {}", value["stability"]);
    }
}

/// What the groups of a list say.
fn groups_are_true(document: &Value, recommender: &Recommender, profile: &Profile, what: &str) {
    let recommendations = document["recommendations"].as_array().expect("is a list");
    let by_id = |id: &Value| recommendations.iter().find(|one| one["id"] == *id).expect("is shown");
    let everything = recommender.recommend(profile, usize::MAX).expect("labels are known").recommendations;
    let has = |metier: &Metier, field: &Value, label: &Value| {
        let labels: Vec<&str> = match field.as_str() {
            Some("interests") => metier.interests.iter().map(boussole::Interest::as_str).collect(),
            Some("sectors") => metier.sectors.iter().map(boussole::Sector::as_str).collect(),
            _ => metier.statuses.iter().map(boussole::Status::as_str).collect(),
        };
        labels.iter().any(|one| label == one)
    };
    let mut is_tied = false;
    for group in document["groups"].as_array().expect("is a list") {
        let members: Vec<&Value> = group["ids"].as_array().expect("is a list").iter().map(by_id).collect();
        let is_true = match group["kind"].as_str() {
            Some("within_plan") => members.iter().all(|one| one["beyond"] == 0 && !one["level"].is_null()),
            Some("longer") => members.iter().all(|one| one["beyond"].as_u64().is_some_and(|beyond| 0 < beyond)),
            Some("level_unknown") => members.iter().all(|one| one["level"].is_null()),
            Some("shared_reasons") => {
                members.iter().all(|one| texts(&one["reasons"]).join(" ") == group["text"]) && 1 < members.len()
            }
            Some("tied_across") => {
                is_tied = true;
                let last = everything[recommendations.len() - 1].standing;
                let equal: Vec<_> = everything.iter().filter(|one| one.standing.tie_group == last.tie_group).collect();
                let question = &group["tied"]["question"];
                let n_with = equal.iter().filter(|one| has(&one.metier, &question["field"], &question["label"])).count();
                let is_open = profile.interests().iter().all(|(label, answer)| question["label"] != label || answer == 0.0);
                group["tied"]["n_metiers"] == equal.len()
                    && group["tied"]["n_shown"] == members.len()
                    && members.iter().all(|one| one["tie_group"] == last.tie_group)
                    && (question.is_null() || (question["n_with"] == n_with && 0 < n_with && n_with < equal.len() && is_open))
            }
            _ => false,
        };
        assert!(is_true, "{what}: {group}");
    }
    let crosses = everything.get(recommendations.len()).zip(recommendations.last());
    assert_eq!(is_tied, crosses.is_some_and(|(next, last)| last["tie_group"] == next.standing.tie_group), "{what}");
}

/// No line stands twice in what a text says of one métier.
fn nothing_is_said_twice(text: &str, what: &str) {
    let is_name = |line: &str| line.trim_start().split_once(". ").is_some_and(|(rank, _)| rank.parse::<usize>().is_ok());
    let mut lines: BTreeSet<&str> = BTreeSet::new();
    for line in text.lines() {
        if is_name(line) || !line.starts_with("    ") {
            lines.clear();
        }
        assert!(line.trim().is_empty() || lines.insert(line), "{what}: {line:?} twice in\n{text}");
    }
}

#[test]
fn what_is_said_is_true_and_not_said_twice() {
    for is_real in [true, false] {
        let recommender = recommender(is_real);
        let mut random = SplitMix64::new(19);
        for number in 0..N_STUDENTS {
            let profile = recommender.understood(&student(recommender.catalogue(), &mut random));
            let what = format!("student {number} ({})", if is_real { "real" } else { "demo" });
            let ranking = recommender.recommend(&profile, TOP).expect("labels are known");
            let found = stability(&recommender, &profile, TOP).expect("labels are known");
            let report =
                RecommendationReport::new(&recommender, &profile, &ranking).expect("is its own").with_stability(Some(&found));
            let document: Value = serde_json::from_str(&report.json()).expect("is JSON");
            for value in document["recommendations"].as_array().expect("is a list") {
                let id = value["id"].as_str().expect("is a text").parse().expect("an identifier");
                let metier = recommender.catalogue().get(&id).expect("is of the catalogue");
                Told { recommender: &recommender, profile: &profile, metier, value }.check_all(&format!("{what}, {id}"));
            }
            groups_are_true(&document, &recommender, &profile, &what);
            let likes: Vec<&str> = texts(&document["portrait"]["likes"]);
            assert!(profile.interests().iter().all(|(label, answer)| likes.contains(&label) == (0.0 < answer)), "{what}");
            for (language, audience) in [
                (Language::French, Audience::Pupil),
                (Language::French, Audience::Counsellor),
                (Language::English, Audience::Adult),
            ] {
                let voice = Voice { language, audience };
                nothing_is_said_twice(&report.text(voice), &what);
                let other: Value = serde_json::from_str(&report.json_in(voice)).expect("is JSON");
                for value in other["recommendations"].as_array().expect("is a list") {
                    let all: Vec<&str> = texts(&value["reasons"]).into_iter().chain(texts(&value["checks"])).collect();
                    assert_eq!(all.iter().collect::<BTreeSet<_>>().len(), all.len(), "{what}: {all:?}");
                }
            }
        }
    }
}
