import { URI } from 'vscode-uri';

/**
 * What all spellings of a URI have in common, as in VS Code: `file:///C:/响应.json` and
 * `file:///c%3A/%E5%93%8D%E5%BA%94.json` are the same file. Clients get their own spelling back, never this one.
 */
export function uriKey(uri: string): string {
  try {
    return URI.parse(uri).toString();
  } catch {
    return uri;
  }
}
