// The smaller module reads catalogues in their canonical form, and says of others what reads them.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { BoussoleError, Catalogue, Quiz, Recommender, about, load } from '../dist/index.js';

await load(readFileSync(new URL('../dist/slim.wasm', import.meta.url)));

/** All that is wrong with data of which nothing is read. */
function refused(data) {
  try {
    Catalogue.read(data, { name: 'métiers' });
  } catch (error) {
    assert.ok(error instanceof BoussoleError && error.kind === 'catalogue', `${error}`);
    return error.problems.map(({ message }) => message);
  }
  return assert.fail('expected an error, found none');
}

test('a canonical catalogue is read, asked about and ranked', () => {
  const mime = { id: 'MET.1', title: { heading: 'mime' }, interests: ["j'aime bouger"] };
  const catalogue = Catalogue.read(JSON.stringify({ schema: 'boussole/catalogue/1', metiers: [mime] }));
  assert.deepEqual(catalogue.problems, []);
  assert.equal(new Recommender(catalogue).recommend({ interests: { "j'aime bouger": 1 } }).recommendations[0].id, 'MET.1');
  const questions = readFileSync(new URL('../dist/questions.json', import.meta.url), 'utf8');
  assert.ok(0 < new Quiz(catalogue, questions).setAside.length);
});

test('what is not read names the feature that reads it', () => {
  const { hasDemo, hasXml } = about();
  assert.deepEqual([hasDemo, hasXml], [false, false]);
  const expected = (found, feature) => [`métiers: expected a format that this build reads, found ${found}; build with the feature « ${feature} », the file is left out`];
  assert.deepEqual(refused('[{"identifiant": "MET.1", "libelle": "mime"}]'), expected('JSON of another form than `boussole convert` writes', 'xml'));
  assert.deepEqual(refused('<metiers><metier/></metiers>'), expected('XML', 'xml'));
  assert.match(refused('[{"identifiant": "MET.1", "lib')[0], /^métiers:1: expected well-formed JSON, found: EOF/);
  assert.throws(() => Catalogue.demo(), /expected a module with the demonstration/);
});
