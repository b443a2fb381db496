import type * as vscode from 'vscode';
import { hoversOn } from './support';

/** A failure with a code that is in no catalog but those of the suites. */
export const teapot = '{"Response": {"Error": {"Code": "Teapot.Cold", "Message": "m"}, "RequestId": "r"}}';

/** A catalog with that code. */
export const catalog = (description: string): string =>
  JSON.stringify({ schemaVersion: 1, product: 'teapot', codes: { 'Teapot.Cold': description } });

/** The first line of the hover on the code. */
export async function teapotExplained(editor: vscode.TextEditor): Promise<string | undefined> {
  const hovers = await hoversOn(editor, 'Teapot.Cold');
  return hovers.find((hover) => hover.includes('Teapot'))?.split('\n')[0];
}
