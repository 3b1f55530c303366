// The documents of boussole as types: what goes in, and what comes out. `test/golden.ts` holds them to documents that the program wrote.

// ------------------------------------------------------------------------------------------------------------- what goes in

/** The ladder of access levels, lowest first. */
export const accessLevels = [
  'sans diplôme', '3e', 'diplôme national du brevet', 'CAP ou équivalent', 'Bac ou équivalent', 'Bac + 1', 'Bac + 2', 'Bac + 3', 'Bac + 4',
  'Bac + 5', 'Bac + 6', 'Bac + 7', 'Bac + 8', 'Bac + 9 et plus',
] as const;
export type AccessLevel = (typeof accessLevels)[number];

/** What a student says. Answers are in [-1, 1]; there is no name, age, gender, place or grade, and unknown keys are errors. */
export interface Profile {
  /** Who a line of a batch is about; ranking does not look at it. */
  id?: string | number;
  /** Decides among equal scores; a safe integer. */
  seed?: number;
  interests?: Record<string, number>;
  access_level?: { reached?: AccessLevel; willing?: AccessLevel };
  statuses?: Record<string, number>;
  sectors?: Record<string, number>;
  riasec?: Record<'R' | 'I' | 'A' | 'S' | 'E' | 'C', number>;
  /** Words of the student's own: « dessiner », « mangas ». */
  words?: string | string[];
  /** What bothers the student, or is not possible for them, and which interests it lowers. */
  constraints?: Constraint[];
  metiers?: { likes?: string[]; show_liked?: boolean; exclude?: string[] };
  gates?: { max_access_level?: AccessLevel; statuses?: string[]; sectors?: string[]; keep_refused?: boolean };
}
export interface Constraint { id: string; kind?: 'bothers' | 'not_possible'; fr: string; en: string; lowers: Record<string, number> }

export type Criterion = 'interest' | 'related' | 'access_level' | 'status' | 'sector' | 'riasec' | 'domain' | 'similar' | 'words';
export type Weights = Record<Criterion, number>;

/** In which language, and to whom, sentences speak: French to a pupil, if nothing is said. Labels of the catalogue stay French. */
export interface Voice { language?: 'fr' | 'en'; audience?: 'pupil' | 'adult' | 'counsellor' }
/** How many métiers a list has: 10, if nothing is said. */
export interface TopOptions extends Voice { top?: number }
export interface ExplainOptions extends TopOptions {
  /** Whether it is said how sure places are (yes, if nothing is said), which takes much longer than the list itself. */
  stability?: boolean;
  /** The address of a fiche, with `{id}` in place of the identifier; that of Onisep for its métiers, if nothing is said. */
  link?: string;
}
export interface ListOptions extends ExplainOptions { diversity?: Diversity }
export type Diversity = 'none' | 'xquad' | 'mmr' | `xquad=${number}` | `mmr=${number}`;
/** How many métiers at each level: 3, if nothing is said. */
export interface LadderOptions extends Voice { each?: number }
export interface RecordOptions { top?: number; diversity?: Diversity }

/** A question to a recommender and what it is about, as `say`, `page`, `pageParts` and `write` take it. */
export type Asked =
  | [what: 'recommend', profile: Profile, options?: ListOptions | undefined]
  | [what: 'explain', profile: Profile, metier: string, options?: ExplainOptions | undefined]
  | [what: 'compare', profile: Profile, first: string, second: string, options?: Voice | undefined]
  | [what: 'whatIf', profile: Profile, metier: string, options?: TopOptions | undefined]
  | [what: 'stability', profile: Profile, options?: TopOptions | undefined]
  | [what: 'ladder', profile: Profile, options?: LadderOptions | undefined]
  | [what: 'replay', record: string, options?: Voice | undefined];

/** The forms of a document: data, sentences in parts, a text, a text with every number, a page, a page in parts. */
export type Form = 'json' | 'said' | 'text' | 'markdown' | 'html' | 'html_parts';

// ------------------------------------------------------------------------------------------------------------- what is wrong

/** One thing that is wrong: what was expected, what was found, where, and how to repair it. */
export interface Problem { message: string; source?: string; line?: number; metier?: string; field?: string; nearest?: string[] }
export type FailureKind =
  | 'catalogue' | 'weights' | 'profile' | 'options' | 'metier' | 'quiz' | 'session' | 'record' | 'not_loaded' | 'disposed' | 'fault';

// ------------------------------------------------------------------------------------------------------------- the catalogue

export interface Metier {
  id: string;
  title: { heading: string; feminine: string; masculine: string };
  rome_codes?: string[];
  riasec?: string[];
  access_level?: AccessLevel;
  statuses?: string[];
  interests?: string[];
  sectors?: string[];
  domains?: string[];
  trainings?: Training[];
  presentation?: string;
  overview?: string;
  studies?: StudyPath[];
  other_sections?: { heading: string; text: string }[];
}
export interface Training { id?: string; label: string }
export interface StudyPath { heading: string; after?: AccessLevel | AccessLevel[]; text: string }
/** A label that a profile may use, and how many métiers carry it. */
export interface Label { label: string; id?: string; n_metiers: number }

// ------------------------------------------------------------------------- documents, as `--format json` of the program writes them

export type Origin = 'answer' | 'constraint' | 'inference';
export interface Contribution {
  criterion: Criterion; feature: string | null; origin: Origin | null;
  answer: number; value: number; coefficient: number; points: number;
}
/** A profile as it was understood. */
export type UnderstoodProfile = Profile & Required<Pick<Profile, 'seed'>>;
/** What was asked, and of what. */
export interface Head {
  catalogue: { n_metiers: number; fingerprint: string };
  weights: Weights; applied_weights: Weights; profile: UnderstoodProfile; portrait: Portrait; warnings: Warning[];
}
/** What the student likes and avoids, by label. */
export interface Portrait {
  likes: string[]; avoids: string[]; neither: string[]; constraints: Constraint[]; not_possible: string[]; left_open: string[]; not_asked: string[];
  /** What the student wrote, where they did. */
  words?: string[];
}
/** What the student said that the catalogue cannot hear. */
export interface Warning { text: string }
export type Sureness = 'stable' | 'fragile' | 'lot';

/** A métier with its score, and with what an app needs to show it without a sentence of its own. */
export interface Told {
  id: string; title: { feminine: string; masculine: string };
  /** The sum of the points of `contributions`. */
  score: number; tie_group: number | null; n_tied: number | null; contributions: Contribution[]; missing: Criterion[];
  level: AccessLevel | null;
  /** Rungs above how far the student wants to study. */
  beyond: number;
  /** The first sentence of the presentation. */
  about: string | null; url: string | null; stability: Sureness | null;
  reasons: { text: string; kind: Criterion; origin: Origin | null; points: number }[];
  checks: { text: string; kind: Criterion }[];
  /** Interests of the fiche that the student was not asked about. */
  not_answered: string[];
  studies: StudyPath[]; trainings: Training[]; statuses: string[];
}
export interface Recommended extends Told { rank: number; tie_group: number; n_tied: number; moved?: Moved }
/** Why a varied list has a métier here. */
export interface Moved {
  raw_rank: number; relevance_gain: number; diversity_gain: number; aspect: string | null; n_above_with_aspect: number | null;
}
export type GateReason = 'exclude' | 'liked' | 'max_access_level' | 'statuses' | 'sectors' | 'refused_statuses' | 'refused_sectors';
export interface Group { kind: string; text: string; ids: string[]; tied?: TiedAcross }
/** Métiers of one score, some shown and others not, and the question that would part them best. */
export interface TiedAcross { n_metiers: number; n_shown: number; question: { field: string; label: string; n_with: number } | null }
export interface Recommendations extends Head {
  schema: 'boussole/recommendation/3';
  diversity?: string;
  recommendations: Recommended[];
  excluded: { reason: GateReason; n_metiers: number; n_without_data: number }[];
  n_ranked: number;
  /** When nothing is left: what comes back without one gate. */
  loosen?: { reason: GateReason; n_metiers: number; lowest_level?: AccessLevel }[];
  groups: Group[];
}
export interface Explanation extends Head, Told {
  schema: 'boussole/explanation/3';
  rank: number | null; n_ranked: number; excluded_by: GateReason | null; place?: Place;
}
export interface Side { id: string; score: number; rank: number | null }
export interface Argument { criterion: Criterion; origin: Origin | null; points: number }
export interface Comparison {
  schema: 'boussole/comparison/2';
  first: Side; second: Side; difference: number; ahead: string | null;
  terms: (Argument & { feature: string | null })[]; carrying: Argument[]; best_counter: Argument | null;
}
/** Another answer to one question. */
export type Change =
  | { field: 'interests' | 'statuses' | 'sectors'; label: string; from: number; to: number }
  | { field: 'access_level.willing'; from: AccessLevel | null; to: AccessLevel | null };
export interface WhatIf {
  schema: 'boussole/whatif/1';
  id: string; top: number; rank: number | null; excluded_by: GateReason | null; n_ranked: number; goal: 'enter' | 'leave' | null;
  alternatives: { changes: Change[]; steps: number; rank: number }[];
  n_alternatives: number; n_tried: number; n_always_ahead: number;
}
/** How sure the place of a métier is. */
export interface Place {
  id: string; top: number; rank: number; best_rank: number; best_change: Change | null; worst_rank: number; worst_change: Change | null;
  n_in_top: number; acceptability: number; n_tied: number; n_criteria: number; label: Sureness;
}
export interface Stability {
  schema: 'boussole/stability/2';
  top: number; n_ranked: number; n_draws: number; spread: number; metiers: Place[];
  criteria: { criterion: Criterion; weight: number; order: Interval; set: Interval }[];
}
export interface Interval { low: number | null; high: number | null }
export interface Ladder {
  schema: 'boussole/ladder/1';
  n_ranked: number; n_without_level: number; n_outside: number;
  rungs: { level: AccessLevel; n_metiers: number; recommendations: { rank: number; id: string; score: number }[] }[];
}
export interface Replay {
  schema: 'boussole/replay/1';
  identical: boolean; same_bytes: boolean; n_recommendations: number; n_differences: number;
  differences: { place: string; recorded: string | null; replayed: string | null }[];
}

// ----------------------------------------------------------------------------------------- sentences in parts, and a page in parts

/** A text in its parts, so that an app can lay it out. Nothing in it is markup: show it as text. */
export interface Said {
  schema: 'boussole/said/1';
  /** Of the sentences; names of métiers and texts of fiches are French in any. */
  language: 'fr' | 'en';
  title: string; parts: SaidPart[];
}
export interface SaidPart {
  /** What the part is, the same in every language: « reponses », « niveaux », « suite », « fait » … */
  name?: string;
  title?: string;
  /** Whether a reader opens it. */
  folded?: boolean;
  blocks: SaidBlock[];
}
export type SaidBlock =
  | { block: 'paragraph' | 'introduction' | 'legend'; text: string }
  | { block: 'list'; texts: string[] }
  | { block: 'pairs'; pairs: SaidPair[] }
  | ({ block: 'metier' } & SaidMetier)
  /** Neighbours that have something in common: what to say about all of them, then each. */
  | { block: 'together'; label: string; text: string; reasons: SaidReason[]; metiers: SaidMetier[] }
  | ({ block: 'facts' } & SaidFacts)
  | { block: 'reasons'; reasons: SaidReason[] }
  | { block: 'ladder'; title: string; rungs: { level: AccessLevel; text: string }[] }
  | ({ block: 'table' } & SaidTable)
  | ({ block: 'part' } & SaidPart);
export interface SaidMetier extends SaidFacts { rank: number; id: string; name: string; reasons: SaidReason[] }
export interface SaidFacts {
  /** The level at which access starts, and how that fits. */
  access: string;
  badge?: { stability: Sureness; text: string };
  about?: string; notes: string[]; way: SaidPair[]; link?: { name: string; url: string };
}
export interface SaidReason {
  mark: 'for' | 'against' | 'note' | 'unknown' | 'moved' | 'tied' | 'place'; text: string;
  /** What to add where a value was inferred. */
  tag?: string;
}
/** `is_label` texts are of the catalogue, hence French. */
export interface SaidPair { name: string; text: string; is_label: boolean }
export interface SaidTable {
  caption?: string; columns: string[];
  groups: { label?: string; rows: string[][]; note?: string; total?: [name: string, total: string] }[];
}
/** A page for a policy that allows no inline style: `style` is a style sheet, `class` stands on the body, `main` is escaped HTML. */
export interface PageParts {
  schema: 'boussole/html-parts/1'; language: 'fr' | 'en'; title: string; class: string; style: string; main: string;
}

// ------------------------------------------------------------------------------------------------------------------ the quiz

export type Point = 'no' | 'rather_no' | 'neither' | 'rather_yes' | 'yes';
export type Answer = Point | 'dont_know' | 'skip' | 'not_possible' | 'only_up_to' | 'longer_too' | { level: AccessLevel } | { sectors: string[] } | { words: string[] };
export type QuestionKind = 'interest' | 'sector' | 'sectors' | 'access_level' | 'level_filter' | 'status' | 'words' | 'constraint';
export interface Question { id: string; kind: QuestionKind; fr: string; en: string; adult?: string; illustration?: string }
export interface Settings {
  order: 'adaptive' | 'static';
  min_questions: number; max_questions: number;
  /** In bits. */
  min_information: number;
  max_wordings: number;
  sectors: 'list' | 'one_by_one' | 'not';
}
/** What a student answered: the app keeps it where it keeps the student's work, or nowhere. */
export interface Session {
  schema: 'boussole/session/1' | 'boussole/session/2'; seed: number; settings: Settings; given: { question: string; answer: Answer }[];
}
export interface Progress {
  n_given: number; n_interest: number; n_topics: number; n_unasked: number;
  /** Whether enough is known for the student to stop. */
  may_stop: boolean;
  at_least: number; at_most: number; information: number; stop: 'little_to_learn' | 'length' | 'nothing_left' | null;
}
/** What to show now, in words. */
export interface Step {
  schema: 'boussole/step/1';
  /** `null` when the quiz is over. */
  question: AskedQuestion | null;
  progress: Progress;
  /** Before the first question: how long it takes. */
  opening: string | null;
  /** While the student may not stop: what to tell them if they want to. */
  too_early: string | null;
  /** Why the quiz is over. */
  ending: string | null;
  /** What was noticed about the answers, in kind words, when the quiz is over; it changes no score. */
  observations: string[];
  commands: { back: string; finish: string; quit: string };
}
export interface AskedQuestion {
  id: string; kind: QuestionKind; illustration?: string;
  /** « Question 4 (encore 30 à 41, celle-ci comprise) ». */
  progress: string;
  note: string | null; wording: string;
  /** `key` is what a keyboard may take: a digit, `?` or `p`. */
  answers: { key: string; words: string; answer: Answer }[];
  /** For a question that is answered by `{ sectors }`: at most so many of these. */
  list: { most: number; choices: { words: string; sector: string }[] } | null;
  /** Whether the question is answered by `{ words }`: what the student writes, one or several words a text. */
  is_written: boolean;
  skip: 'skip';
}
/** A portrait to correct: `questions` are those to put again for an entry, by `Quiz.ask` and `Quiz.change`. */
export interface PortraitToCorrect {
  schema: 'boussole/portrait/1'; title: string; correct: string;
  groups: { title: string; entries: { words: string; about: string; questions: string[] }[] }[];
}
/** Something to discuss with the student; it changes no score. */
export type Observation =
  | { kind: 'contradiction'; interests: string[]; given: [{ question: string; answer: Answer }, { question: string; answer: Answer }] }
  | { kind: 'same_answer'; answer: Answer; n: number }
  | { kind: 'many_open'; n_open: number; n_given: number };
/** The list after a quiz, and what the quiz found out. */
export interface QuizResult extends Recommendations {
  quiz: { session: Session; portrait: Portrait; progress: Progress; observations: Observation[] };
}
