// - Every error is a BoussoleError of its kind, with all problems as data.
// - What JavaScript may hold and JSON may not is refused, never silently changed.
// - An object that is disposed of, or of a module that was dropped, says so; after a fault the module can be loaded again.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { BoussoleError, Catalogue, Quiz, Recommender, load } from './package.js';
import * as glue from '../dist/glue.js';

const catalogue = Catalogue.demo();
const recommender = new Recommender(catalogue);
const quiz = new Quiz(catalogue);

/** What a call throws. */
function thrown(work, kind) {
  try {
    work();
  } catch (error) {
    assert.ok(error instanceof BoussoleError, `${error}`);
    assert.equal(error.kind, kind, error.message);
    assert.ok(0 < error.problems.length);
    return error;
  }
  return assert.fail('expected an error, found none');
}

test('a profile is told all that is wrong', () => {
  const profile = { interests: { "j'aime la natture": 1, "j'ai le sens du contakt": 1 }, sectors: { Informatik: 1 } };
  const { problems } = thrown(() => recommender.recommend(profile), 'profile');
  assert.deepEqual(problems.map(({ field }) => field), ['interests', 'interests', 'sectors']);
  assert.deepEqual(problems.map(({ nearest }) => nearest[0]).slice(0, 2).sort(), ["j'ai le sens du contact", "j'aime la nature"]);
});

test('each input has its kind', () => {
  thrown(() => recommender.recommend({}, { tops: 3 }), 'options');
  thrown(() => recommender.recommend({}, { link: 'javascript:{id}' }), 'options');
  thrown(() => recommender.recommend({ interest: {} }), 'profile');
  thrown(() => recommender.recommend({ interests: { "j'aime la nature": NaN } }), 'profile');
  thrown(() => recommender.recommend({ interests: { "j'aime la nature": 1.5 } }), 'profile');
  thrown(() => new Recommender(catalogue, { taste: 1 }), 'weights');
  thrown(() => new Recommender(catalogue, 'interest = "much"'), 'weights');
  assert.equal(thrown(() => recommender.explain({}, 'conseiller'), 'metier').problems[0].nearest.length, 4);
  thrown(() => recommender.replay('{}'), 'record');
  thrown(() => quiz.check({ schema: 'boussole/session/9' }), 'session');
  thrown(() => quiz.answer(quiz.start(), 'art-1', 'perhaps'), 'session');
  assert.deepEqual(thrown(() => quiz.answer(quiz.start(), 'art-11', 'yes'), 'session').problems[0].nearest.slice(0, 1), ['art-1']);
  thrown(() => new Quiz(catalogue, 'schema = 3'), 'quiz');
  thrown(() => Catalogue.read('nothing'), 'catalogue');
});

test('data is read as far as it is right', () => {
  const read = Catalogue.read('id,libelle,niveau_acces\nMET.1,botaniste,licorne\nMET.2,plongeur,Bac + 2\n', { name: 'fiches.csv' });
  assert.equal(read.size, 2);
  const [{ message, ...problem }] = read.problems;
  assert.deepEqual(problem, { source: 'fiches.csv', line: 2, metier: 'MET.1', field: 'access_level' });
  assert.match(message, /^fiches\.csv:2: MET\.1: access level: expected a rung of the ladder, found « licorne »/);
});

test('what JSON cannot hold is refused', () => {
  for (const seed of [2 ** 53, -1, 0.5, '7', null, NaN, 7n]) thrown(() => recommender.recommend({ seed }), 'profile');
  thrown(() => quiz.start({ seed: 2 ** 60 }), 'options');
  thrown(() => quiz.next({ ...quiz.start(), seed: 2 ** 60 }), 'session');
  const circle = {};
  circle.interests = circle;
  thrown(() => recommender.recommend(circle), 'profile');
  thrown(() => recommender.recommend({ interests: { a: 7n } }), 'profile');
  thrown(() => recommender.recommend(() => 3), 'profile');
  thrown(() => recommender.recommend({ interests: { '\ud800': 1 } }), 'profile');
  thrown(() => recommender.recommend(null), 'profile');
  thrown(() => recommender.recommend(undefined, null), 'options');
});

test('hostile data is read or refused', () => {
  const hostile = ['<'.repeat(300_000), '['.repeat(300_000), '{"a":'.repeat(100_000), '"'.repeat(300_000), '<metier>'.repeat(100_000), '\0'.repeat(1000),
    'id,libelle\n' + 'MET.1,x\n'.repeat(100_000), '- '.repeat(100_000), new Uint8Array(1_000_000).map((_, place) => (place * 7919) % 251)];
  for (const data of hostile) {
    try {
      assert.ok(Array.isArray(Catalogue.read(data).problems));
    } catch (error) {
      assert.ok(error instanceof BoussoleError && error.kind === 'catalogue', `${error}`);
    }
  }
  for (const text of hostile.filter((data) => typeof data === 'string')) {
    thrown(() => recommender.replay(text), 'record');
    thrown(() => recommender.explain({}, text), 'metier');
  }
  // Tags of a cell are none of its text, but what a reader of the page would see of it may look like one.
  const labelled = Catalogue.read('id,libelle\nMET.1,mime &lt;img src=x onerror=alert(1)&gt;\n');
  assert.doesNotMatch(new Recommender(labelled).page('recommend', {}, { audience: 'counsellor' }), /<img/);
});

test('what is disposed of says so', () => {
  const other = Catalogue.read('id,libelle\nMET.1,botaniste\n');
  other.dispose();
  thrown(() => other.metiers(), 'disposed');
  other.dispose();
});

// Last: it drops the module.
test('a fault drops the module, which can be loaded again', async () => {
  const fault = glue.Recommender.prototype.ladder;
  glue.Recommender.prototype.ladder = () => {
    // What the engine does at an `unreachable`.
    new WebAssembly.Instance(new WebAssembly.Module(new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0, 1, 4, 1, 96, 0, 0, 3, 2, 1, 0, 8, 1, 0, 10, 5, 1, 3, 0, 0, 11])));
  };
  thrown(() => recommender.ladder({}), 'fault');
  glue.Recommender.prototype.ladder = fault;
  thrown(() => recommender.ladder({}), 'fault');
  thrown(() => Catalogue.demo(), 'fault');
  await load();
  thrown(() => recommender.ladder({}), 'disposed');
  assert.equal(new Recommender(Catalogue.demo()).ladder({}).schema, 'boussole/ladder/1');
});
