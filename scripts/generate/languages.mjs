import { importTypeScript } from './importTypeScript.mjs';

const folder = 'server/src/service/languages';

/** Writes what the manifest says of languages, from the table of languages. */
export async function generateLanguages(files) {
  const { documentLanguages } = await importTypeScript(folder, [`export { documentLanguages } from './table';`]);
  const manifest = files.readJson('package.json');
  manifest.activationEvents = [...documentLanguages.map(({ id }) => `onLanguage:${id}`), 'onStartupFinished'];
  for (const contributed of manifest.contributes.languages) {
    contributed.extensions = documentLanguages.find(({ id }) => id === contributed.id).extensions;
  }
  await files.writeJson('package.json', manifest);
}
