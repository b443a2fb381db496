// Removes output in out/ whose sources no longer exist: renamed tests would run twice.
import { existsSync, readdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));

for (const room of ['client', 'server', 'test']) {
  const compiled = path.join(root, 'out', room);
  const names = existsSync(compiled) ? readdirSync(compiled, { recursive: true, encoding: 'utf8' }) : [];
  for (const name of names) {
    const [, stem] = /^(.*?)(?:\.d\.ts|\.js|\.js\.map)$/.exec(name) ?? [];
    if (stem !== undefined && !existsSync(path.join(root, room, `${stem}.ts`))) {
      rmSync(path.join(compiled, name));
    }
  }
}
