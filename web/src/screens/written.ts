// Words of the pupil's own, which the library looks for in the sheets.

import type { Answer, AskedQuestion } from "boussole-metiers";
import type { App } from "../app.ts";
import { h } from "../element.ts";

/** At most so many characters; the library takes more. */
const MOST = 300;

/** Words, as a text separates them; what holds no letter is none. */
const wordsOf = (text: string): string[] => text.split(/[,;\n]/).map((word) => word.trim()).filter((word) => /\p{L}/u.test(word));

const writtenBefore = (given: Answer | null): string => (given !== null && typeof given === "object" && "words" in given ? given.words.join(", ") : "");

/** The form; without a word the question is passed over. */
export function writtenForm(app: App, question: AskedQuestion, given: Answer | null, choose: (answer: Answer) => void): HTMLElement {
  const { words } = app;
  const help = `help-${question.id}`;
  const input = h("input", { type: "text", value: writtenBefore(given), maxlength: MOST, autocomplete: "off", autocapitalize: "none", lang: "fr", "aria-label": question.wording, "aria-describedby": help });
  const keep = (event: Event) => {
    event.preventDefault();
    const found = wordsOf(input.value);
    choose(found.length === 0 ? question.skip : { words: found });
  };
  return h("form", { class: "written", submit: keep }, input, h("p", { class: "help", id: help }, words.question.writtenHelp), h("button", { type: "submit", class: "go" }, words.question.written));
}
