// Runs the suites inside VS Code against the installed VSIX: in the embedded VS Code (VSCODE_TEST_VERSION says which), or
// with VSCODE_TEST=desktop in a downloaded desktop one. Usage: run.js [VSIX]
import { downloadAndUnzipVSCode, resolveCliArgsFromVSCodeExecutablePath, runTests } from '@vscode/test-electron';
import { spawnSync } from 'node:child_process';
import * as fs from 'node:fs';
import * as os from 'node:os';
import * as path from 'node:path';
import {
  findVsix,
  installVSCode,
  installVsix,
  isWeb,
  printLog,
  program,
  repoRoot,
  runWebTests,
  testSettings,
  unpackVsix,
  vscodeVersion,
} from '../embedded-vscode';
import type { Counts } from './suite/runSuites';
import { bundleSuites } from './web/bundle';
import { countsMark } from './web/protocol';

interface Folders {
  readonly workspace: string;
  readonly extensionsDir: string;
  readonly userDataDir: string;
}

/** What came of a run: the counts if there were any, and what failed. */
interface Outcome {
  readonly counts: Counts | undefined;
  readonly failure: string | undefined;
}

interface Target {
  readonly executable: string;
  readonly firstArguments: readonly string[];
}

const results = path.join(repoRoot, 'out/test-results');

/** The name of the counts, which test/run.mjs gives. */
const suite = process.env.TEST_SUITE ?? 'vscode';

const host = path.join(repoRoot, 'test/vscode/host');

async function main(): Promise<void> {
  const vsix = findVsix(process.argv[2]);
  const base = fs.mkdtempSync(path.join(os.tmpdir(), 'vscode-test-'));
  // Do not count the result of an earlier run.
  fs.rmSync(path.join(results, `${suite}.json`), { force: true });
  try {
    const folders = prepare(base);
    const { counts, failure } = await (isWeb ? runInWorker : runInNode)(vsix, folders);
    report(counts);
    if (failure !== undefined) {
      throw new Error(
        `The suites in VS Code failed (${failure}): see their reports above, and the logs in out/test-results/${suite}-logs.`,
      );
    }
  } finally {
    keepLogs(base);
    fs.rmSync(base, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** A fresh workspace, a fresh profile and no other extensions: nothing carries over from run to run. */
function prepare(base: string): Folders {
  const folders = {
    workspace: path.join(base, 'files/workspace'),
    extensionsDir: path.join(base, 'extensions'),
    userDataDir: path.join(base, 'data'),
  };
  Object.values(folders).forEach((folder) => fs.mkdirSync(folder, { recursive: true }));
  const fixtures = path.join(repoRoot, 'test/fixtures/workspace');
  if (!fs.existsSync(fixtures)) {
    throw new Error(`The workspace that the suites open is missing at ${fixtures}: restore it from git.`);
  }
  fs.cpSync(fixtures, folders.workspace, { recursive: true });
  linkOut(base, folders.workspace);
  fs.mkdirSync(path.join(folders.userDataDir, 'User'));
  fs.writeFileSync(path.join(folders.userDataDir, 'User/settings.json'), JSON.stringify(testSettings, null, 2));
  return folders;
}

/** A link that leads out of the workspace. Windows may forbid it, and the suites skip what is about it. */
function linkOut(base: string, workspace: string): void {
  const outside = path.join(base, 'outside.txt');
  fs.writeFileSync(outside, 'InternalError');
  try {
    fs.symlinkSync(outside, path.join(workspace, 'link.txt'));
  } catch (error) {
    console.log(`No link for the suites: ${String(error)}`);
  }
}

async function embedded(vsix: string, folders: Folders): Promise<Target> {
  await installVsix(await installVSCode(), vsix, folders);
  return { executable: process.execPath, firstArguments: [program] };
}

async function desktop(vsix: string, folders: Folders): Promise<Target> {
  const executable = await downloadAndUnzipVSCode(vscodeVersion);
  const [cli, ...cliArguments] = resolveCliArgsFromVSCodeExecutablePath(executable, { reuseMachineInstall: true });
  if (cli === undefined) {
    throw new Error(`VS Code's command line was not found beside ${executable}: delete .vscode-test and run again.`);
  }
  const args = [...cliArguments, '--install-extension', vsix, '--force', ...profile(folders)];
  const shell = process.platform === 'win32';
  const done = spawnSync(shell ? `"${cli}"` : cli, args, { stdio: 'inherit', shell });
  if (done.status !== 0) {
    throw new Error(`VS Code could not install ${vsix} (exit code ${done.status}): see its messages above.`);
  }
  return { executable, firstArguments: [] };
}

async function runInNode(vsix: string, folders: Folders): Promise<Outcome> {
  const prepareTarget = process.env.VSCODE_TEST === 'desktop' ? desktop : embedded;
  const target = await prepareTarget(vsix, folders);
  const countsFile = path.join(folders.userDataDir, 'counts.json');
  const failure = await runTests({
    vscodeExecutablePath: target.executable,
    extensionDevelopmentPath: host,
    extensionTestsPath: path.join(__dirname, 'suite/index.js'),
    launchArgs: [...target.firstArguments, folders.workspace, ...profile(folders)],
    extensionTestsEnv: {
      VSCODE_TEST_COLOR: process.stdout.isTTY ? '1' : '0',
      VSCODE_TEST_COUNTS: countsFile,
      VSCODE_TEST_GREP: process.env.VSCODE_TEST_GREP,
      VSCODE_TEST_USER_DATA: folders.userDataDir,
    },
  }).then(
    () => undefined,
    (error: unknown) => (error instanceof Error ? error.message : String(error)),
  );
  const counts = fs.existsSync(countsFile) ? (JSON.parse(fs.readFileSync(countsFile, 'utf8')) as Counts) : undefined;
  return { counts, failure };
}

/** The suites are bundled into the extension in development, since a worker loads one file from there. */
async function runInWorker(vsix: string, { workspace, extensionsDir, userDataDir }: Folders): Promise<Outcome> {
  const developmentPath = path.join(userDataDir, 'host');
  const testsPath = path.join(developmentPath, 'suites.js');
  fs.cpSync(host, developmentPath, { recursive: true });
  await bundleSuites(testsPath);
  const extensions = [await unpackVsix(vsix, extensionsDir)];
  let counts: Counts | undefined;
  const code = await runWebTests(
    {
      mount: path.dirname(workspace),
      folder: path.basename(workspace),
      extensions,
      settings: testSettings,
      developmentPath,
      testsPath,
    },
    (type, args) => {
      const [line] = args;
      if (typeof line === 'string' && line.startsWith(countsMark)) {
        counts = JSON.parse(line.slice(countsMark.length)) as Counts;
      } else {
        printLog(type, args);
      }
    },
  );
  return { counts, failure: code === 0 ? undefined : `exit code ${code}` };
}

function profile(folders: Folders): string[] {
  return [`--extensions-dir=${folders.extensionsDir}`, `--user-data-dir=${folders.userDataDir}`];
}

function report(counts: Counts | undefined): void {
  if (counts === undefined) {
    throw new Error('No test ran in VS Code, since no counts arrived: see the output above.');
  }
  fs.mkdirSync(results, { recursive: true });
  fs.writeFileSync(path.join(results, `${suite}.json`), `${JSON.stringify({ suite, ...counts })}\n`);
  console.log(`${suite}: ${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped`);
}

function keepLogs(base: string): void {
  const from = path.join(base, 'data/logs');
  if (fs.existsSync(from)) {
    const to = path.join(results, `${suite}-logs`);
    fs.rmSync(to, { recursive: true, force: true });
    fs.cpSync(from, to, { recursive: true });
  }
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
