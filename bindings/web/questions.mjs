// Writes questions.json, for the module without the demonstration: the questions of the other module, in the form in which an app gives its own.
import { readFileSync, writeFileSync } from 'node:fs';
import init, * as glue from './dist/glue.js';

await init({ module_or_path: readFileSync(new URL('dist/boussole.wasm', import.meta.url)) });
const question = JSON.parse(new glue.Quiz(glue.Catalogue.demo(), undefined).questions());
writeFileSync(new URL('dist/questions.json', import.meta.url), `${JSON.stringify({ schema: 'boussole/quiz/1', question })}\n`);
