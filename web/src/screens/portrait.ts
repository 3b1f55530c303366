// What the answers say, before any list: every entry can be changed in its place.

import type { Session } from "boussole-metiers";
import type { App, Screen } from "../app.ts";
import { h, heading, say } from "../element.ts";
import type { Engine } from "../engine.ts";
import { correction } from "./correction.ts";

interface Entry {
  words: string;
  questions: string[];
}
interface Group {
  title: string;
  entries: Entry[];
}

/** The answers that no group of the library names: studies, and the list of sectors where it was left empty. */
function others(app: App, engine: Engine, session: Session, groups: Group[]): Group[] {
  const named = new Set(groups.flatMap((group) => group.entries.flatMap((entry) => entry.questions)));
  const found = session.given.filter((one) => !named.has(one.question));
  const asked = found.map((one) => ({ one, question: engine.ask(session, one.question).question }));
  const entry = ({ one, question }: (typeof asked)[number]): Entry => {
    const words = question?.answers.find((answer) => JSON.stringify(answer.answer) === JSON.stringify(one.answer))?.words;
    return { words: words === undefined ? (question?.wording ?? "") : `${question?.wording ?? ""} ${words}`, questions: [one.question] };
  };
  const studies = asked.filter(({ question }) => ["access_level", "level_filter"].includes(question?.kind ?? "")).map(entry);
  return studies.length === 0 ? [] : [{ title: app.words.portrait.studies, entries: studies }];
}

/** One entry: a button that opens the question below the group. */
function chip(app: App, engine: Engine, session: Session, entry: Entry, place: HTMLElement): HTMLElement {
  const button: HTMLButtonElement = h(
    "button",
    {
      type: "button",
      class: "entry",
      "data-questions": entry.questions.join(" "),
      "aria-expanded": "false",
      click: () => {
        const isOpen = button.getAttribute("aria-expanded") === "true";
        const group = place.parentElement;
        group?.querySelectorAll("[aria-expanded=true]").forEach((other) => other.setAttribute("aria-expanded", "false"));
        place.replaceChildren();
        if (!isOpen) {
          button.setAttribute("aria-expanded", "true");
          place.append(correction(app, engine, session, entry.questions, (after) => changed(app, after, entry)));
        }
      },
    },
    h("span", {}, entry.words),
  );
  return entry.questions.length === 0 ? h("span", { class: "entry still" }, entry.words) : button;
}

/** The button of the same question has the focus again, wherever its entry stands now. */
function changed(app: App, session: Session, entry: Entry): void {
  const top = window.scrollY;
  app.change({ session }, true);
  window.scrollTo({ top, behavior: "instant" });
  const again = document.querySelector<HTMLElement>(`.entry[data-questions="${CSS.escape(entry.questions.join(" "))}"]`);
  (again ?? document.querySelector<HTMLElement>("h1"))?.focus({ preventScroll: again === null });
  say(app.words.portrait.moved);
}

/** A line for words of the pupil's own, where none were written. */
function ownWords(app: App, engine: Engine, session: Session): HTMLElement | false {
  const id = engine.written;
  const isThere = id === undefined || session.given.some((one) => one.question === id && typeof one.answer === "object");
  return (
    !isThere &&
    h("section", { class: "own-words" }, h("h2", {}, app.words.portrait.words), correction(app, engine, session, [id], (after) => changed(app, after, { words: "", questions: [id] })))
  );
}

export function portraitScreen(app: App, engine: Engine, session: Session): Screen {
  const { words } = app;
  const portrait = engine.portrait(session);
  const step = engine.next(session);
  const groups: Group[] = [...portrait.groups, ...others(app, engine, session, portrait.groups)];
  const shown = groups.map((group) => {
    const place = h("div", { class: "place" });
    return h("section", {}, h("h2", {}, group.title), h("ul", { class: "entries" }, ...group.entries.map((entry) => h("li", {}, chip(app, engine, session, entry, place)))), place);
  });
  const noticed = step.observations;
  const go = h("button", { type: "button", class: "go", click: () => app.go({ at: "list" }) }, words.portrait.go);
  const main = h(
    "main",
    { id: "content", class: "portrait" },
    step.ending !== null && h("p", { class: "ending" }, step.ending),
    heading(portrait.title),
    h("p", { class: "lead" }, shown.length === 0 ? words.portrait.nothing : words.portrait.lead),
    step.question !== null && h("button", { type: "button", class: "text", click: () => app.go({ at: "question", nth: session.given.length }) }, words.portrait.more),
    ...shown,
    noticed.length > 0 && h("details", { class: "part noticed" }, h("summary", {}, h("h2", {}, words.portrait.noticed)), ...noticed.map((text) => h("p", { class: "lines" }, text))),
    ownWords(app, engine, session),
    h("div", { class: "sticky" }, go),
  );
  return { title: portrait.title, main };
}
