import { spawnSync } from 'node:child_process';

/** What a program prints, or an error with what it complains about. */
export function outputOf(root, program, ...args) {
  // On Windows npm is a script.
  const shell = program === 'npm' && process.platform === 'win32';
  const { status, stdout, stderr, error } = spawnSync(program, args, { cwd: root, encoding: 'utf8', shell });
  if (error || status !== 0) {
    throw new Error(`${program} ${args.join(' ')} failed: ${error?.message ?? stderr.trim()}`);
  }
  return stdout;
}
