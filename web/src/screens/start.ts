// The first screen, which is there before the engine is.

import type { App, Screen } from "../app.ts";
import { hill, needle } from "../draw.ts";
import { h, heading, say } from "../element.ts";
import type { Engine } from "../engine.ts";
import type { Audience } from "../store.ts";

const AUDIENCES: Audience[] = ["pupil", "adult", "counsellor"];

/** The place where the quiz goes on. */
function goOn(app: App): void {
  const { session } = app.state;
  const isOver = session !== null && app.engine?.next(session).question === null;
  app.go(isOver ? { at: "portrait" } : { at: "question", nth: session?.given.length ?? 0 });
}

function begin(app: App, button: HTMLButtonElement, fresh: boolean): void {
  const { words } = app;
  button.setAttribute("aria-busy", "true");
  if (app.engine === null) {
    button.append(h("span", { class: "busy" }, words.start.loading));
    say(words.start.loading);
  }
  const first = (engine: Engine) => {
    if (fresh || app.state.session === null) {
      app.change({ session: engine.start() });
    }
    goOn(app);
  };
  void app.ready().then(first, app.fail);
}

function open(app: App, input: HTMLInputElement, problem: HTMLElement): void {
  const file = input.files?.[0];
  if (file === undefined) {
    return;
  }
  const take = ([engine, text]: [Engine, string]) => {
    const session = engine.check(text);
    input.value = "";
    if (session === null) {
      problem.textContent = app.words.start.wrongFile;
      return;
    }
    app.change({ session });
    goOn(app);
  };
  void Promise.all([app.ready(), file.text()]).then(take, app.fail);
}

/** Who answers: a group of native radio buttons. */
function who(app: App): HTMLElement {
  const { words, state } = app;
  const choice = (audience: Audience) =>
    h(
      "label",
      {},
      h("input", {
        type: "radio",
        name: "audience",
        value: audience,
        checked: audience === state.audience,
        change: () => {
          app.change({ audience }, true);
          document.querySelector<HTMLInputElement>(`input[value=${audience}]`)?.focus();
        },
      }),
      h("span", {}, words.start.audiences[audience]),
    );
  return h("fieldset", { class: "who" }, h("legend", {}, words.start.who), ...AUDIENCES.map(choice));
}

/** How long it takes, once the engine can tell; the line has its place before. */
function length(app: App): HTMLElement {
  const line = h("li", {}, app.words.start.lengthUnknown);
  const tell = () => {
    if (app.engine !== null) {
      const session = app.engine.start();
      const { at_least, at_most } = app.engine.next(session).progress;
      line.textContent = app.words.start.length(at_least, at_most, session.settings.min_questions);
    }
  };
  void app.ready().then(tell, () => undefined);
  tell();
  return line;
}

export function startScreen(app: App): Screen {
  const { words } = app;
  const n = app.state.session?.given.length ?? 0;
  const go = h("button", { type: "button", class: "go", click: () => begin(app, go, false) }, n === 0 ? words.start.go : words.start.resume(n));
  const again = h("button", { type: "button", class: "plain", click: () => begin(app, again, true) }, words.start.again);
  const problem = h("p", { class: "problem", role: "alert" });
  const input = h("input", { type: "file", accept: ".json,application/json", class: "only-heard", change: () => open(app, input, problem) });
  const main = h(
    "main",
    { id: "content", class: "start" },
    h("div", { class: "scene" }, hill("boussole"), needle(3)),
    heading(words.start.title),
    h("p", { class: "lead" }, words.start.lead),
    h("div", { class: "actions" }, go, n > 0 && again),
    h("ul", { class: "facts" }, h("li", {}, words.start.privacy), length(app), h("li", {}, words.start.truth)),
    who(app),
    h("label", { class: "plain file" }, input, words.start.open),
    problem,
  );
  return { title: words.start.title, main };
}
