import { commands } from 'vscode';

let isNoted = false;

/** Sets the context key `apiResponse.hoverShown`, which completes a step of the walkthrough, at the first hover. */
export function noteHover(): void {
  if (!isNoted) {
    isNoted = true;
    void commands.executeCommand('setContext', 'apiResponse.hoverShown', true);
  }
}
