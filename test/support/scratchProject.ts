import { buildSync } from 'esbuild';
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { RecipeBlock } from './recipes';

const root = join(__dirname, '../../..');

const copied = [
  '.prettierrc.json',
  'docs/rules.md',
  'l10n',
  'package.json',
  'package.nls.json',
  'package.nls.zh-cn.json',
  'scripts',
  'server/src/service',
  'tsconfig.base.json',
];

/** A copy of the service and the files generated with it, which tests may change. */
export class ScratchProject {
  readonly path = mkdtempSync(join(tmpdir(), 'api-response-'));

  constructor() {
    for (const path of copied) {
      cpSync(join(root, path), join(this.path, path), { recursive: true });
    }
    symlinkSync(join(root, 'node_modules'), join(this.path, 'node_modules'), 'junction');
  }

  remove(): void {
    rmSync(this.path, { recursive: true, force: true });
  }

  read(path: string): string {
    return readFileSync(join(this.path, path), 'utf8');
  }

  write(path: string, text: string): void {
    const file = join(this.path, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }

  /** Applies a block of a recipe: creates a file, or adds to one. */
  apply({ path, content, after }: RecipeBlock): void {
    if (!existsSync(join(this.path, path))) {
      this.write(path, content);
    } else if (path.endsWith('.json')) {
      this.write(
        path,
        this.read(path).replace('{\n', () => `{\n${content}`),
      );
    } else {
      const [before, ...sections] = this.read(path).split(/^(?=## )/m);
      const index = sections.findIndex((section) => section.startsWith(`## ${after}\n`));
      sections.splice(index + 1, 0, `${content}\n`);
      this.write(path, [before, ...sections].join(''));
    }
  }

  /** Runs `npm run generate` and returns its errors; empty on success. */
  generate(...args: string[]): string {
    return spawnSync(process.execPath, ['scripts/generate.mjs', ...args], { cwd: this.path, encoding: 'utf8' }).stderr;
  }

  /** Builds and loads the changed service. */
  loadService(): typeof import('../../server/src/service') {
    const outfile = join(this.path, 'service.cjs');
    const entryPoints = [join(this.path, 'server/src/service/index.ts')];
    buildSync({ entryPoints, outfile, bundle: true, platform: 'node', mainFields: ['module', 'main'] });
    // eslint-disable-next-line @typescript-eslint/no-require-imports -- it was just built
    return require(outfile) as typeof import('../../server/src/service');
  }
}
