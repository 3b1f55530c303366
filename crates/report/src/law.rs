//! How a result came about: the four items that French law lists, told so that a family understands them.

use boussole::criteria::Origin;
use boussole::features::Criterion;
use boussole::inquiry::{CriterionUsed, DataUsed, FourItems, KindOfData, Operation, SourceOfData};

use crate::render::{Block, Section};
use crate::voice::Voice;
use crate::words::message::{self, Message};
use crate::words::{WEIGHT_DECIMALS, upper, values};

/// So many kinds of data are told in one sentence.
const MAX_KINDS: usize = 4;

/// How many decimals the constants of the formula have.
const CONSTANT_DECIMALS: usize = 1;

/// How a result came about: a title, what it is about, the four items.
pub(crate) struct HowMade {
    pub(crate) title: String,
    introduction: Vec<String>,
    items: [LawItem; 4],
}

/// One of the four items.
struct LawItem {
    title: String,
    sentences: Vec<String>,
}

impl HowMade {
    /// The four items of a list.
    pub(crate) fn of_list(items: &FourItems, voice: Voice) -> Self {
        Self::of(items, message::LAW_TITLE_LIST, voice)
    }

    /// The four items of the score of one métier.
    pub(crate) fn of_metier(items: &FourItems, voice: Voice) -> Self {
        Self::of(items, message::LAW_TITLE_METIER, voice)
    }

    fn of(items: &FourItems, title: Message, voice: Voice) -> Self {
        let no_advice = voice.has_figures().then(|| voice.words(message::LAW_NO_ADVICE));
        let item = |title, sentences| LawItem { title: voice.words(title), sentences };
        let part = [message::LAW_SORTS, message::LAW_DECIDES].map(|sentence| voice.words(sentence));
        Self {
            title: voice.words(title),
            introduction: std::iter::once(voice.words(message::LAW_INTRODUCTION)).chain(no_advice).collect(),
            items: [
                item(message::LAW_PART, part.into()),
                item(message::LAW_DATA, data(items, voice)),
                item(message::LAW_WEIGHTS, weights(items, voice)),
                item(message::LAW_OPERATIONS, items.operations.iter().flat_map(|one| operation(one, voice)).collect()),
            ],
        }
    }

    /// The four items below a heading, as paragraphs and lists.
    pub(crate) fn blocks(self) -> Vec<Block> {
        let introduction = Block::paragraphs(self.introduction);
        let item = |item: LawItem| [Block::Paragraph(item.title), Block::List(item.sentences)];
        introduction.into_iter().chain(self.items.into_iter().flat_map(item)).collect()
    }

    /// The four items in a document whose introduction is one paragraph.
    pub(crate) fn sheet(self) -> Block {
        let introduction = self.introduction.join(" ");
        self.disclosure(vec![Block::Paragraph(introduction)], None)
    }

    /// The four items in a page.
    pub(crate) fn page(mut self, voice: Voice) -> Block {
        let introduction = std::mem::take(&mut self.introduction);
        let hint = Block::PrintHint(voice.words(message::PAGE_PRINT_HINT));
        self.disclosure(Block::paragraphs(introduction), Some(hint))
    }

    fn disclosure(self, introduction: Vec<Block>, hint: Option<Block>) -> Block {
        let item = |item: LawItem| Block::Section(Section::new("", item.title, vec![Block::List(item.sentences)]));
        let blocks = introduction.into_iter().chain(self.items.map(item)).chain(hint).collect();
        Block::Disclosure(Section::new("fait", self.title, blocks))
    }
}

fn data(items: &FourItems, voice: Voice) -> Vec<String> {
    let of = |source: SourceOfData| -> Vec<String> {
        items.data.iter().filter(|used| used.source == source).map(|used| kind(used, voice)).collect()
    };
    let mut given = of(SourceOfData::Student);
    if given.is_empty() {
        given.push(voice.words(message::NOTHING));
    }
    let told = |message, data: &[String]| voice.words_with(message, values![data = voice.listed(data)]);
    let from_student = given.chunks(MAX_KINDS).map(|some| told(message::LAW_FROM_STUDENT, some));
    let from_sheets = told(message::LAW_FROM_SHEETS, &of(SourceOfData::Catalogue));
    from_student.chain([from_sheets, voice.words(message::LAW_NOTHING_ELSE)]).collect()
}

/// So many data of a kind.
fn kind(used: &DataUsed, voice: Voice) -> String {
    let message = match used.data {
        KindOfData::Interests => message::DATA_INTERESTS,
        KindOfData::AccessLevel => message::DATA_LEVELS,
        KindOfData::Statuses => message::DATA_STATUSES,
        KindOfData::Sectors => message::DATA_SECTORS,
        KindOfData::Riasec => message::DATA_RIASEC,
        KindOfData::Words => message::DATA_WORDS,
        KindOfData::Constraints => message::DATA_CONSTRAINTS,
        KindOfData::LikedMetiers => message::DATA_LIKED,
        KindOfData::ExcludedMetiers => message::DATA_EXCLUDED,
        KindOfData::Gates => message::DATA_FILTERS,
        KindOfData::Metiers => message::DATA_METIERS,
    };
    voice.words_with(message, values![n = used.n])
}

fn weights(items: &FourItems, voice: Voice) -> Vec<String> {
    let criteria = &items.parameters.criteria;
    let mut sentences = match (criteria.as_slice(), voice.has_figures()) {
        ([], _) => vec![voice.words(message::LAW_NOTHING_COUNTS)],
        (criteria, true) => criteria
            .iter()
            .map(|used| weighted(used, voice))
            .chain(factors(items, voice))
            .chain(constants(items, voice))
            .collect(),
        (criteria, false) => {
            std::iter::once(in_order(criteria, voice)).chain(factors(items, voice)).chain(inferred(criteria, voice)).collect()
        }
    };
    sentences.push(voice.words(message::LAW_SAME));
    sentences
}

/// The criteria from the one that counts most to the one that counts least, without a figure.
fn in_order(criteria: &[CriterionUsed], voice: Voice) -> String {
    let mut sorted: Vec<&CriterionUsed> = criteria.iter().collect();
    sorted.sort_by(|left, right| right.weight.total_cmp(&left.weight));
    let same = |left: &&CriterionUsed, right: &&CriterionUsed| left.weight == right.weight;
    let names = |group: &[&CriterionUsed]| -> String {
        let names: Vec<String> = group.iter().map(|used| plain(used.criterion, voice)).collect();
        voice.listed(&names)
    };
    let groups: Vec<String> = sorted.chunk_by(same).map(names).collect();
    voice.words_with(message::LAW_IN_ORDER, values![criteria = groups.join(&voice.words(message::ANSWERS_SEPARATOR))])
}

/// Interests that count more or less than their rarity says, where interests count.
fn factors(items: &FourItems, voice: Voice) -> Vec<String> {
    let (parameters, quoted) = (&items.parameters, |interest| voice.quoted(&voice.shown(interest)));
    let is_counted = |used: &CriterionUsed| matches!(used.criterion, Criterion::Interest | Criterion::Related);
    let factors: Vec<(&str, f64)> = parameters.interest_factors.iter().collect();
    if factors.is_empty() || !parameters.criteria.iter().any(is_counted) {
        return Vec::new();
    }
    if voice.has_figures() {
        let one = |(interest, factor)| {
            let (interest, factor) = (quoted(interest), voice.number(factor, WEIGHT_DECIMALS));
            voice.words_with(message::LAW_FACTOR, values![interest, factor])
        };
        return factors.into_iter().map(one).collect();
    }
    let interests: Vec<String> = factors.into_iter().map(|(interest, _)| quoted(interest)).collect();
    vec![voice.words_with(message::LAW_FACTORS, values![interests = voice.listed(&interests)])]
}

/// The name of a criterion for somebody who knows neither ROME nor RIASEC.
fn plain(criterion: Criterion, voice: Voice) -> String {
    match criterion {
        Criterion::Domain => voice.words(message::LAW_FAMILY),
        Criterion::Riasec => voice.words(message::LAW_RIASEC),
        criterion => voice.criterion(criterion),
    }
}

/// What the student did not say.
fn inferred(criteria: &[CriterionUsed], voice: Voice) -> Option<String> {
    let names = criteria.iter().filter(|used| used.origin == Origin::Inference);
    let names: Vec<String> = names.map(|used| plain(used.criterion, voice)).collect();
    (!names.is_empty()).then(|| voice.words_with(message::LAW_INFERRED, values![criteria = voice.listed(&names)]))
}

fn weighted(used: &CriterionUsed, voice: Voice) -> String {
    let message = match used.origin {
        Origin::Answer | Origin::Constraint => message::LAW_WEIGHTED,
        Origin::Inference => message::LAW_WEIGHTED_INFERRED,
    };
    let (criterion, weight) = (upper(&voice.criterion(used.criterion)), voice.number(used.weight, WEIGHT_DECIMALS));
    voice.words_with(message, values![criterion, weight])
}

/// The constants that the formula has besides weights, where they count.
fn constants(items: &FourItems, voice: Voice) -> Vec<String> {
    let parameters = &items.parameters;
    let counts = |criterion| parameters.criteria.iter().any(|used| used.criterion == criterion);
    let number = |value: f64| voice.number(value, CONSTANT_DECIMALS);
    let shrinkage = counts(Criterion::Interest)
        .then(|| voice.words_with(message::LAW_SHRINKAGE, values![weight = number(parameters.interest_shrinkage)]));
    let level = counts(Criterion::AccessLevel).then(|| {
        let (above, below) = (number(parameters.fall_above_willing), number(parameters.fall_below_willing));
        let slopes =
            voice.words_with(message::LAW_SLOPES, values![above, below, reached = number(parameters.fall_below_reached)]);
        [slopes, voice.words_with(message::LAW_FULL_LEVEL, values![n = parameters.full_level])]
    });
    shrinkage.into_iter().chain(level.into_iter().flatten()).collect()
}

fn operation(operation: &Operation, voice: Voice) -> Vec<String> {
    match operation {
        Operation::Filter { n_metiers } => vec![voice.words_with(message::LAW_FILTER, values![n = *n_metiers])],
        Operation::Score { .. } => [message::LAW_COMPARED, message::LAW_ADDED].map(|sentence| voice.words(sentence)).into(),
        Operation::Order { decimals, seed, .. } => {
            let ordered = voice.words_with(message::LAW_ORDERED, values![decimals = *decimals]);
            let draw = || voice.words_with(message::LAW_DRAW, values![seed = seed.to_string()]);
            std::iter::once(ordered).chain(voice.has_figures().then(draw)).collect()
        }
        Operation::Vary { method } => vec![voice.words_with(message::LAW_VARIED, values![method = method.clone()])],
        Operation::Cut { k } => vec![voice.words_with(message::LAW_CUT, values![n = *k])],
    }
}
