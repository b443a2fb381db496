import { isJson } from './isJson';
import { isProjectFile, projectFileName } from './projectFile';
import { documentLanguages } from './table';

/** Detects the language ID of a file by its name, else by its content. */
export function languageOf(path: string, text: string): string {
  const name = path.toLowerCase();
  const language = documentLanguages.find(({ extensions }) => extensions.some((extension) => name.endsWith(extension)));
  return language?.id ?? languageOfText(text);
}

/** Whether the name alone declares a file to be a response. */
export function isDeclaredByName(path: string): boolean {
  return path.toLowerCase().endsWith(projectFileName) && !isProjectFile(path);
}

/** Detects the language ID of a text by its content: `jsonl`, `json` or `plaintext`. */
export function languageOfText(text: string): string {
  const lines = text.split('\n', 1_000).filter((line) => line.trim() !== '');
  if (lines.length > 1 && lines.every((line) => /^\s*\{\s*(?:".*)?\}\s*$/.test(line))) {
    return 'jsonl';
  }
  return isJson(text) ? 'json' : 'plaintext';
}
