import { importTypeScript } from './importTypeScript.mjs';

const folder = 'server/src/service/languages';

/** Writes the activation events of the manifest from the table of languages. */
export async function generateLanguages(files) {
  const { documentLanguages } = await importTypeScript(folder, [`export { documentLanguages } from './table';`]);
  const manifest = files.readJson('package.json');
  manifest.activationEvents = [...documentLanguages.map(({ id }) => `onLanguage:${id}`), 'onStartupFinished'];
  await files.writeJson('package.json', manifest);
}
