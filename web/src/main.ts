// The page: the first screen at once, the engine behind it, and one screen for each address.

import { type App, type Place, type Screen, address, placeOf } from "./app.ts";
import { compass } from "./draw.ts";
import { h, say } from "./element.ts";
import { type Engine, makeEngine } from "./engine.ts";
import { installWorker } from "./offline.ts";
import { listScreen } from "./screens/list.ts";
import { metierScreen } from "./screens/metier.ts";
import { portraitScreen } from "./screens/portrait.ts";
import { questionScreen } from "./screens/question.ts";
import { startScreen } from "./screens/start.ts";
import { type State, forget, keep, kept } from "./store.ts";
import { english } from "./words.en.ts";
import { type Words, adult, pupil } from "./words.fr.ts";

const page = document.getElementById("page") as HTMLElement;

let state: State = kept();
let engine: Engine | null = null;
let loading: Promise<Engine> | null = null;

function wordsOf({ language, audience }: State): Words {
  if (language === "en") {
    return english;
  }
  return audience === "pupil" ? pupil : adult;
}

/** The engine; loading begins once, and again after a failure. */
function ready(): Promise<Engine> {
  loading ??= makeEngine(() => state).then(
    (made) => (engine = made),
    (error: unknown) => {
      loading = null;
      console.error(error);
      throw error;
    },
  );
  return loading;
}

const app: App = {
  get words() {
    return wordsOf(state);
  },
  get state() {
    return state;
  },
  get engine() {
    return engine;
  },
  change(change, redraw = false) {
    state = { ...state, ...change };
    keep(state);
    if (redraw) {
      draw(false);
    }
  },
  go(place, how = "push") {
    if (how === "push") {
      history.pushState({ from: location.hash }, "", address(place));
    } else {
      history.replaceState(history.state, "", address(place));
    }
    draw(true);
  },
  backTo(place) {
    // The browser's own back is the same way where one came from there; after a reload one may not have.
    if ((history.state as { from?: string } | null)?.from === address(place)) {
      history.back();
    } else {
      app.go(place, "replace");
    }
  },
  forget() {
    forget();
    state = { ...state, session: null };
    app.go({ at: "start" });
  },
  ready,
  fail() {
    show(failed(), true);
  },
};

function failed(): Screen {
  const { words } = app;
  const retry = h("button", { type: "button", class: "go", click: () => void (loading = null, draw(true)) }, words.failed.retry);
  return { title: words.failed.title, main: h("main", { id: "content", class: "failed" }, h("h1", { tabindex: -1 }, words.failed.title), h("p", { class: "lead" }, words.failed.lead), retry) };
}

function waiting(): Screen {
  const { words } = app;
  return { title: words.name, main: h("main", { id: "content", class: "waiting" }, h("h1", { tabindex: -1 }, words.start.loading)) };
}

/** The screen of a place; the start where there is no session yet, the portrait where no question is left. */
function screen(place: Place): Screen | null {
  if (place.at === "start") {
    return startScreen(app);
  }
  const { session } = state;
  if (session === null) {
    return null;
  }
  if (engine === null) {
    void ready().then(() => draw(true), app.fail);
    return waiting();
  }
  switch (place.at) {
    case "question":
      return questionScreen(app, engine, session, Math.min(place.nth, session.given.length)) ?? portraitScreen(app, engine, session);
    case "portrait":
      return portraitScreen(app, engine, session);
    case "list":
      return listScreen(app, engine, session);
    case "metier":
      return metierScreen(app, engine, session, place.id) ?? listScreen(app, engine, session);
  }
}

/** The name, which leads to the start, and the other language. */
function header(): HTMLElement {
  const { words } = app;
  const home = (event: Event) => {
    event.preventDefault();
    app.go({ at: "start" });
  };
  const other = () => {
    app.change({ language: state.language === "fr" ? "en" : "fr" }, true);
    document.querySelector<HTMLElement>(".language")?.focus();
  };
  return h(
    "header",
    { class: "screen-only" },
    h("a", { href: "#", class: "home", click: home }, compass(), h("span", {}, words.name)),
    h("button", { type: "button", class: "language", lang: words.other.lang, click: other }, words.other.words),
  );
}

function show({ title, main, focus }: Screen, isNew: boolean): void {
  const { words } = app;
  document.documentElement.lang = words.lang;
  document.title = title === words.name ? title : `${title} – ${words.name}`;
  const skip = (event: Event) => {
    event.preventDefault();
    main.querySelector<HTMLElement>("h1")?.focus();
  };
  page.replaceChildren(h("a", { href: "#content", class: "skip", click: skip }, words.skipLink), header(), main);
  if (isNew) {
    window.scrollTo({ top: 0, behavior: "instant" });
    (focus ?? main.querySelector<HTMLElement>("h1"))?.focus({ preventScroll: true });
  }
}

function draw(isNew: boolean): void {
  const place = placeOf(location.hash);
  try {
    const found = screen(place);
    if (found === null) {
      app.go({ at: "start" }, "replace");
    } else {
      show(found, isNew);
    }
  } catch (error) {
    // A session of another version, or a defect: nothing is lost by beginning anew, and the pupil is told.
    console.error(error);
    show(failed(), true);
    say(app.words.failed.title);
  }
}

/** What happens behind the first screen. */
async function behind(): Promise<void> {
  // Who begins meanwhile is told of a failure there.
  await ready().catch(() => undefined);
  await installWorker().catch((error: unknown) => console.error(error));
}

function main(): void {
  addEventListener("popstate", () => draw(true));
  draw(false);
  // The first screen is painted before the engine takes its time.
  requestAnimationFrame(() => setTimeout(() => void behind()));
}

main();
