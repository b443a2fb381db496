import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { readManifest, readText, root } from './markdown';

interface Step {
  readonly id: string;
  readonly title: string;
  readonly description: string;
  readonly media: { readonly image: string; readonly altText: string };
  readonly completionEvents: readonly string[];
}

interface Manifest {
  readonly contributes: {
    readonly commands: readonly { readonly command: string }[];
    readonly walkthroughs: readonly { readonly steps: readonly Step[] }[];
    readonly viewsWelcome: readonly { readonly view: string; readonly contents: string; readonly when: string }[];
  };
}

const { contributes } = JSON.parse(readManifest()) as Manifest;
const { viewsWelcome } = contributes;
const steps = contributes.walkthroughs.flatMap((walkthrough) => walkthrough.steps);

/** Commands of VS Code itself. */
const builtIn = ['vscode.openFolder', 'workbench.actions.view.problems'];
const known = [...contributes.commands.map(({ command }) => command), ...builtIn];

/** The commands that links run, and their arguments. */
const linksIn = (text: string): { command: string; query: string }[] =>
  [...text.matchAll(/\]\(command:(?:toSide:)?([\w.]+)\??([^)]*)\)/g)].map(([, command = '', query = '']) => ({
    command,
    query: decodeURIComponent(query),
  }));

describe('the walkthrough', () => {
  it('has four steps, each with a button', () => {
    assert.deepEqual(
      steps.map(({ id, description }) => [id, linksIn(description)]),
      ['open', 'hover', 'fix', 'ticket'].map((id) => [id, [{ command: 'apiResponse.openSample', query: `"${id}"` }]]),
    );
  });

  it('has steps that the command knows', () => {
    const source = readText('client/src/commands/openSample.ts');
    assert.deepEqual(
      [...source.matchAll(/^ {2}\['(\w+)', /gm)].map(([, id]) => id),
      steps.map(({ id }) => id),
    );
  });

  it('has pictures that are packed, each with a description', () => {
    const packed = readText('scripts/package/vsix-files.txt').split('\n');
    for (const { media } of steps) {
      assert.ok(existsSync(join(root, media.image)), media.image);
      assert.ok(packed.includes(`extension/${media.image}`), media.image);
      assert.ok(media.altText.length > 0);
    }
  });

  it('completes its steps by commands that exist and by context keys that the extension sets', () => {
    const files = ['walkthrough/samples.ts', 'walkthrough/noteHover.ts', 'commands/openSample.ts'];
    const client = files.map((name) => readText(`client/src/${name}`));
    const set = [...client.join('\n').matchAll(/'setContext', '([\w.]+)', true/g)].map(([, key]) => key);
    const unknown = steps.flatMap(({ completionEvents }) =>
      completionEvents.filter((event) => {
        const [, kind, name = ''] = /^(\w+):(.+)$/.exec(event) ?? [];
        return !(kind === 'onCommand' ? known : kind === 'onContext' ? set : []).includes(name);
      }),
    );
    assert.deepEqual(unknown, []);
    assert.ok(steps.every(({ completionEvents }) => completionEvents.length > 0));
  });
});

describe('the empty view of failures', () => {
  it('says what to do next, in each of its states', () => {
    assert.deepEqual(
      viewsWelcome.map(({ when, contents }) => [when, linksIn(contents).map(({ command }) => command)]),
      [
        ['workspaceFolderCount == 0', ['vscode.openFolder', 'apiResponse.openSample']],
        ['workspaceFolderCount != 0 && !apiResponse.checked', ['apiResponse.checkWorkspace', 'apiResponse.openSample']],
        [
          'workspaceFolderCount != 0 && apiResponse.checked',
          ['workbench.actions.view.problems', 'apiResponse.checkWorkspace', 'apiResponse.openSample'],
        ],
      ],
    );
    assert.deepEqual(
      viewsWelcome.flatMap(({ contents }) => linksIn(contents)).filter(({ command }) => !known.includes(command)),
      [],
    );
  });
});

it('Chinese texts of walkthrough and view have the same links', () => {
  const [english, translated] = ['package.nls.json', 'package.nls.zh-cn.json'].map(
    (name) => JSON.parse(readText(name)) as Readonly<Record<string, string>>,
  );
  for (const [key, text] of Object.entries(english ?? {}).filter(([name]) => /^(?:walkthrough|view)\./.test(name))) {
    assert.deepEqual(linksIn(translated?.[key] ?? ''), linksIn(text), key);
  }
});
