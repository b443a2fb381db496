import * as fs from 'node:fs';
import * as path from 'node:path';

/**
 * Makes VS Code take a display language that it has no language pack for: its own texts stay English, and extensions
 * speak the language.
 */
export function addEmptyLanguagePack(userDataDir: string, locale: string): void {
  const translations = path.join(userDataDir, `translations.${locale}.json`);
  fs.mkdirSync(userDataDir, { recursive: true });
  fs.writeFileSync(translations, JSON.stringify({ contents: {} }));
  const owner = { extensionIdentifier: { id: 'test.empty-language-pack' }, version: '0.0.0' };
  const pack = { hash: 'empty', extensions: [owner], translations: { vscode: translations }, label: locale };
  fs.writeFileSync(path.join(userDataDir, 'languagepacks.json'), JSON.stringify({ [locale]: pack }));
}
