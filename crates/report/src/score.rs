//! What the reports on a list and on one métier say about one score: reasons, checks, what is missing, bars, tables of terms.

use boussole::catalogue::{Metier, Training};
use boussole::criteria::Origin;
use boussole::explanation::{Contribution, Explanation, Points};
use boussole::features::Criterion;
use boussole::inquiry::MetierStability;
use boussole::weights::Weights;

use crate::render::{Bar, Bars, Cell, Facts, Group, Item, Link, Mark, Pair, Phrase, Scale, Table};
use crate::statement::{AccessFact, Check, CheckCase, Known, Missing, NotAnswered, Reason, first_sentence, url};
use crate::voice::Voice;
use crate::words::{POINT_DECIMALS, WEIGHT_DECIMALS, message, values};

/// At most so many terms have a bar of their own; the others are one bar together, so that all bars sum to what answers changed.
const MAX_BARS: usize = 5;

/// The longest label that the room beside a bar holds.
const MAX_LABEL_CHARS: usize = 28;

/// How many decimals answers have.
const ANSWER_DECIMALS: usize = 2;

/// The most characters of a text on studies.
const MAX_STUDIES_CHARS: usize = 160;

/// One score, and what is needed to speak about it.
#[derive(Clone, Copy)]
pub(crate) struct Score<'a> {
    pub(crate) metier: &'a Metier,
    pub(crate) explanation: &'a Explanation,
    pub(crate) known: &'a Known<'a>,
    /// The template of links, if the caller has one.
    pub(crate) link: Option<&'a str>,
    pub(crate) voice: Voice,
}

impl<'a> Score<'a> {
    /// What raises it.
    pub(crate) fn reasons(self) -> Vec<Reason<'a>> {
        Reason::all(self.metier, self.explanation, self.known)
    }

    /// What is to be checked.
    pub(crate) fn checks(self) -> Vec<Check<'a>> {
        Check::strongest(self.metier, self.explanation, self.known.profile)
    }

    /// The reasons, said; that there are none, where nothing speaks for the métier.
    pub(crate) fn reason_items(self) -> Vec<Item> {
        let said = |reason: &Reason<'_>| self.item(Mark::For, self.voice.reason(reason), reason.origin());
        let items: Vec<Item> = self.reasons().iter().map(said).collect();
        if items.is_empty() { vec![Item::new(Mark::Note, self.voice.words(message::REASON_NONE))] } else { items }
    }

    /// What is the métier's own: what else its sheet says, checks, and what the sheet does not say.
    pub(crate) fn own_items(self) -> Vec<Item> {
        let voice = self.voice;
        // The level is a badge.
        let checks = self.checks().into_iter().filter(|check| !matches!(check.case(), CheckCase::Level(_)));
        let checks: Vec<Check<'_>> = checks.collect();
        let not_answered = NotAnswered::of(self.metier, &self.known.portrait);
        let mut items: Vec<Item> = Vec::new();
        items.extend(not_answered.map(|open| Item::new(Mark::Note, voice.not_answered(&open))));
        items.extend(checks.iter().map(|check| {
            let origin = check.term().map_or(Origin::Answer, |term| term.origin);
            self.item(Mark::Against, voice.check(check), origin)
        }));
        let told = self.reasons().iter().map(Reason::points).chain(checks.iter().map(Check::points)).sum();
        items.extend(voice.has_figures().then(|| Item::new(Mark::Note, self.sum(told))));
        let missing = if voice.has_figures() { Missing::all(self.explanation) } else { Missing::spoken(self.explanation) };
        items.extend(missing.into_iter().map(|missing| Item::new(Mark::Unknown, voice.missing(missing))));
        items
    }

    /// Everything that is said about it.
    pub(crate) fn items(self) -> Vec<Item> {
        self.reason_items().into_iter().chain(self.own_items()).collect()
    }

    /// A sentence about a term. That a value was inferred is in a counsellor's sentence; for the student it is a tag.
    fn item(self, mark: Mark, text: String, origin: Origin) -> Item {
        let is_tagged = origin == Origin::Inference && !self.voice.has_figures();
        Item { mark, text, tag: is_tagged.then(|| self.voice.words(message::PAGE_INFERRED_TAG)) }
    }

    /// The score from where it starts, through what is told and what is not.
    fn sum(self, told: Points) -> String {
        let terms = self.explanation.contributions();
        let start: Points = terms.filter(|term| term.feature.is_none()).map(|term| term.points).sum();
        let score = self.explanation.score();
        let others = score - start - told;
        let number = |points: Points| self.voice.number(points.value(), POINT_DECIMALS);
        let others = self.voice.signed(others.value(), POINT_DECIMALS);
        self.voice.words_with(message::SCORE_SUM, values![start = number(start), others, total = number(score)])
    }

    /// What stands below the name.
    pub(crate) fn facts(self, place: Option<&MetierStability>, notes: Vec<String>) -> Facts {
        let (voice, level) = (self.voice, self.metier.access_level);
        let access = if level.is_some() { message::PAGE_ACCESS } else { message::PAGE_NO_ACCESS };
        let link = |url| Link { name: voice.words(message::WAY_FICHE), url };
        Facts {
            access: voice.words(access),
            level: level.map(|level| voice.level(level)),
            fit: level.and_then(|level| AccessFact::of(level, self.known.profile)).map(|fact| voice.fit(fact)),
            badge: place.map(|place| (place.robustness(), voice.robustness(place.robustness()))),
            about: first_sentence(self.metier),
            notes,
            way: self.way(),
            link: url(self.metier, self.link).map(link),
        }
    }

    /// Studies after each class, trainings and statuses, as far as the sheet gives them.
    fn way(self) -> Vec<Pair> {
        let voice = self.voice;
        let pair = |name: String, said: String| Pair {
            name: voice.words_with(message::WITH_COLON, values![name]),
            said: Phrase::Label(said),
        };
        let named = |name, said: Vec<String>| (!said.is_empty()).then(|| pair(voice.words(name), said.join(", ")));
        let studies = self.metier.studies.iter().filter(|path| !path.text.trim().is_empty()).map(|path| {
            let name = if path.heading.is_empty() { voice.words(message::WAY_STUDIES) } else { path.heading.clone() };
            pair(name, shortened(&path.text, MAX_STUDIES_CHARS))
        });
        let training = |training: &Training| match &training.id {
            None => training.label.clone(),
            Some(id) => voice.words_with(message::WAY_TRAINING, values![label = training.label.as_str(), id = id.as_str()]),
        };
        let trainings = self.metier.trainings.iter().map(training).collect();
        let statuses = self.metier.statuses.iter().map(|status| voice.shown(status.as_str())).collect();
        studies.chain(named(message::WAY_TRAININGS, trainings)).chain(named(message::WAY_STATUSES, statuses)).collect()
    }

    /// The bars of the score, strongest first. Returns `None` when no answer changed it.
    pub(crate) fn bars(self, picture: String, name: &str, scale: Scale) -> Option<Bars> {
        let terms = bars(self.explanation, self.voice);
        let title = self.voice.words_with(message::BARS_TITLE, values![name]);
        let separator = self.voice.words(message::ANSWERS_SEPARATOR);
        (!terms.is_empty()).then_some(Bars { name: picture, title, terms, scale, separator })
    }

    /// Every term, with a column of its own for the criterion.
    pub(crate) fn table(self) -> Table {
        let voice = self.voice;
        let columns = [
            message::TERMS_CRITERION,
            message::TERMS_ELEMENT,
            message::TERMS_ANSWER,
            message::TERMS_SHARE_OF_SHEET,
            message::POINTS,
        ];
        let row = |term: Contribution<'_>| {
            let [answer, share, points] = numbers(&term, voice);
            let element = term.feature.map_or_else(|| voice.words(message::STARTING_POINT), |feature| voice.shown(feature));
            vec![Cell::Text(criterion(&term, voice)), Cell::Text(element), answer, share, points]
        };
        let mut table = Table::with_text(2, columns.map(|column| voice.words(column)));
        table.groups.push(Group {
            rows: self.explanation.contributions().map(row).collect(),
            total: Some(self.total()),
            ..Group::default()
        });
        table
    }

    /// Every term below the name of the métier, and what the sheet does not say.
    pub(crate) fn group(self, name: String) -> Group {
        let voice = self.voice;
        let row = |term: Contribution<'_>| {
            let [answer, share, points] = numbers(&term, voice);
            let criterion = criterion(&term, voice);
            let element = match term.feature {
                None => Cell::Text(voice.named(&criterion, &voice.words(message::STARTING_POINT))),
                Some(feature) => {
                    Cell::Named(voice.words_with(message::WITH_COLON, values![name = criterion]), voice.shown(feature))
                }
            };
            vec![element, answer, share, points]
        };
        let missing: Vec<String> = self.explanation.missing().map(|criterion| voice.criterion(criterion)).collect();
        let note = || voice.words_with(message::DIGITS_MISSING, values![criteria = missing.join(", ")]);
        Group {
            label: Some(name),
            rows: self.explanation.contributions().map(row).collect(),
            note: (!missing.is_empty()).then(note),
            total: Some(self.total()),
        }
    }

    fn total(self) -> (String, String) {
        (self.voice.words(message::TOTAL), self.voice.number(self.explanation.score().value(), POINT_DECIMALS))
    }
}

/// The weights that were applied, and the fingerprint of the catalogue.
pub(crate) fn basis(weights: &Weights, fingerprint: &str, voice: Voice) -> String {
    let counted = weights.iter().filter(|(_, weight)| 0.0 < *weight);
    let part = |(criterion, weight)| format!("{} {}", voice.criterion(criterion), voice.number(weight, WEIGHT_DECIMALS));
    let parts: Vec<String> = counted.map(part).collect();
    let weights = if parts.is_empty() { voice.words(message::LIST_NO_WEIGHTS) } else { parts.join(", ") };
    voice.words_with(message::LIST_BASIS, values![weights, fingerprint])
}

/// How to read the pictures of these scores: only what they show.
pub(crate) fn legend<'a>(explanations: impl Iterator<Item = &'a Explanation>, voice: Voice) -> Vec<String> {
    let (mut has_bars, mut has_inferred) = (false, false);
    for term in explanations.flat_map(Explanation::contributions).filter(|term| term.feature.is_some()) {
        has_bars = true;
        has_inferred |= term.origin == Origin::Inference;
    }
    let told = [(has_bars, message::LEGEND_BARS), (has_inferred, message::LEGEND_INFERRED)];
    told.into_iter().filter(|(is_shown, _)| *is_shown).map(|(_, message)| voice.words(message)).collect()
}

/// The scale that holds the bars of all these scores.
pub(crate) fn scale<'a>(explanations: impl Iterator<Item = &'a Explanation>) -> Scale {
    let all = explanations.flat_map(|explanation| bars(explanation, Voice::default()));
    all.fold(Scale::default(), |scale, bar| Scale { up: scale.up.max(bar.points), down: scale.down.max(-bar.points) })
}

/// The strongest terms, the level behind what was answered, and the sum of the others; terms of no points are left out.
fn bars(explanation: &Explanation, voice: Voice) -> Vec<Bar> {
    let is_told = |term: &Contribution<'_>| term.feature.is_some() && term.points != Points::ZERO;
    let mut terms: Vec<Contribution<'_>> = explanation.contributions().filter(is_told).collect();
    terms.sort_by(|left, right| right.points.value().abs().total_cmp(&left.points.value().abs()));
    // One more bar for one more term says more than « the others ».
    let n_own = if terms.len() <= MAX_BARS + 1 { terms.len() } else { MAX_BARS };
    let others: Points = terms.split_off(n_own).iter().map(|term| term.points).sum();
    terms.sort_by_key(|term| term.criterion == Criterion::AccessLevel);
    let bar = |term: &Contribution<'_>| {
        let (label, is_inferred) = (voice.bar(term), term.origin == Origin::Inference);
        let said = if is_inferred { voice.inferred(&label) } else { label.clone() };
        Bar {
            label: shortened(&label, MAX_LABEL_CHARS),
            said,
            points: term.points.value(),
            is_inferred,
            is_level: term.criterion == Criterion::AccessLevel,
        }
    };
    let mut bars: Vec<Bar> = terms.iter().map(bar).collect();
    if others != Points::ZERO {
        let label = voice.words(message::BARS_OTHERS);
        bars.push(Bar { said: label.clone(), label, points: others.value(), is_inferred: false, is_level: true });
    }
    bars
}

/// The name of the criterion of a term, marked where its value was inferred.
fn criterion(term: &Contribution<'_>, voice: Voice) -> String {
    let name = voice.criterion(term.criterion);
    if term.origin == Origin::Inference { voice.inferred(&name) } else { name }
}

/// The answer, the share of the sheet and the points of a term; the neutral part of a criterion has points only.
fn numbers(term: &Contribution<'_>, voice: Voice) -> [Cell; 3] {
    let points = Cell::Text(voice.signed(term.points.value(), POINT_DECIMALS));
    if term.feature.is_none() {
        return [Cell::Nothing, Cell::Nothing, points];
    }
    let answer = voice.signed(term.answer, ANSWER_DECIMALS);
    [Cell::Text(answer), Cell::Text(voice.number(term.value, POINT_DECIMALS)), points]
}

/// The beginning of a text, at most so many characters, broken after a sentence or else between words.
fn shortened(text: &str, max_chars: usize) -> String {
    let words: Vec<&str> = text.split_whitespace().collect();
    let whole = words.join(" ");
    if whole.chars().count() <= max_chars {
        return whole;
    }
    let beginning: String = whole.chars().take(max_chars).collect();
    let sentence = beginning.rfind(". ").map(|end| &beginning[..=end]);
    if let Some(sentence) = sentence.filter(|sentence| max_chars < 2 * sentence.chars().count()) {
        return sentence.to_owned();
    }
    let between = beginning.rfind(' ').map_or(beginning.as_str(), |space| &beginning[..space]);
    format!("{}…", between.trim_end_matches([',', ';', ':', ' ', '«', '-']))
}

#[cfg(test)]
mod tests {
    //! Properties: texts are cut where a reader would.

    use super::*;

    #[test]
    fn texts_are_cut_after_a_sentence_or_a_word() {
        assert_eq!(shortened("Un  mot.\n", 20), "Un mot.");
        assert_eq!(shortened("Une phrase. Une autre phrase.", 20), "Une phrase.");
        assert_eq!(shortened("Une. Une phrase bien plus longue.", 20), "Une. Une phrase…");
        assert_eq!(shortened("Des pierres, des bois.", 14), "Des pierres…");
        assert_eq!(shortened("anticonstitutionnellement", 4), "anti…");
    }
}
