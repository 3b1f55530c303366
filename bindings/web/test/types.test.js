// The types are those of the documents: the compiler holds real documents to them, field by field, and refuses one with a renamed field.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { Catalogue, Quiz, Recommender, profiles } from './package.js';

const folder = new URL('out/', import.meta.url);
mkdirSync(folder, { recursive: true });

/** What tsc says about documents with their types. */
function compiled(name, documents) {
  const checks = documents.map(([type, value]) => `(${JSON.stringify(value)}) satisfies ${type};`);
  const types = [...new Set(documents.map(([type]) => type.replace('[]', '')))];
  writeFileSync(new URL(`${name}.ts`, folder), `import type { ${types.join(', ')} } from '../../dist/index.js';\n${checks.join('\n')}\n`);
  const config = { extends: '../../tsconfig.json', compilerOptions: { noEmit: true, skipLibCheck: false, rootDir: '../..' }, files: [`${name}.ts`] };
  writeFileSync(new URL(`${name}.json`, folder), JSON.stringify(config));
  const tsc = fileURLToPath(new URL('../node_modules/typescript/bin/tsc', import.meta.url));
  const { stdout, status } = spawnSync(process.execPath, [tsc, '--project', fileURLToPath(new URL(`${name}.json`, folder))], { encoding: 'utf8' });
  return { stdout, status };
}

const catalogue = Catalogue.demo();
const [recommender, quiz] = [new Recommender(catalogue), new Quiz(catalogue)];
const wholeQuiz = (answer) => {
  const [steps, sessions] = [[], [quiz.start({ seed: 3 })]];
  for (;;) {
    const session = sessions.at(-1);
    const step = quiz.next(session);
    steps.push(step);
    if (step.question === null) return { steps, session };
    const { answers, list } = step.question;
    const given = list ? { sectors: [list.choices[0].sector] } : answers[answer % answers.length].answer;
    sessions.push(quiz.answer(session, step.question.id, given));
  }
};

test('documents have the types that are declared', () => {
  const ids = catalogue.metiers().map(({ id }) => id);
  const documents = profiles.slice(0, 20).flatMap((profile, place) => {
    const [id, other] = [ids[place * 7], ids[place * 5 + 1]];
    return [
      ['Profile', profile],
      ['Recommendations', recommender.recommend(profile, { top: 4 })],
      ['Recommendations', recommender.recommend(profile, { top: 12, diversity: place % 2 ? 'mmr' : 'xquad' })],
      ['Explanation', recommender.explain(profile, id)],
      ['Comparison', recommender.compare(profile, id, other)],
      ['WhatIf', recommender.whatIf(profile, id)],
      ['Stability', recommender.stability(profile)],
      ['Ladder', recommender.ladder(profile)],
      ['Said', recommender.say('recommend', profile)],
      ['Said', recommender.say('explain', profile, id, { language: 'en', audience: 'counsellor' })],
      ['Said', recommender.say('compare', profile, id, other)],
      ['Said', recommender.say('whatIf', profile, id)],
      ['Said', recommender.say('stability', profile)],
      ['Said', recommender.say('ladder', profile)],
      ['PageParts', recommender.pageParts('explain', profile, id)],
      ['Metier', catalogue.metier(id)],
    ];
  });
  const nothing = { gates: { max_access_level: 'sans diplôme', sectors: [catalogue.labels('sectors')[0].label] } };
  const record = recommender.record(profiles[0]);
  const changed = record.replace(/"n_ranked": \d+/, '"n_ranked": 1');
  documents.push(
    ['Recommendations', recommender.recommend(nothing)],
    ['Recommendations', recommender.recommend({})],
    ['Replay', recommender.replay(record)],
    ['Replay', recommender.replay(changed)],
    ['Label[]', catalogue.labels('interests')],
  );
  for (const answer of [0, 2, 4, 5]) {
    const { steps, session } = wholeQuiz(answer);
    documents.push(
      ...steps.map((step) => ['Step', step]),
      ['Session', session],
      ['Profile', quiz.profile(session)],
      ['PortraitToCorrect', quiz.portrait(session)],
      ['QuizResult', quiz.result(recommender, session)],
    );
  }
  const { stdout, status } = compiled('documents', documents.map(([type, value]) => [type, value]));
  assert.equal(status, 0, stdout.slice(0, 4000));
});

test('a renamed field does not compile', () => {
  const renamed = JSON.parse(JSON.stringify(recommender.recommend(profiles[1])).replace('"n_tied"', '"ties"'));
  assert.notEqual(compiled('renamed', [['Recommendations', renamed]]).status, 0);
});
