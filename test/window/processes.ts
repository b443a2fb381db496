import { waitFor, type RunningProgram, type Window } from '../embedded-vscode';

const serverModule = /[\\/]extensions[\\/]api-response\.[^\\/]+[\\/]dist[\\/]server\.js$/;

/** The processes of the language server that a window has started. */
export function serverProcesses(window: Window): RunningProgram[] {
  return window.runningPrograms().filter(({ program }) => serverModule.test(program));
}

/** Waits for the language server of a window; `other` than the one that has been killed. */
export async function runningServer(window: Window, other?: RunningProgram): Promise<RunningProgram> {
  const running = await waitFor(
    'the language server to run',
    () => Promise.resolve(serverProcesses(window).filter(({ pid }) => pid !== other?.pid)),
    (all): all is [RunningProgram] => all.length === 1,
  );
  return running[0];
}
