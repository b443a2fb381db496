// Runs another program in this process and ends its whole process group as soon as the starter is gone: the pipe on
// standard input closes even when the starter was killed and could tidy up nothing.
import { pathToFileURL } from 'node:url';

const program = process.argv[2];
if (program === undefined) {
  throw new Error('guard was started without a program to run: pass its path as the first argument.');
}
process.argv.splice(1, 1);

process.stdin.on('error', endAll).on('close', endAll).resume();

void import(pathToFileURL(program).href);

function endAll(): void {
  if (process.platform === 'win32') {
    process.exit();
  }
  process.kill(-process.pid, 'SIGKILL');
}
