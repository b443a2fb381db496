import { window, workspace } from 'vscode';

/** Opens a text as an untitled document, to be read or changed. */
export async function openUntitled(content: string, language: string): Promise<void> {
  await window.showTextDocument(await workspace.openTextDocument({ content, language }));
}
