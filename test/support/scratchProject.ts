import { buildSync } from 'esbuild';
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import * as ts from 'typescript';
import { applyDiff, type RecipeBlock } from './recipes';
import { temporaryFolder } from './system';

const root = join(__dirname, '../../..');

const copied = [
  '.prettierrc.json',
  'docs/reference.md',
  'docs/rules.md',
  'l10n',
  'package.json',
  'package.nls.json',
  'package.nls.zh-cn.json',
  'scripts',
  'server/catalog',
  'server/project-file.schema.json',
  'server/src',
  'test/support',
  'tsconfig.base.json',
];

const formatHost: ts.FormatDiagnosticsHost = {
  getCanonicalFileName: (name) => name,
  getCurrentDirectory: () => root,
  getNewLine: () => '\n',
};

/** A copy of the server, of its data and of what is generated with it, in which tests may change anything. */
export class ScratchProject {
  readonly path = temporaryFolder();

  constructor() {
    for (const path of copied) {
      cpSync(join(root, path), join(this.path, path), { recursive: true });
    }
    symlinkSync(join(root, 'node_modules'), join(this.path, 'node_modules'), 'junction');
  }

  remove(): void {
    rmSync(this.path, { recursive: true, force: true, maxRetries: 5 });
  }

  read(path: string): string {
    return readFileSync(join(this.path, path), 'utf8');
  }

  write(path: string, text: string): void {
    const file = join(this.path, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }

  /** Does what a block of a recipe says: makes a file, or changes one. */
  apply({ path, content, isDiff, after }: RecipeBlock): void {
    if (isDiff) {
      this.write(path, applyDiff(this.read(path), content));
    } else if (!existsSync(join(this.path, path))) {
      this.write(path, content);
    } else if (path.endsWith('.json')) {
      this.write(
        path,
        this.read(path).replace('{\n', () => `{\n${content}`),
      );
    } else if (content.startsWith('| ')) {
      this.write(path, addAfter(this.read(path), /(?<=\n)/, { start: `| \`${after}\` `, content }));
    } else {
      this.write(path, addAfter(this.read(path), /^(?=## )/m, { start: `## ${after}\n`, content: `${content}\n` }));
    }
  }

  /** What `npm run generate` complains about; empty where all is well. */
  generate(...args: string[]): string {
    return spawnSync(process.execPath, ['scripts/generate.mjs', ...args], { cwd: this.path, encoding: 'utf8' }).stderr;
  }

  /** What the compiler says about the server, and about the tests that were added to it. */
  compileErrors(): string[] {
    const added = ts.sys.readDirectory(join(this.path, 'test/service'), ['.ts']);
    const files = [...ts.sys.readDirectory(join(this.path, 'server/src'), ['.ts']), ...added];
    const config = ts.readConfigFile(join(this.path, 'tsconfig.base.json'), (name) => ts.sys.readFile(name));
    const { options } = ts.parseJsonConfigFileContent(config.config, ts.sys, this.path);
    const types = ['node', 'mocha'];
    const program = ts.createProgram(files, { ...options, types, noEmit: true, composite: false });
    return files
      .flatMap((file) => {
        const source = program.getSourceFile(file);
        return [...program.getSyntacticDiagnostics(source), ...program.getSemanticDiagnostics(source)];
      })
      .map((diagnostic) => ts.formatDiagnostic(diagnostic, formatHost));
  }

  /** A module of the copy. */
  load(path: string): unknown {
    // eslint-disable-next-line @typescript-eslint/no-require-imports -- it is not there before
    return require(this.bundle(path)) as unknown;
  }

  /** Bundles a program of the copy and runs it. */
  run(path: string, ...args: string[]): string {
    return spawnSync(process.execPath, [this.bundle(path), ...args], { cwd: this.path, encoding: 'utf8' }).stdout;
  }

  /** Runs a test of the copy, and gives the titles of what passed and of what failed. */
  test(path: string): { readonly passes: readonly string[]; readonly failures: readonly string[] } {
    const mocha = join(root, 'node_modules/mocha/bin/mocha.js');
    const args = [mocha, '--no-config', '--no-package', '--reporter', 'json', this.bundle(path)];
    const { stdout } = spawnSync(process.execPath, args, { cwd: this.path, encoding: 'utf8' });
    const results = JSON.parse(stdout) as Readonly<
      Record<'passes' | 'failures', readonly { readonly title: string }[]>
    >;
    return { passes: results.passes.map(titleOf), failures: results.failures.map(titleOf) };
  }

  private bundle(path: string): string {
    const outfile = join(this.path, 'dist', `${path.replaceAll('/', '-')}.cjs`);
    if (!existsSync(outfile)) {
      const entryPoints = [join(this.path, path)];
      buildSync({ entryPoints, outfile, bundle: true, platform: 'node', mainFields: ['module', 'main'] });
    }
    return outfile;
  }
}

function titleOf({ title }: { readonly title: string }): string {
  return title;
}

/** Adds a content after the part of a text that begins in a way. */
function addAfter(text: string, parts: RegExp, { start, content }: { start: string; content: string }): string {
  const all = text.split(parts);
  const index = all.findIndex((part) => part.startsWith(start));
  if (index < 0) {
    throw new Error(`Nothing begins with ${start}`);
  }
  all.splice(index + 1, 0, content);
  return all.join('');
}
