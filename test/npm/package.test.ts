import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { engines, version } from '../../package.json';
import { TemporaryFolder } from '../cli/run';
import { brokenLinks, root } from '../docs/markdown';
import { rangeOf } from '../lsp/expected';
import { seedFailure } from '../lsp/seed';
import { LanguageServer } from '../support/languageServer';

/** All files of the package, in the order in which npm lists them. */
const files = readFileSync(join(root, 'scripts/package/npm-files.txt'), 'utf8').trimEnd().split(/\r?\n/);

interface Packed {
  readonly filename: string;
  readonly size: number;
  readonly files: readonly { readonly path: string }[];
}

/** Runs a program. On Windows npm, and what it installs, are scripts, which need a shell. */
async function run(program: string, args: readonly string[], cwd: string): Promise<string> {
  const shell = process.platform === 'win32';
  const [command = '', ...rest] = [program, ...args].map((part) => (shell ? `"${part}"` : part));
  const { stdout } = await promisify(execFile)(command, rest, { cwd, shell });
  return stdout;
}

describe('npm package, installed in an empty folder', () => {
  const folder = new TemporaryFolder();
  const installed = join(folder.path, 'node_modules', 'api-response-assistance');
  const program = (name: string): string => join(folder.path, 'node_modules', '.bin', name);
  const apiResponse = (...args: string[]): Promise<string> => run(program('api-response'), args, folder.path);
  let packed: Packed;

  before(async () => {
    await run(process.execPath, [join(root, 'scripts', 'npmPackage.mjs')], root);
    const output = await run('npm', ['pack', '--json', join(root, 'out', 'npm')], folder.path);
    [packed] = JSON.parse(output) as [Packed];
    folder.write({ 'package.json': '{}', 'failure.json': seedFailure });
    await run('npm', ['install', '--offline', '--no-audit', '--no-fund', `./${packed.filename}`], folder.path);
  });

  after(() => folder.remove());

  it('has these files and no others, in less than 1 MB', () => {
    assert.deepEqual(packed.files.map(({ path }) => path).sort(), files);
    assert.ok(packed.size < 1e6, `${packed.size}`);
  });

  it('can be published, and needs no other package', () => {
    const manifest = JSON.parse(readFileSync(join(installed, 'package.json'), 'utf8')) as Record<string, unknown>;
    const named = ['name', 'version', 'description', 'license', 'keywords', 'bin', 'engines'];
    const optional = ['author', 'homepage', 'repository', 'bugs'];
    assert.deepEqual(
      Object.keys(manifest).filter((key) => !optional.includes(key)),
      named,
    );
    assert.equal(manifest.version, version);
    assert.match(engines.node, /^>=20\./);
    assert.deepEqual(manifest.engines, { node: '>=20' });
  });

  it('has minified programs without source maps', () => {
    for (const path of files.filter((name) => name.endsWith('.js'))) {
      const code = readFileSync(join(installed, path), 'utf8');
      assert.doesNotMatch(code, /sourceMappingURL|^\/\/ /m, path);
    }
  });

  it('has pages whose links lead somewhere', () => {
    const pages = files.filter((path) => path.endsWith('.md'));
    assert.deepEqual(
      pages.flatMap((page) => brokenLinks(page, installed).map((target) => `${page}: ${target}`)),
      [],
    );
  });

  it('explains and checks in a terminal', async () => {
    assert.equal(await apiResponse('--version'), `${version}\n`);
    assert.match(await apiResponse('check', 'failure.json'), /AuthFailure\.SignatureFailure/);
    assert.match(await apiResponse('explain', 'AuthFailure.SignatureFailure'), /Signature error\./);
    assert.match(await apiResponse('explain', 'AuthFailure.SignatureFailure', '--locale', 'zh-cn'), /签名/);
    // Only the names of codes know this one.
    assert.match(await apiResponse('explain', 'UnknownParameter.VpcIdNotExists'), /Judging by the name/);
  });

  it('serves an editor', async () => {
    const server = await LanguageServer.start({ program: program('api-response-language-server') });
    assert.deepEqual(server.initialized.serverInfo, { name: 'api-response-language-server', version });
    const uri = 'file:///w/failure.json';
    await server.open(uri, seedFailure.replace('"RequestId"', '"requestId"'));
    const hover = await server.hover(uri, rangeOf(seedFailure, '"AuthFailure.SignatureFailure"').start);
    assert.match(JSON.stringify(hover?.contents), /Signature error\./);
    const [finding] = await server.diagnostics(uri);
    assert.equal(finding?.code, 'misspelled-member');
    assert.ok(existsSync(fileURLToPath(finding.codeDescription!.href)));
    assert.equal(await server.stop(), 0);
  });
});
