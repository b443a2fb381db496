// Writes the files that follow from others.   node scripts/generate.mjs [--check]
import { GenerateError, ProjectFiles } from './generate/files.mjs';
import { generateLanguages } from './generate/languages.mjs';
import { generateRules } from './generate/rules.mjs';

/** Run in this order; each sees what those before it have written. */
const generators = [generateLanguages, generateRules];

try {
  const files = new ProjectFiles();
  for (const generate of generators) {
    await generate(files);
  }
  if (process.argv.includes('--check')) {
    files.check();
  } else {
    files.save();
  }
} catch (error) {
  if (!(error instanceof GenerateError)) {
    throw error;
  }
  console.error(`generate: ${error.message}`);
  process.exitCode = 1;
}
