// One question: big buttons, keys 1 to 5, back, skip, and a stop once enough is known.

import type { Answer, AskedQuestion, Session, Step } from "boussole-metiers";
import type { App, Place, Screen } from "../app.ts";
import { hill, needle } from "../draw.ts";
import { h, heading, say } from "../element.ts";
import type { Engine } from "../engine.ts";
import { sectorsForm } from "./sectors.ts";
import { trail } from "./trail.ts";
import { writtenForm } from "./written.ts";

/** The keys of the five points; the names of answers say which needle belongs to them. */
const POINTS = ["no", "rather_no", "neither", "rather_yes", "yes"];

export const isSame = (one: Answer | null, other: Answer): boolean => JSON.stringify(one) === JSON.stringify(other);

/** The buttons of a question, each with what it answers. */
export function answerButtons(question: AskedQuestion, given: Answer | null, choose: (answer: Answer) => void): HTMLButtonElement[] {
  return question.answers.map(({ key, words, answer }) => {
    const point = typeof answer === "string" ? POINTS.indexOf(answer) : -1;
    const isAside = answer === "dont_know" || answer === "not_possible";
    return h(
      "button",
      { type: "button", class: isAside ? "answer aside" : "answer", "aria-pressed": isSame(given, answer) ? "true" : "false", "data-key": key, click: () => choose(answer) },
      point >= 0 && needle(point),
      h("span", {}, words),
      !isAside && h("kbd", { "aria-hidden": "true" }, key),
    );
  });
}

function answer(app: App, engine: Engine, before: Session, question: AskedQuestion, nth: number, chosen: Answer): void {
  const session = engine.change(before, question.id, chosen);
  app.change({ session });
  const isOver = nth + 1 >= session.given.length && engine.next(session).question === null;
  if (isOver) {
    say(engine.next(session).ending ?? "");
  }
  app.go(isOver ? { at: "portrait" } : { at: "question", nth: nth + 1 });
}

/** Keys work while the focus is in the question, so they are in nobody's way elsewhere. */
function keys(main: HTMLElement, back: () => void): (event: Event) => void {
  return (event) => {
    const { key, code, ctrlKey, altKey, metaKey, target } = event as KeyboardEvent;
    if (ctrlKey || altKey || metaKey || (target as HTMLElement).matches("input")) {
      return;
    }
    if (key === "ArrowLeft" || key === "Backspace") {
      back();
      return;
    }
    // A French keyboard writes & where it says 1: the place of the key counts.
    const digit = /^(?:Digit|Numpad)([1-9])$/.exec(code)?.[1];
    main.querySelector<HTMLButtonElement>(`button[data-key="${CSS.escape(digit ?? key)}"]`)?.click();
  };
}

/** Ways on without an answer: forward from one that is looked at again, and out once the library says that enough is known. */
function ways(app: App, step: Step, isAnswered: boolean, nth: number): HTMLElement {
  const plain = (label: string, place: Place) => h("button", { type: "button", class: "plain", click: () => app.go(place) }, h("span", {}, label));
  return h(
    "div",
    { class: "passing" },
    isAnswered && plain(app.words.question.forward, { at: "question", nth: nth + 1 }),
    step.progress.may_stop && plain(step.commands.finish, { at: "portrait" }),
  );
}

export function questionScreen(app: App, engine: Engine, session: Session, nth: number): Screen | null {
  const given = session.given[nth] ?? null;
  const step = given === null ? engine.next(session) : engine.ask(session, given.question);
  const question = step.question;
  if (question === null) {
    return null;
  }
  const choose = (chosen: Answer) => answer(app, engine, session, question, nth, chosen);
  const back = () => app.backTo(nth === 0 ? { at: "start" } : { at: "question", nth: nth - 1 });
  const buttons = answerButtons(question, given?.answer ?? null, choose);
  const main: HTMLElement = h("main", { id: "content", class: `question ${question.kind}`, tabindex: -1, keydown: (event) => keys(main, back)(event) });
  main.append(
    trail(app, step.progress, session.settings.min_questions, given === null ? null : nth + 1, back),
    hill(question.id),
    h(
      "div",
      { class: "ask" },
      question.note !== null && question.list === null && !question.is_written && h("p", { class: "attention" }, question.note),
      heading(question.wording),
      question.list !== null && sectorsForm(app, question.list, given?.answer ?? null, choose),
      question.is_written && writtenForm(app, question, given?.answer ?? null, choose),
      h("div", { class: buttons.length > 7 ? "answers many" : "answers", role: "group", "aria-label": question.wording }, ...buttons),
      ways(app, step, given !== null, nth),
      h("p", { class: "keys" }, app.words.question.keys),
    ),
  );
  return { title: question.wording, main };
}
