// Adds up the results in out/test-results: one line per suite, the tests that were retried or failed, then `N passed, N failed`.
import { readdirSync, readFileSync } from 'node:fs';

const folder = new URL('../out/test-results/', import.meta.url);

function results() {
  try {
    return readdirSync(folder).filter((name) => name.endsWith('.json'));
  } catch {
    return [];
  }
}

let passed = 0;
let failed = 0;
const notes = [];
for (const name of results().sort()) {
  const counts = JSON.parse(readFileSync(new URL(name, folder), 'utf8'));
  console.log(`${counts.suite}: ${counts.passed} passed, ${counts.failed} failed`);
  passed += counts.passed;
  failed += counts.failed;
  notes.push(
    ...(counts.retried ?? []).map((test) => `↻ ${counts.suite}, retried: ${test}`),
    ...(counts.failures ?? []).map((test) => `✖ ${counts.suite}: ${test}`),
  );
}
notes.forEach((note) => console.log(note.replaceAll(/\s+/g, ' ').slice(0, 500)));
console.log(`${passed} passed, ${failed} failed`);
