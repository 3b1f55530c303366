// Documents have the same bytes as those of the program on every machine.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sums } from './identity.js';
import * as boussole from './package.js';

test('documents have the same bytes as everywhere', async () => {
  assert.deepEqual(await sums(boussole, boussole.profiles), boussole.expectedSums);
});
