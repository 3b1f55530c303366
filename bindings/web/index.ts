// Which métiers fit what a student likes, and why, exactly: the library `boussole` in a browser, in Node and in what bundles for them.
//
// What never changes is a class (Catalogue, Recommender, Quiz): made once, shared, disposed of with `using` or never. What a student owns
// is plain JSON (Profile, Session). Nothing is ever sent; nothing is kept.

import * as glue from './glue.js';
import { BoussoleError, Held, bytes, text } from './module.js';
import type {
  Answer, Asked, AskedQuestion, Comparison, ExplainOptions, Explanation, Form, Label, Ladder, LadderOptions, ListOptions, Metier, PageParts,
  PortraitToCorrect, Problem, Profile, Question, QuestionKind, QuizResult, Recommendations, RecordOptions, Replay, Said, Session, Settings,
  Stability, Step, TopOptions, Voice, Weights, WhatIf,
} from './types.js';

export { BoussoleError, about, load } from './module.js';
export * from './types.js';

// ------------------------------------------------------------------------------------------------------------- the catalogue

/** RIASEC letters of ROME codes: those that come with the library, or a CSV table (not for `slim.wasm`). */
export type RomeLetters = 'embedded' | BufferSource | string;

/** All métiers that can be recommended. */
export class Catalogue {
  /** @internal */
  readonly held: Held<glue.Catalogue>;
  /** What was wrong in the data; everything else was read. */
  readonly problems: readonly Problem[];
  /** The number of métiers. */
  readonly size: number;
  /** Changes with anything in the catalogue. */
  readonly fingerprint: string;

  private constructor(make: () => glue.Catalogue) {
    this.held = new Held(make);
    this.problems = JSON.parse(this.held.call((raw) => raw.problems()));
    this.size = this.held.call((raw) => raw.size());
    this.fingerprint = this.held.call((raw) => raw.fingerprint());
  }

  /** The 152 métiers that come with the library; not in `slim.wasm`. */
  static demo(): Catalogue {
    return new Catalogue(() => glue.Catalogue.demo());
  }

  /** Canonical JSON, and but for `slim.wasm` Onisep's open data (XML, JSON) and CSV, told by content. What is right is read, the rest is in `problems`. */
  static read(data: BufferSource | string, options: { name?: string; romeLetters?: RomeLetters } = {}): Catalogue {
    const { name = 'catalogue', romeLetters } = options;
    return new Catalogue(() => {
      const read = glue.Catalogue.read(name, bytes(data));
      if (romeLetters === undefined) return read;
      const table = romeLetters === 'embedded' ? new Uint8Array() : bytes(romeLetters);
      const lettered = read.withRomeLetters('ROME letters', table);
      read.free();
      return lettered;
    });
  }

  /** The same of what the app serves itself. */
  static async fetch(url: string | URL, options: { signal?: AbortSignal; romeLetters?: RomeLetters } = {}): Promise<Catalogue> {
    const { signal, romeLetters } = options;
    const response = await fetch(url, signal ? { signal } : {});
    if (!response.ok) throw new BoussoleError('catalogue', `${url}: expected a catalogue, found status ${response.status}`);
    return Catalogue.read(await response.arrayBuffer(), { name: String(url), ...(romeLetters === undefined ? {} : { romeLetters }) });
  }

  /** The métier with this identifier. */
  metier(id: string): Metier | undefined {
    const found = this.held.call((raw) => raw.metier(id));
    return found === undefined ? undefined : JSON.parse(found);
  }

  /** The métier that a text names, by identifier or clear name; otherwise the error has those to choose from as `nearest`. */
  find(name: string, options?: Voice): Metier {
    return JSON.parse(this.held.call((raw) => raw.find(name, text('options', options))));
  }

  metiers(): Metier[] {
    return JSON.parse(this.held.call((raw) => raw.metiers()));
  }

  /** The labels that a profile may use, for pickers and auto-completion. */
  labels(kind: 'interests' | 'statuses' | 'sectors'): Label[] {
    return JSON.parse(this.held.call((raw) => raw.labels(kind)));
  }

  /** The catalogue in its canonical form, which `read` takes: text, for a file or a cache. */
  canonical(): string {
    return this.held.call((raw) => raw.canonical());
  }

  /** Gives the memory back; `using` does so by itself. */
  dispose(): void {
    this.held.dispose();
  }

  declare [Symbol.dispose]: () => void;
}

// ----------------------------------------------------------------------------------------------------------- the recommender

/** Ranks and explains. A métier is named by its identifier, or by its name where that is clear. */
export class Recommender {
  /** @internal */
  readonly held: Held<glue.Recommender>;

  /** Weights: the default ones, some by name, or a file of weights as JSON text. */
  constructor(catalogue: Catalogue, weights?: Partial<Weights> | string) {
    const given = typeof weights === 'string' ? weights : text('weights', weights);
    this.held = new Held(() => catalogue.held.call((raw) => new glue.Recommender(raw, given)));
  }

  /** The first métiers, with their reasons. */
  recommend(profile: Profile, options?: ListOptions): Recommendations {
    return JSON.parse(this.write('json', 'recommend', profile, options));
  }

  /** Why a métier has its score, ranked or not. */
  explain(profile: Profile, metier: string, options?: ExplainOptions): Explanation {
    return JSON.parse(this.write('json', 'explain', profile, metier, options));
  }

  /** Why one métier comes before another. */
  compare(profile: Profile, first: string, second: string, options?: Voice): Comparison {
    return JSON.parse(this.write('json', 'compare', profile, first, second, options));
  }

  /** The smallest changes of answers that bring a métier into the list, or take it out. */
  whatIf(profile: Profile, metier: string, options?: TopOptions): WhatIf {
    return JSON.parse(this.write('json', 'whatIf', profile, metier, options));
  }

  /** How sure the list is. */
  stability(profile: Profile, options?: TopOptions): Stability {
    return JSON.parse(this.write('json', 'stability', profile, options));
  }

  /** The best métiers at each level. */
  ladder(profile: Profile, options?: LadderOptions): Ladder {
    return JSON.parse(this.write('json', 'ladder', profile, options));
  }

  /** The same answers in sentences, in parts that an app lays out itself: `say('explain', profile, id, { language: 'en' })`. */
  say(...asked: Asked): Said {
    return JSON.parse(this.write('said', ...asked));
  }

  /** The same as one page without scripts, every label escaped: to print, to save, or for an iframe with `sandbox`. */
  page(...asked: Asked): string {
    return this.write('html', ...asked);
  }

  /** The same page in parts, for a policy that allows no inline style. */
  pageParts(...asked: Asked): PageParts {
    return JSON.parse(this.write('html_parts', ...asked));
  }

  /** Any of these as text, in any form, with the very bytes that the program writes; JSON.stringify would write others (1 for 1.0). */
  write(form: Form, ...asked: Asked): string {
    const options = (given?: object) => text('options', given === null ? given : { ...given, format: form });
    const who = asked[0] === 'replay' ? asked[1] : text('profile', asked[1]);
    return this.held.call((raw) => {
      switch (asked[0]) {
        case 'recommend': return raw.recommend(who, options(asked[2]));
        case 'explain': return raw.explain(who, asked[2], options(asked[3]));
        case 'compare': return raw.compare(who, asked[2], asked[3], options(asked[4]));
        case 'whatIf': return raw.whatIf(who, asked[2], options(asked[3]));
        case 'stability': return raw.stability(who, options(asked[2]));
        case 'ladder': return raw.ladder(who, options(asked[2]));
        case 'replay': return raw.replay(who, options(asked[2]));
      }
    });
  }

  /** What is needed to make a list again, and to say how it came about. Text, because a record is compared byte for byte. */
  record(profile: Profile, options?: RecordOptions): string {
    const [who, given] = [text('profile', profile), text('options', options)];
    return this.held.call((raw) => raw.record(who, given));
  }

  /** Makes a recorded list again, with the weights of the record, and says whether it is identical. */
  replay(record: string, options?: Voice): Replay {
    return JSON.parse(this.write('json', 'replay', record, options));
  }

  /** Gives the memory back; `using` does so by itself. */
  dispose(): void {
    this.held.dispose();
  }

  declare [Symbol.dispose]: () => void;
}

// ------------------------------------------------------------------------------------------------------------------ the quiz

/** Questions that are checked against a catalogue. Each step takes a session and returns another; none is changed. */
export class Quiz {
  readonly #held: Held<glue.Quiz>;
  readonly questions: readonly Question[];
  /** Questions that are not asked, because no métier of the catalogue carries their labels. */
  readonly setAside: readonly { id: string; kind: QuestionKind; labels: string[] }[];

  /** The questions that come with the library (not in `slim.wasm`), or a JSON text such as `questions.json` of this package. */
  constructor(catalogue: Catalogue, questions?: string) {
    this.#held = new Held(() => catalogue.held.call((raw) => new glue.Quiz(raw, questions)));
    this.questions = JSON.parse(this.#held.call((raw) => raw.questions()));
    this.setAside = JSON.parse(this.#held.call((raw) => raw.setAside()));
  }

  start(options: { seed?: number; settings?: Partial<Settings> } = {}): Session {
    return this.#session((raw) => raw.start(text('options', options)));
  }

  /** What to show now. `question` is null when the quiz is over. */
  next(session: Session, options?: Voice): Step {
    return JSON.parse(this.nextJson(session, options));
  }

  /** The same as text, with the very bytes of the library. */
  nextJson(session: Session, options?: Voice): string {
    const [given, voice] = [text('session', session), text('options', options)];
    return this.#held.call((raw) => raw.next(given, voice));
  }

  /** A question to put again, so that its answer can be changed. */
  ask(session: Session, question: string, options?: Voice): Step & { question: AskedQuestion } {
    const [given, voice] = [text('session', session), text('options', options)];
    return JSON.parse(this.#held.call((raw) => raw.ask(given, question, voice)));
  }

  answer(session: Session, question: string, answer: Answer): Session {
    return this.#session((raw) => raw.answer(text('session', session), question, text('session', answer)));
  }

  /** The session with another answer to a question that was answered, or a first one. */
  change(session: Session, question: string, answer: Answer): Session {
    return this.#session((raw) => raw.change(text('session', session), question, text('session', answer)));
  }

  /** The session without its last answer. */
  back(session: Session): Session {
    return this.#session((raw) => raw.back(text('session', session)));
  }

  /** A session that comes from outside, from storage or a file, checked: throws a BoussoleError of the kind `session`. */
  check(session: unknown): Session {
    return this.#session((raw) => raw.check(text('session', session)));
  }

  /** The profile that follows from the answers. */
  profile(session: Session): Profile {
    const given = text('session', session);
    return JSON.parse(this.#held.call((raw) => raw.profile(given)));
  }

  /** What the student likes and avoids and was not asked, to be shown and corrected before anything is recommended. */
  portrait(session: Session, options?: Voice): PortraitToCorrect {
    const [given, voice] = [text('session', session), text('options', options)];
    return JSON.parse(this.#held.call((raw) => raw.portrait(given, voice)));
  }

  /** The list after the quiz, and what the quiz found out, as `boussole quiz --format json` writes it. */
  result(recommender: Recommender, session: Session, options?: TopOptions): QuizResult {
    const [given, how] = [text('session', session), text('options', options)];
    return JSON.parse(this.#held.call((quiz) => recommender.held.call((raw) => quiz.result(raw, given, how))));
  }

  /** Gives the memory back; `using` does so by itself. */
  dispose(): void {
    this.#held.dispose();
  }

  declare [Symbol.dispose]: () => void;

  #session(work: (raw: glue.Quiz) => string): Session {
    return JSON.parse(this.#held.call(work));
  }
}

// Where the platform knows `using`.
for (const { prototype } of [Catalogue, Recommender, Quiz]) {
  if (Symbol.dispose) Object.defineProperty(prototype, Symbol.dispose, { value: prototype.dispose });
}
