//! How a result came about, in words: the four items that French law lists, told so that a family understands them.

use super::voice::Voice;
use super::words::upper;
use boussole::criteria::Origin;
use boussole::features::Criterion;
use boussole::inquiry::{CriterionUsed, DataUsed, FourItems, KindOfData, Operation, SourceOfData};

/// How many decimals weights are told with.
const DECIMALS: usize = 3;

/// So many kinds of data are told in one sentence.
const MAX_KINDS: usize = 4;

/// One of the four items.
pub(super) struct Item {
    pub(super) title: &'static str,
    pub(super) sentences: Vec<String>,
}

/// How the result came about: a title, what it is about, the four items.
pub(super) struct Told {
    pub(super) title: &'static str,
    pub(super) introduction: Vec<&'static str>,
    pub(super) items: [Item; 4],
}

impl Told {
    /// The four items of a list.
    pub(super) fn of_list(items: &FourItems, voice: Voice) -> Self {
        Self::of(items, voice.tell("Comment cette liste est faite", "How this list is made"), voice)
    }

    /// The four items of the score of one métier.
    pub(super) fn of_metier(items: &FourItems, voice: Voice) -> Self {
        Self::of(items, voice.tell("Comment ce résultat est fait", "How this result is made"), voice)
    }

    fn of(items: &FourItems, title: &'static str, voice: Voice) -> Self {
        let law = voice.say(
            [
                "Quand un calcul aide à décider, la loi liste quatre choses à dire (CRPA, art. R. 311-3-1-2).",
                "Les quatre points du CRPA, art. R. 311-3-1-2, sur un traitement algorithmique.",
            ],
            [
                "When a computation helps to decide, French law lists four things to tell (CRPA, art. R. 311-3-1-2).",
                "The four items that French law lists about algorithmic processing (CRPA, art. R. 311-3-1-2).",
            ],
        );
        let no_advice = voice.tell("Lecture d'ingénierie, non avis juridique.", "An engineering reading, no legal advice.");
        let introduction = if voice.has_figures() { vec![law, no_advice] } else { vec![law] };
        Self {
            title,
            introduction,
            items: [contribution(voice), data(items, voice), parameters(items, voice), operations(items, voice)],
        }
    }
}

fn contribution(voice: Voice) -> Item {
    let title = voice.say(
        ["1. La part du calcul", "1. Degré et mode de contribution du traitement"],
        ["1. The part of the computation", "1. Degree and mode of contribution of the processing"],
    );
    let sorts = voice.say(
        ["Le calcul range des pistes, il ne décide de rien.", "Le traitement ordonne des suggestions, il ne décide de rien."],
        ["The computation sorts leads and decides nothing.", "The processing orders suggestions and decides nothing."],
    );
    let decides = voice.say(
        [
            "C'est toi qui choisis, avec les personnes qui t'accompagnent.",
            "La décision est à l'élève, avec les personnes qui l'accompagnent.",
        ],
        ["You choose, with the people who advise you.", "The student decides, with the people who advise them."],
    );
    Item { title, sentences: [sorts, decides].map(str::to_owned).into() }
}

fn data(items: &FourItems, voice: Voice) -> Item {
    let title = voice.say(
        ["2. Les données, et d'où elles viennent", "2. Données traitées et leurs sources"],
        ["2. The data, and where they come from", "2. Data processed and their sources"],
    );
    let of = |source: SourceOfData| -> Vec<String> {
        items.data.iter().filter(|used| used.source == source).map(|used| kind(used, voice)).collect()
    };
    let (given, sheets) = (of(SourceOfData::Student), of(SourceOfData::Catalogue));
    let from_student = voice.say(["De toi", "De l'élève"], ["From you", "From the student"]);
    let from_sheets = voice.tell("Des fiches du catalogue", "From the sheets of the catalogue");
    let colon = voice.colon();
    let mut sentences: Vec<String> =
        given.chunks(MAX_KINDS).map(|some| format!("{from_student}{colon} {}.", voice.listed(some))).collect();
    if given.is_empty() {
        sentences.push(format!("{from_student}{colon} {}.", voice.tell("rien", "nothing")));
    }
    sentences.push(format!("{from_sheets}{colon} {}.", voice.listed(&sheets)));
    let nothing_else = voice.tell(
        "Rien d'autre : ni nom, ni âge, ni genre, ni lieu, ni notes.",
        "Nothing else: no name, age, gender, place or grades.",
    );
    sentences.push(nothing_else.to_owned());
    Item { title, sentences }
}

/// So many data of a kind.
fn kind(used: &DataUsed, voice: Voice) -> String {
    let [[one, many], [english_one, english_many]] = match used.data {
        KindOfData::Interests => [
            ["réponse sur un centre d'intérêt", "réponses sur des centres d'intérêt"],
            ["answer on an interest", "answers on interests"],
        ],
        KindOfData::AccessLevel => [["niveau d'accès", "niveaux d'accès"], ["access level", "access levels"]],
        KindOfData::Statuses => {
            [["réponse sur un statut", "réponses sur des statuts"], ["answer on a status", "answers on statuses"]]
        }
        KindOfData::Sectors => {
            [["réponse sur un secteur", "réponses sur des secteurs"], ["answer on a sector", "answers on sectors"]]
        }
        KindOfData::Riasec => [["profil RIASEC", "profils RIASEC"], ["RIASEC profile", "RIASEC profiles"]],
        KindOfData::LikedMetiers => [["métier aimé", "métiers aimés"], ["liked métier", "liked métiers"]],
        KindOfData::ExcludedMetiers => {
            [["métier à ne pas montrer", "métiers à ne pas montrer"], ["métier not to be shown", "métiers not to be shown"]]
        }
        KindOfData::Gates => [["filtre", "filtres"], ["filter", "filters"]],
        KindOfData::Metiers => [["métier", "métiers"], ["métier", "métiers"]],
    };
    let what = if used.n == 1 { voice.tell(one, english_one) } else { voice.tell(many, english_many) };
    format!("{} {what}", used.n)
}

fn parameters(items: &FourItems, voice: Voice) -> Item {
    let title = voice.say(
        ["3. Ce qui compte, et combien", "3. Paramètres et pondération appliqués à l'élève"],
        ["3. What counts, and how much", "3. Parameters and weighting applied to the student"],
    );
    let criteria = &items.parameters.criteria;
    let mut sentences = Vec::new();
    if criteria.is_empty() {
        let nothing = voice.say(
            ["Rien ne compte encore : tu n'as pas répondu.", "Rien ne compte encore : l'élève n'a pas répondu."],
            ["Nothing counts yet: you have not answered.", "Nothing counts yet: the student has not answered."],
        );
        sentences.push(nothing.to_owned());
    } else if voice.has_figures() {
        sentences.extend(criteria.iter().map(|used| weighted(used, voice)));
        sentences.extend(constants(items, voice));
    } else {
        sentences.push(in_order(criteria, voice));
        sentences.extend(inferred(criteria, voice));
    }
    let same = voice.tell(
        "Ces réglages sont les mêmes pour tout le monde : seules les réponses changent.",
        "These settings are the same for everybody: only the answers change.",
    );
    sentences.push(same.to_owned());
    Item { title, sentences }
}

/// The criteria from the one that counts most to the one that counts least, without a figure.
fn in_order(criteria: &[CriterionUsed], voice: Voice) -> String {
    let mut sorted: Vec<&CriterionUsed> = criteria.iter().collect();
    sorted.sort_by(|left, right| right.weight.total_cmp(&left.weight));
    let same = |left: &&CriterionUsed, right: &&CriterionUsed| left.weight == right.weight;
    let names = |group: &[&CriterionUsed]| -> String {
        let names: Vec<String> = group.iter().map(|used| plain(used.criterion, voice).to_owned()).collect();
        voice.listed(&names)
    };
    let groups: Vec<String> = sorted.chunk_by(same).map(names).collect();
    let (head, separator) =
        (voice.tell("Du plus au moins important :", "From most to least important:"), voice.tell(" ; ", "; "));
    format!("{head} {}.", groups.join(separator))
}

/// The name of a criterion for who knows neither ROME nor RIASEC.
fn plain(criterion: Criterion, voice: Voice) -> String {
    match criterion {
        Criterion::Domain => voice.tell("famille de métiers", "family of métiers").to_owned(),
        Criterion::Riasec => voice.tell("profil (RIASEC)", "profile (RIASEC)").to_owned(),
        criterion => voice.criterion(criterion),
    }
}

/// What the student did not say.
fn inferred(criteria: &[CriterionUsed], voice: Voice) -> Option<String> {
    let names = criteria.iter().filter(|used| used.origin == Origin::Inference);
    let names: Vec<String> = names.map(|used| plain(used.criterion, voice).to_owned()).collect();
    let head = voice.tell("Déduit de tes réponses, sans que tu l'aies dit :", "Inferred from your answers, not said by you:");
    (!names.is_empty()).then(|| format!("{head} {}.", voice.listed(&names)))
}

fn weighted(used: &CriterionUsed, voice: Voice) -> String {
    let origin = match used.origin {
        Origin::Answer => voice.tell("réponse de l'élève", "answered by the student"),
        Origin::Inference => voice.tell("déduit des centres d'intérêt", "inferred from interests"),
    };
    let weight = voice.number(used.weight, DECIMALS);
    format!("{}{} {weight}, {origin}.", upper(&voice.criterion(used.criterion)), voice.colon())
}

/// The constants that the formula has besides weights, where they count.
fn constants(items: &FourItems, voice: Voice) -> Vec<String> {
    let parameters = &items.parameters;
    let counts = |criterion| parameters.criteria.iter().any(|used| used.criterion == criterion);
    let number = |value: f64| voice.number(value, 1);
    let mut told = Vec::new();
    if counts(Criterion::Interest) {
        let kappa = number(parameters.interest_shrinkage);
        told.push(if voice.is_french() {
            format!("Poids d'intérêts inconnus ajouté à chaque fiche, pour qu'une fiche courte ne compte pas comme complète : {kappa}.")
        } else {
            format!("Weight of unknown interests added to each sheet, so that a short one does not count as complete: {kappa}.")
        });
    }
    if counts(Criterion::AccessLevel) {
        let (above, below) = (number(parameters.fall_above_willing), number(parameters.fall_below_reached));
        told.push(if voice.is_french() {
            format!(
                "Préférence perdue par niveau : {above} au-dessus de ce qui est envisagé, {below} au-dessous du niveau atteint."
            )
        } else {
            format!("Preference lost per level: {above} above what the student has in mind, {below} below the level reached.")
        });
    }
    told
}

fn operations(items: &FourItems, voice: Voice) -> Item {
    let title = voice.say(
        ["4. Ce qui est fait, dans l'ordre", "4. Opérations effectuées, dans l'ordre"],
        ["4. What is done, in this order", "4. Operations carried out, in this order"],
    );
    Item { title, sentences: items.operations.iter().flat_map(|operation| done(operation, voice)).collect() }
}

fn done(operation: &Operation, voice: Voice) -> Vec<String> {
    match operation {
        Operation::Filter { n_metiers } => vec![filtered(*n_metiers, voice)],
        Operation::Score { .. } => scored(voice).map(str::to_owned).into(),
        Operation::Order { decimals, seed, .. } => ordered(*decimals, *seed, voice),
        Operation::Vary { method } if voice.has_figures() => {
            vec![format!("{}{} {method}.", voice.tell("La liste est variée", "The list is varied"), voice.colon())]
        }
        Operation::Vary { .. } => vec![
            voice
                .tell("La liste est variée : d'autres métiers y entrent.", "The list is varied: other métiers come in.")
                .to_owned(),
        ],
        Operation::Cut { k } => vec![match (k, voice.is_french()) {
            (1, true) => "La liste s'arrête au premier métier.".to_owned(),
            (1, false) => "The list ends after the first métier.".to_owned(),
            (k, true) => format!("La liste s'arrête aux {k} premiers métiers."),
            (k, false) => format!("The list ends after the first {k} métiers."),
        }],
    }
}

fn filtered(n: usize, voice: Voice) -> String {
    let who = voice
        .say(["Tes filtres laissent", "Les filtres de l'élève laissent"], ["Your filters leave", "The student's filters leave"]);
    match (n, voice.is_french()) {
        (0, true) => "Aucun filtre ne laisse de métier de côté.".to_owned(),
        (0, false) => "No filter leaves a métier out.".to_owned(),
        (1, true) => format!("{who} 1 métier de côté."),
        (1, false) => format!("{who} 1 métier out."),
        (n, true) => format!("{who} {n} métiers de côté."),
        (n, false) => format!("{who} {n} métiers out."),
    }
}

fn scored(voice: Voice) -> [&'static str; 2] {
    [
        voice.say(
            [
                "Chaque métier est comparé à tes réponses, critère par critère.",
                "Points = réponse × part de la fiche × moitié du poids du critère.",
            ],
            [
                "Each métier is compared with your answers, criterion by criterion.",
                "Points = answer × share of the sheet × half the weight of the criterion.",
            ],
        ),
        voice.say(
            [
                "Ce qui va avec tes réponses s'ajoute, ce qui va contre se retire.",
                "Total = somme exacte des points, chaque critère partant de la moitié de son poids.",
            ],
            [
                "What goes with your answers is added, what goes against them is taken off.",
                "Total = exact sum of the points, each criterion starting from half its weight.",
            ],
        ),
    ]
}

fn ordered(decimals: u32, seed: u64, voice: Voice) -> Vec<String> {
    if !voice.has_figures() {
        let order = voice.tell(
            "Les métiers les plus proches de tes réponses viennent en premier ; entre ex æquo, un tirage décide.",
            "The métiers closest to your answers come first; between equals, a draw decides.",
        );
        return vec![order.to_owned()];
    }
    if voice.is_french() {
        vec![
            format!("Ordre : du plus grand total au plus petit, arrondis à {decimals} décimales."),
            format!("Entre ex æquo : tirage reproductible (XXH3 de l'identifiant, graine {seed}), puis identifiant."),
        ]
    } else {
        vec![
            format!("Order: from the highest total to the lowest, rounded to {decimals} decimals."),
            format!("Between equals: a reproducible draw (XXH3 of the identifier, seed {seed}), then the identifier."),
        ]
    }
}
