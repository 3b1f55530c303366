// A question put again in its place: in the portrait, and where a sheet says what was not answered yet.

import type { Answer, AskedQuestion, Session } from "boussole-metiers";
import type { App } from "../app.ts";
import { h } from "../element.ts";
import type { Engine } from "../engine.ts";
import { answerButtons } from "./question.ts";
import { sectorsForm } from "./sectors.ts";
import { writtenForm } from "./written.ts";

/** What answers a question: buttons, a list, or a line to write in. */
function form(app: App, question: AskedQuestion, before: Answer | null, choose: (answer: Answer) => void): HTMLElement {
  if (question.is_written) {
    return writtenForm(app, question, before, choose);
  }
  if (question.list !== null) {
    return sectorsForm(app, question.list, before, choose);
  }
  return h("div", { class: "answers small" }, ...answerButtons(question, before, choose));
}

/** The questions, each with what was answered to it; `done` gets the session with the new answer. */
export function correction(app: App, engine: Engine, session: Session, questions: string[], done: (session: Session) => void): HTMLElement {
  const { given } = session;
  // What was answered is put again; where nothing was, the first question is enough.
  const answered = questions.filter((id) => given.some((one) => one.question === id));
  const again = answered.length > 0 ? answered : questions.slice(0, 1);
  const ask = (id: string): HTMLElement => {
    const { question } = engine.ask(session, id);
    const before = given.find((one) => one.question === id)?.answer ?? null;
    const choose = (answer: Answer) => done(engine.change(session, id, answer));
    if (question === null) {
      return h("p", {});
    }
    return h(
      "div",
      { class: "again", role: "group", "aria-label": question.wording },
      question.note !== null && question.list === null && !question.is_written && h("p", { class: "attention" }, question.note),
      h("p", { class: "wording" }, question.wording),
      form(app, question, before, choose),
    );
  };
  return h("div", { class: "correction" }, ...again.map(ask));
}
