// Loaded into every program that VS Code starts under Node: notes its process, for `runningPrograms`.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

const folder = process.env.EMBEDDED_VSCODE_PROGRAMS;
const [, program] = process.argv;
if (folder !== undefined && program !== undefined) {
  writeFileSync(join(folder, `${process.pid}`), program);
}
