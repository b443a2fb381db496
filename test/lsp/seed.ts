import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const fixtures = join(__dirname, '..', '..', '..', 'test', 'fixtures', 'cli');

/** The two documents that the contract gives as examples. */
export const seedSuccess = readFileSync(join(fixtures, 'seed-success.json'), 'utf8');
export const seedFailure = readFileSync(join(fixtures, 'seed-failure.json'), 'utf8');
