import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const fixtures = join(__dirname, '..', '..', '..', 'test', 'fixtures', 'cli');

/** The two examples of the contract. */
export const seedSuccess = readFileSync(join(fixtures, 'seed-success.json'), 'utf8');
export const seedFailure = readFileSync(join(fixtures, 'seed-failure.json'), 'utf8');
