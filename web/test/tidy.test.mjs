// The house rules, for TypeScript: short files, short functions, and wording that every pupil can read.

import assert from "node:assert/strict";
import { readFile, readdir } from "node:fs/promises";
import { join } from "node:path";
import test from "node:test";
import ts from "typescript";
import { web } from "./browser.mjs";

const MOST_LINES = 400;
const MOST_LINES_OF_A_FUNCTION = 40;

async function sources() {
  const names = (await readdir(web, { recursive: true })).filter((name) => /\.(ts|mjs|css)$/.test(name) && !/^(node_modules|dist)/.test(name));
  return Promise.all(names.map(async (name) => ({ name, text: await readFile(join(web, name), "utf8") })));
}

/** The functions of a source that are too long, by name or line. */
function longFunctions({ name, text }) {
  const source = ts.createSourceFile(name, text, ts.ScriptTarget.Latest, true);
  const found = [];
  const look = (node) => {
    if (ts.isFunctionLike(node) && node.body !== undefined) {
      const [first, last] = [node.getStart(), node.getEnd()].map((place) => source.getLineAndCharacterOfPosition(place).line + 1);
      if (last - first + 1 > MOST_LINES_OF_A_FUNCTION) {
        found.push(`${name}:${first}: ${last - first + 1} lines`);
      }
    }
    ts.forEachChild(node, look);
  };
  look(source);
  return found;
}

test("files and functions are short", async () => {
  const all = await sources();
  assert.ok(all.length > 20);
  assert.deepEqual(all.filter(({ text }) => text.split("\n").length > MOST_LINES).map(({ name }) => name), []);
  // Tests tell a story; what they test does not.
  assert.deepEqual(all.filter(({ name }) => !name.endsWith(".css") && !name.startsWith("test")).flatMap(longFunctions), []);
  assert.equal(longFunctions({ name: "bad.ts", text: `function f() {${"\n".repeat(50)}}` }).length, 1);
});

test("every file says what it is about", async () => {
  assert.deepEqual((await sources()).filter(({ text }) => !/^(\/\/ [A-ZÀ-Ý]|\/\* [A-ZÀ-Ý])/u.test(text)).map(({ name }) => name), []);
});

test("no point médian, no percentage, no straight apostrophe in what pupils read", async () => {
  const words = (await sources()).filter(({ name }) => /words\.\w+\.ts$/.test(name));
  assert.equal(words.length, 2);
  for (const { name, text } of words) {
    // What stands in quotes, without the names of files and the code of templates.
    const said = [...text.matchAll(/"([^"]*)"|`([^`]*)`/g)].map(([, plain, template]) => (plain ?? template).replaceAll(/\$\{[^}]*\}/g, ""));
    assert.ok(said.length > 50);
    assert.deepEqual(said.filter((one) => /[·•%]|\p{L}'\p{L}/u.test(one)), [], name);
  }
});
