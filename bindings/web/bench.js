// What a recommendation costs in Node beside the same in native code, in one run: `node bench.js [ROUNDS]`.
//
// Both take the profile as text and give the document as text; the third figure adds what an app does, JSON.parse.
import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { Catalogue, Recommender, profiles } from './test/package.js';

const rounds = Number(process.argv[2] ?? 15);
const root = fileURLToPath(new URL('../..', import.meta.url));
const native = Number(execFileSync('cargo', ['run', '--release', '--quiet', '-p', 'boussole-documents', '--example', 'speed', '--', String(rounds)], { cwd: root, encoding: 'utf8' }));

const recommender = new Recommender(Catalogue.demo());
const options = { stability: false };
const median = (work) => {
  const times = Array.from({ length: rounds }, () => {
    const start = performance.now();
    profiles.forEach(work);
    return ((performance.now() - start) * 1000) / profiles.length;
  });
  return times.sort((one, other) => one - other)[Math.floor(rounds / 2)];
};
// The engine compiles what runs often; the first rounds are not what an app feels later.
median((profile) => recommender.write('json', 'recommend', profile, options));
const text = median((profile) => recommender.write('json', 'recommend', profile, options));
const object = median((profile) => recommender.recommend(profile, options));
const told = (name, time) => console.log(`${name.padEnd(24)} ${time.toFixed(0).padStart(6)} µs  ${(time / native).toFixed(1)} ×`);
told('native, text to text', native);
told('Node, text to text', text);
told('Node, object to object', object);
if (5 * native < text) {
  console.error(`expected at most 5 times the native time, found ${(text / native).toFixed(1)}`);
  process.exitCode = 1;
}
