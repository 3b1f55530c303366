// The library behind the page: what a screen asks for, with the session that this tab keeps, in the language and for the reader of this tab.

import { BoussoleError, Catalogue, Quiz, Recommender, load } from "boussole-metiers";
import type { Answer, PortraitToCorrect, Profile, Said, Session, Step } from "boussole-metiers";
import type { State } from "./store.ts";

/** The files that the build writes beside the page. */
declare const MODULE: string;
declare const QUESTIONS: string;

/** What the host may replace: a canonical catalogue. */
const CATALOGUE = "catalogue.json";

/** A métier by its name, or those whose names are near. */
export type Found = { id: string } | { message: string; nearest: readonly string[] };

export class Engine {
  readonly #catalogue: Catalogue;
  readonly #recommender: Recommender;
  readonly #quiz: Quiz;
  readonly #state: () => State;

  constructor(catalogue: Catalogue, questions: string, state: () => State) {
    this.#catalogue = catalogue;
    this.#recommender = new Recommender(catalogue);
    this.#quiz = new Quiz(catalogue, questions);
    this.#state = state;
  }

  /** What was wrong in the data of the host. */
  get problems(): readonly { message: string }[] {
    return this.#catalogue.problems;
  }

  /** The question that asks for words of the pupil's own, if there is one. */
  get written(): string | undefined {
    return this.#quiz.questions.find((question) => (question.kind as string) === "words")?.id;
  }

  start(): Session {
    return this.#quiz.start();
  }

  /** A session from a file, if it is one of this quiz. */
  check(text: string): Session | null {
    try {
      return this.#quiz.check(JSON.parse(text) as Session);
    } catch {
      return null;
    }
  }

  next(session: Session): Step {
    return this.#quiz.next(session, this.#voice());
  }

  /** A question that is put again. */
  ask(session: Session, question: string): Step {
    return this.#quiz.ask(session, question, this.#voice());
  }

  /** The session with an answer, a first or another one. */
  change(session: Session, question: string, answer: Answer): Session {
    return this.#quiz.change(session, question, answer as Parameters<Quiz["change"]>[2]);
  }

  portrait(session: Session): PortraitToCorrect {
    return this.#quiz.portrait(session, this.#voice());
  }

  /** The list in sentences. */
  list(session: Session): Said {
    return this.#recommender.say("recommend", this.#profile(session), this.#voice());
  }

  /** The identifiers of the list, and for each the labels of its sheet that were not answered. */
  open(session: Session): { id: string; labels: string[] }[] {
    const { recommendations } = this.#recommender.recommend(this.#profile(session), { stability: false });
    return recommendations.map(({ id, not_answered }) => ({ id, labels: not_answered }));
  }

  /** One métier in sentences, and the labels of its sheet that were not answered; nothing for a métier that is not in the catalogue. */
  explain(session: Session, id: string): { said: Said; labels: string[] } | null {
    if (this.#catalogue.metier(id) === undefined) {
      return null;
    }
    const profile = this.#profile(session);
    const { not_answered } = this.#recommender.explain(profile, id, { stability: false });
    return { said: this.#recommender.say("explain", profile, id, this.#voice()), labels: not_answered };
  }

  whatIf(session: Session, id: string): Said {
    return this.#recommender.say("whatIf", this.#profile(session), id, this.#voice());
  }

  compare(session: Session, first: string, second: string): Said {
    return this.#recommender.say("compare", this.#profile(session), first, second, this.#voice());
  }

  /** The page of `boussole recommend --format html`, which needs nothing else. */
  page(session: Session): string {
    return this.#recommender.page("recommend", this.#profile(session), this.#voice());
  }

  find(text: string): Found {
    try {
      return { id: this.#catalogue.find(text, this.#voice()).id };
    } catch (error) {
      if (error instanceof BoussoleError) {
        return { message: error.message, nearest: error.problems.flatMap((problem) => problem.nearest ?? []) };
      }
      throw error;
    }
  }

  /** How a métier is called, in the order of the library: « enseignante ou enseignant ». */
  nameOf(id: string): string {
    const title = this.#catalogue.metier(id)?.title;
    if (title === undefined) {
      return id;
    }
    return this.#recommender.say("explain", {}, id, { stability: false }).title;
  }

  #voice(): Pick<State, "language" | "audience"> {
    const { language, audience } = this.#state();
    return { language, audience };
  }

  #profile(session: Session): Profile {
    return this.#quiz.profile(session);
  }
}

/** A file beside the page. */
async function beside(name: string): Promise<Response> {
  const answer = await fetch(new URL(name, document.baseURI));
  if (!answer.ok) {
    throw new Error(`${name}: expected a file of this page, found status ${answer.status}`);
  }
  return answer;
}

/** Loads what is needed, all at once, and reads the catalogue. */
export async function makeEngine(state: () => State): Promise<Engine> {
  const [, catalogue, questions] = await Promise.all([
    load(beside(MODULE)),
    beside(CATALOGUE).then((answer) => answer.text()),
    beside(QUESTIONS).then((answer) => answer.text()),
  ]);
  return new Engine(Catalogue.read(catalogue, { name: CATALOGUE }), questions, state);
}
