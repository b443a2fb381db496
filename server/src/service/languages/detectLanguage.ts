import { documentLanguages } from './table';

/** The language id by which a file is read: by its name, else by what it holds. */
export function languageOf(path: string, text: string): string {
  const name = path.toLowerCase();
  // The longest extension decides: `.api-response.json` before `.json`.
  const [language] = documentLanguages
    .flatMap(({ id, extensions }) => extensions.map((extension) => ({ id, extension })))
    .filter(({ extension }) => name.endsWith(extension))
    .sort((one, other) => other.extension.length - one.extension.length);
  return language?.id ?? languageOfText(text);
}

/** Whether a file is a response whatever it holds, by its name alone. */
export function isDeclaredByName(path: string): boolean {
  const name = path.toLowerCase();
  return documentLanguages.some(
    ({ declared, extensions }) => declared && extensions.some((extension) => name.endsWith(extension)),
  );
}

/** How a text without a name is best read: language id `jsonl`, `json` or `plaintext`. */
export function languageOfText(text: string): string {
  if (!/^\s*(?:\{|\[\s*[\]"{[\d-])/.test(text)) {
    return 'plaintext';
  }
  const lines = text.split('\n', 1_000).filter((line) => line.trim() !== '');
  return lines.length > 1 && lines.every((line) => /^\s*\{.*\}\s*$/.test(line)) ? 'jsonl' : 'json';
}
