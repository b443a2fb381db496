import { importTypeScript } from './importTypeScript.mjs';

const folder = 'server/src/service';

/** Writes the activation events of the manifest from the tables of languages. */
export async function generateLanguages(files) {
  const { documentLanguages, sourceLanguages } = await importTypeScript(folder, [
    `export { documentLanguages } from './languages/table';`,
    `export { sourceLanguages } from './sourceCode/languages';`,
  ]);
  const manifest = files.readJson('package.json');
  const ids = [...documentLanguages.map(({ id }) => id), ...sourceLanguages.flatMap((language) => language.ids)];
  manifest.activationEvents = [...ids.map((id) => `onLanguage:${id}`), 'onStartupFinished'];
  await files.writeJson('package.json', manifest);
}
