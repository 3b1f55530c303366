// Drawings: the compass, its needles, and a hill whose contour lines belong to one question.

import { s } from "./element.ts";

/** The compass of the header. */
export function compass(): SVGElement {
  return s(
    "svg",
    { viewBox: "0 0 40 40", class: "compass", "aria-hidden": "true" },
    s("circle", { cx: 20, cy: 20, r: 17, class: "dial" }),
    s("path", { d: "M17.3 17.7 29 9.5 22.7 22.3Z", class: "north" }),
    s("path", { d: "M17.3 17.7 11 30.5 22.7 22.3Z", class: "south" }),
  );
}

/** A needle for an answer from 0, no, to 4, yes: it turns from left to right. */
export function needle(point: number): SVGElement {
  const turn = (point - 2) * 45;
  return s(
    "svg",
    { viewBox: "-12 -12 24 24", class: "needle", "aria-hidden": "true" },
    s("circle", { r: 10.5, class: "dial" }),
    s("path", { d: "M-3 0 0 -9 3 0Z", class: "north", transform: `rotate(${turn})` }),
    s("path", { d: "M-3 0 0 9 3 0Z", class: "south", transform: `rotate(${turn})` }),
  );
}

/** Numbers in [0, 1) that only the text decides (FNV-1a, then a multiplicative generator). */
function draws(text: string): () => number {
  let state = 2166136261;
  for (const character of text) {
    state = Math.imul(state ^ (character.codePointAt(0) ?? 0), 16777619) >>> 0;
  }
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 4294967296;
  };
}

/** One contour line: a circle that some waves bend. */
function contour(radius: number, waves: { turns: number; height: number; phase: number }[], steps = 48): string {
  const points = Array.from({ length: steps }, (_, step) => {
    const angle = (step / steps) * 2 * Math.PI;
    const bend = waves.reduce((sum, wave) => sum + wave.height * Math.sin(wave.turns * angle + wave.phase), 1);
    return `${(radius * bend * Math.cos(angle) * 1.7).toFixed(1)} ${(radius * bend * Math.sin(angle)).toFixed(1)}`;
  });
  return `M${points.join("L")}Z`;
}

/** Contour lines of a hill and the way up, the same for the same text. Decoration only. */
export function hill(text: string): SVGElement {
  const draw = draws(text);
  const waves = [1, 2, 3, 5].map((turns) => ({ turns, height: (0.34 / turns) * (0.4 + draw() * 0.6), phase: draw() * 6.283 }));
  const lines = Array.from({ length: 9 }, (_, line) => s("path", { d: contour(8 + line * 13, waves), class: line % 4 === 0 ? "contour main" : "contour" }));
  const [x, y] = [150 + draw() * 90, 55 + draw() * 30];
  const bends = [0, 1, 2].map(() => (draw() - 0.5) * 46);
  const way = `M0 0C${-40 - (bends[0] ?? 0)} ${30 + (bends[1] ?? 0)} ${-70 + (bends[2] ?? 0)} 20 ${-x - 20} ${60}`;
  return s(
    "svg",
    { viewBox: "0 0 390 130", class: "hill", preserveAspectRatio: "xMidYMid slice", "aria-hidden": "true" },
    s("g", { transform: `translate(${x.toFixed(0)} ${y.toFixed(0)})` }, ...lines, s("path", { d: way, class: "way" }), s("path", { d: "M0 0v-15h13l-4 4.500 4 4.500h-13", class: "flag" })),
  );
}
