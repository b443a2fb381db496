/** How files are read, by the ending of their names. */
const languages: ReadonlyMap<string, string> = new Map([
  ['json', 'json'],
  ['har', 'json'],
  ['jsonc', 'jsonc'],
  ['jsonl', 'jsonl'],
  ['ndjson', 'jsonl'],
  ['http', 'http'],
  ['log', 'log'],
  ['md', 'markdown'],
  ['yaml', 'yaml'],
  ['yml', 'yaml'],
]);

/** The language id by which a file is read: by its name, else by what it holds. */
export function languageOf(path: string, text: string): string {
  if (isDeclaredByName(path)) {
    return 'api-response';
  }
  const ending = /\.(\w{1,9})$/.exec(path)?.[1]?.toLowerCase();
  return languages.get(ending ?? '') ?? languageOfText(text);
}

/** Whether a file is a response whatever it holds, by its name alone. */
export function isDeclaredByName(path: string): boolean {
  return path.toLowerCase().endsWith('.api-response.json');
}

/** How a text without a name is best read: language id `jsonl`, `json` or `plaintext`. */
export function languageOfText(text: string): string {
  if (!/^\s*(?:\{|\[\s*[\]"{[\d-])/.test(text)) {
    return 'plaintext';
  }
  const lines = text.split('\n', 1_000).filter((line) => line.trim() !== '');
  return lines.length > 1 && lines.every((line) => /^\s*\{.*\}\s*$/.test(line)) ? 'jsonl' : 'json';
}
