// One métier of a list: closed it says what it is, open it says why, and what one may still answer.

import type { SaidFacts, SaidMetier, Session } from "boussole-metiers";
import type { App } from "../app.ts";
import { h } from "../element.ts";
import type { Engine } from "../engine.ts";
import { correction } from "./correction.ts";
import { reasons } from "./said.ts";

/** What a card needs beside what is said. */
export interface Asked {
  session: Session;
  /** The labels of the sheet that were not answered, each with how it is shown and the questions about it. */
  labels: { words: string; questions: string[] }[];
  /** The pupil answered one of them. */
  answered(session: Session): void;
}

/** Level and how sure the place is. */
export function badges(facts: SaidFacts): HTMLElement {
  const { access, badge } = facts;
  return h("p", { class: "badges" }, h("span", { class: "access" }, access), badge !== undefined && h("span", { class: `badge ${badge.stability}` }, badge.text));
}

/** « Et toi ? »: a button for each label; the question opens below. */
export function asks(app: App, engine: Engine, asked: Asked): HTMLElement | null {
  const labels = asked.labels.filter((label) => label.questions.length > 0);
  if (labels.length === 0) {
    return null;
  }
  const place = h("div", { class: "place" });
  const button = (label: (typeof labels)[number]): HTMLButtonElement => {
    const one: HTMLButtonElement = h(
      "button",
      {
        type: "button",
        class: "entry",
        "aria-expanded": "false",
        click: () => {
          const isOpen = one.getAttribute("aria-expanded") === "true";
          one.parentElement?.querySelectorAll("[aria-expanded]").forEach((other) => other.setAttribute("aria-expanded", "false"));
          one.setAttribute("aria-expanded", isOpen ? "false" : "true");
          place.replaceChildren(...(isOpen ? [] : [correction(app, engine, asked.session, label.questions, asked.answered)]));
        },
      },
      label.words,
    );
    return one;
  };
  return h("div", { class: "asks", role: "group", "aria-label": app.words.list.asksYou }, ...labels.map(button), place);
}

/** How the card moved since the last answer: places up, 0, or null for a new one. */
function moved(app: App, steps: number | null | undefined): HTMLElement | false {
  const { words } = app;
  if (steps === undefined || steps === 0) {
    return false;
  }
  if (steps === null) {
    return h("span", { class: "badge moved" }, words.list.isNew);
  }
  return h("span", { class: "badge moved" }, h("span", { "aria-hidden": "true" }, words.list.moved(steps)), h("span", { class: "only-heard" }, words.list.movedHeard(steps)));
}

export function card(app: App, engine: Engine, metier: SaidMetier, asked: Asked, isOpen: boolean, steps: number | null | undefined, toggled: (isOpen: boolean) => void): HTMLElement {
  const id = metier.id.replace(/[^\w-]/g, "-");
  const body = h(
    "div",
    { class: "body", id: `body-${id}`, hidden: !isOpen },
    metier.notes.length > 0 && h("ul", { class: "notes" }, ...metier.notes.map((note) => h("li", {}, note))),
    reasons(metier.reasons),
    asks(app, engine, asked),
    h("button", { type: "button", class: "plain more", click: () => app.go({ at: "metier", id: metier.id }) }, app.words.list.more, h("span", { class: "only-heard" }, ` : ${metier.name}`)),
  );
  const button: HTMLButtonElement = h(
    "button",
    {
      type: "button",
      "aria-expanded": isOpen ? "true" : "false",
      "aria-controls": body.id,
      click: () => {
        body.hidden = !body.hidden;
        button.setAttribute("aria-expanded", body.hidden ? "false" : "true");
        toggled(!body.hidden);
      },
    },
    h("span", { class: "rank" }, String(metier.rank)),
    h("span", { class: "name", lang: "fr" }, metier.name),
    h("span", { class: "fold", "aria-hidden": "true" }),
  );
  const top = badges(metier);
  top.append(moved(app, steps) || "");
  return h(
    "article",
    { class: "card", "data-id": metier.id },
    h("h3", {}, button),
    top,
    metier.about !== undefined && h("p", { class: "about", lang: "fr" }, metier.about),
    // Paper has no buttons to open: the strongest two reasons stand there.
    h("div", { class: "on-paper" }, reasons(metier.reasons.slice(0, 2))),
    body,
  );
}
