// Paper, a file, or nothing: what stays is the pupil's choice.

import type { Session } from "boussole-metiers";
import type { App } from "../app.ts";
import { h } from "../element.ts";
import type { Engine } from "../engine.ts";

/** Hands a text over as a file; it is made here, and nothing is sent. */
function save(text: string, name: string, type: string): void {
  const url = URL.createObjectURL(new Blob([text], { type }));
  h("a", { href: url, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(url), 1000);
}

/** « Tout effacer » asks once more, in its place. */
function forgetting(app: App): HTMLElement {
  const { words } = app;
  const place = h("div", { class: "forget" });
  const first: HTMLButtonElement = h("button", { type: "button", class: "plain", click: () => ask() }, words.keep.forget);
  const ask = () => {
    const sure = h("button", { type: "button", class: "plain sure", click: () => app.forget() }, words.keep.forgetSure);
    const not = () => {
      place.replaceChildren(first);
      first.focus();
    };
    place.replaceChildren(sure, h("button", { type: "button", class: "plain", click: not }, words.keep.forgetNot));
    sure.focus();
  };
  place.append(first);
  return place;
}

/** What is wrong with the data: for who accompanies, not for the pupil. */
function problems(app: App, engine: Engine): HTMLElement | false {
  const all = engine.problems;
  return (
    app.state.audience === "counsellor" &&
    all.length > 0 &&
    h("details", { class: "part problems" }, h("summary", {}, h("h2", {}, app.words.keep.problems(all.length))), h("ul", { lang: "en" }, ...all.map((one) => h("li", {}, one.message))))
  );
}

export function keepPart(app: App, engine: Engine, session: Session, title: string): HTMLElement {
  const { words } = app;
  const button = (label: string, click: () => void, help?: string) =>
    h("div", {}, h("button", { type: "button", class: "plain", click }, label), help !== undefined && h("p", { class: "help" }, help));
  return h(
    "section",
    { class: "keep screen-only", "aria-label": `${words.keep.title} : ${title}` },
    h("h2", {}, words.keep.title),
    h(
      "div",
      { class: "ways" },
      button(words.keep.print, () => window.print()),
      button(words.keep.file, () => save(JSON.stringify(session, null, 2), words.keep.fileName, "application/json"), words.keep.fileHelp),
      button(words.keep.page, () => save(engine.page(session), words.keep.pageName, "text/html"), words.keep.pageHelp),
      forgetting(app),
    ),
    problems(app, engine),
  );
}
