// Generates files from other files.   node scripts/generate.mjs [--check]
import { generateAddresses } from './generate/addresses.mjs';
import { GenerateError, ProjectFiles } from './generate/files.mjs';
import { generateLanguages } from './generate/languages.mjs';
import { generateRules } from './generate/rules.mjs';
import { generateSettings } from './generate/settings.mjs';

/** Run in this order; each sees the output of the previous ones. */
const generators = [generateAddresses, generateLanguages, generateRules, generateSettings];

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
