//! From the heading of a sheet to both forms: « décorateur / décoratrice-scénographe », « ingénieur/e électricien/ne ».

use std::borrow::Cow;

use super::gender::{agreeing_feminine, are_forms, feminine_of, has_one_form, masculine_of, with_ending};

/// Prepositions that a complement of the name begins with.
const PREPOSITIONS: [&str; 12] = ["de", "du", "des", "d'", "en", "à", "au", "aux", "pour", "sur", "dans", "par"];

/// Both forms that a heading in plain typography stands for; `feminine` and `masculine` are equal if it names one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Forms {
    pub(super) feminine: String,
    pub(super) masculine: String,
}

impl Forms {
    /// The forms of a heading.
    pub(super) fn of(heading: &str) -> Self {
        let (masculine, feminine) = alternatives(&with_slashes(heading));
        Self { feminine, masculine }.joined().completed().agreed()
    }

    /// « opérateur et technicien » is one occupation: « opérateur-technicien ».
    fn joined(mut self) -> Self {
        if !self.masculine.contains(" et ") {
            return self;
        }
        let both = |text: &str| text.split(' ').take(3).map(str::to_owned).collect::<Vec<_>>();
        let (masculine, feminine) = (both(&self.masculine), both(&self.feminine));
        if let ([m1, et, m2], [f1, _, f2]) = (&masculine[..], &feminine[..])
            && et == "et"
            && are_forms(m1, f1)
            && are_forms(m2, f2)
        {
            self.masculine = self.masculine.replacen(" et ", "-", 1);
            self.feminine = self.feminine.replacen(" et ", "-", 1);
        }
        self
    }

    /// The other form of a heading with one: « chef de projet », « gouvernante ».
    fn completed(mut self) -> Self {
        if self.feminine != self.masculine {
            return self;
        }
        let mut words = self.masculine.split(' ');
        let head = words.next().unwrap_or_default().to_owned();
        // « content manager »: the occupation is the second word.
        if words.next().is_some_and(has_one_form) {
            return self;
        }
        let other = |of: fn(&str) -> Option<String>| {
            let parts: Vec<Option<String>> = head.split('-').map(of).collect();
            let is_other = parts.iter().any(Option::is_some);
            let parts = parts.into_iter().zip(head.split('-')).map(|(other, own)| other.unwrap_or_else(|| own.to_owned()));
            is_other.then(|| parts.collect::<Vec<_>>().join("-"))
        };
        if let Some(masculine) = other(masculine_of) {
            self.masculine.replace_range(..head.len(), &masculine);
        } else if let Some(feminine) = other(feminine_of) {
            self.feminine.replace_range(..head.len(), &feminine);
        }
        self
    }

    /// Adjectives directly after the name agree with it: « ingénieure technico-commerciale ».
    fn agreed(mut self) -> Self {
        let masculine: Vec<&str> = self.masculine.split(' ').collect();
        let mut feminine: Vec<Cow<'_, str>> = self.feminine.split(' ').map(Cow::from).collect();
        for place in 1..masculine.len().min(feminine.len()) {
            if feminine[place] != masculine[place] {
                continue;
            }
            let (before, last) =
                masculine[place].rsplit_once('-').map_or((None, masculine[place]), |(before, last)| (Some(before), last));
            // « éducateur technique spécialisé »
            if last.ends_with("ique") {
                continue;
            }
            let Some(agreed) = agreeing_feminine(last) else { break };
            feminine[place] = before.map_or_else(|| agreed.clone(), |before| format!("{before}-{agreed}")).into();
        }
        self.feminine = feminine.join(" ");
        self
    }
}

/// The heading with « / », spaced, between forms, whichever way it separates them: « chargé(e) », « chargé·e », « vendeur ou vendeuse ».
fn with_slashes(heading: &str) -> String {
    let spaced = heading.replace(['·', '‧', '•', '/'], " / ").replace(" - ", "-");
    let mut words: Vec<Cow<'_, str>> = Vec::new();
    for word in spaced.split_whitespace() {
        match abbreviated(word) {
            Some((name, ending)) => words.extend([name, "/", ending].map(Cow::from)),
            None => words.push(word.into()),
        }
    }
    for place in 0..words.len().saturating_sub(1) {
        if let Some(name) = words[place].strip_suffix(',')
            && side_of_pair(name, &words[place + 1]).is_some()
        {
            words[place] = format!("{name} /").into();
        }
        if words[place] == "ou" && 0 < place && side_of_pair(&words[place - 1], &words[place + 1]).is_some() {
            words[place] = "/".into();
        }
    }
    words.join(" ")
}

/// The parts of « chargé(e) » and « chargé.e ». A parenthesis of its own explains the name.
fn abbreviated(word: &str) -> Option<(&str, &str)> {
    let (name, ending) = match word.strip_suffix(')') {
        Some(word) => word.rsplit_once('(')?,
        None => word.rsplit_once('.').filter(|(name, ending)| with_ending(name, ending).is_some())?,
    };
    (!name.is_empty() && !ending.is_empty()).then_some((name, ending))
}

/// The masculine and the feminine form of a heading with spaced slashes.
fn alternatives(heading: &str) -> (String, String) {
    let mut parts = heading.split(" / ");
    let first = parts.next().unwrap_or_default().to_owned();
    let rest: Vec<&str> = parts.collect();
    let is_one_pair = rest.len() == 1;
    let (mut masculine, mut feminine) = (first.clone(), first);
    for part in rest {
        if let Some((left, right)) = local_pair(&masculine, &feminine, part) {
            (masculine, feminine) = (left, right);
        } else if let Some((left, right)) = halves(&masculine, part).filter(|_| is_one_pair) {
            (masculine, feminine) = (left, right);
        } else {
            (masculine, feminine) = (either(&masculine, part), either(&feminine, part));
        }
    }
    (masculine, feminine)
}

/// Two neighbours are the forms of one word: « biologiste médical / médicale », « décorateur / décoratrice-scénographe ».
///
/// Returns both forms of the text up to here and of the part.
fn local_pair(masculine: &str, feminine: &str, part: &str) -> Option<(String, String)> {
    let is_end = |character: char| character == ' ' || character == '-';
    let begin = masculine.rfind(is_end).map_or(0, |place| place + 1);
    let (own, end) = (&masculine[begin..], part.find(is_end).unwrap_or(part.len()));
    let (own_feminine, own_masculine) = pair_of(own, &part[..end])?;
    let before_feminine = &feminine[..feminine.rfind(is_end).map_or(0, |place| place + 1)];
    let (before, rest) = (&masculine[..begin], &part[end..]);
    Some((format!("{before}{own_masculine}{rest}"), format!("{before_feminine}{own_feminine}{rest}")))
}

/// The feminine and the masculine of two neighbours, in either order, or of a word and an ending.
fn pair_of(left: &str, right: &str) -> Option<(String, String)> {
    match side_of_pair(left, right) {
        Some(Side::MasculineFirst) => Some((right.to_owned(), left.to_owned())),
        Some(Side::FeminineFirst) => Some((left.to_owned(), right.to_owned())),
        // « miroitier / miroitier »
        None if left == right => Some((feminine_of(left).unwrap_or_else(|| left.to_owned()), left.to_owned())),
        None => with_ending(left, right).map(|feminine| (feminine, left.to_owned())),
    }
}

enum Side {
    MasculineFirst,
    FeminineFirst,
}

fn side_of_pair(left: &str, right: &str) -> Option<Side> {
    if are_forms(left, right) {
        return Some(Side::MasculineFirst);
    }
    are_forms(right, left).then_some(Side::FeminineFirst)
}

/// Two whole halves: « éducateur sportif / éducatrice sportive des activités aquatiques ». What one half has more completes the other.
fn halves(first: &str, second: &str) -> Option<(String, String)> {
    let (own, other) = (split_words(first), split_words(second));
    let (left, right) = own.iter().zip(&other).find(|(left, right)| left != right)?;
    let side = side_of_pair(left, right)?;
    let complete = |half: &[&str], longer: &[&str]| {
        let rest = longer.get(half.len()..).unwrap_or_default();
        half.iter().chain(rest).copied().collect::<String>()
    };
    let (left, right) = (with_separators(first), with_separators(second));
    let (left, right) = (complete(&left, &right), complete(&right, &left));
    Some(match side {
        Side::MasculineFirst => (left, right),
        Side::FeminineFirst => (right, left),
    })
}

/// A slash that separates no forms: « conducteur de train / TGV » drives either.
fn either(before: &str, part: &str) -> String {
    let words: Vec<&str> = before.split(' ').collect();
    let preposition = words.len().checked_sub(2).map(|place| words[place]).filter(|word| PREPOSITIONS.contains(word));
    let repeats = part.split(' ').next().is_some_and(|word| PREPOSITIONS.contains(&word));
    match preposition.filter(|_| !repeats) {
        Some(preposition) => format!("{before} ou {preposition} {part}"),
        None => format!("{before} ou {part}"),
    }
}

/// The words, also inside hyphens.
pub(super) fn split_words(text: &str) -> Vec<&str> {
    text.split([' ', '-', ',']).filter(|word| !word.is_empty()).collect()
}

/// The words with the separator before each.
fn with_separators(text: &str) -> Vec<&str> {
    let mut begins: Vec<usize> = text.match_indices([' ', '-']).map(|(place, _)| place).collect();
    begins.insert(0, 0);
    let ends = begins[1..].iter().copied().chain([text.len()]).collect::<Vec<_>>();
    begins.into_iter().zip(ends).map(|(begin, end)| &text[begin..end]).collect()
}
