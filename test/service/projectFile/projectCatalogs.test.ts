import assert from 'node:assert/strict';
import { readProjectCatalogs, readProjectFile } from '../../../server/src/service';
import { english } from '../../../server/src/service/base/localizer';

describe('the catalogs that a project file names', () => {
  const files: Readonly<Record<string, string>> = {
    'a/mine.json': '{"schemaVersion": 1, "codes": {"Teapot.Cold": "Heat it."}}',
    'old.json': '{"schemaVersion": 2}',
  };
  let asked: string[];

  beforeEach(() => (asked = []));

  const read = (names: readonly string[]): Promise<string | undefined> => {
    const name = names.join('/');
    asked.push(name);
    return name === 'secret.json' ? Promise.reject(new Error('no')) : Promise.resolve(files[name]);
  };

  const catalogs = async (text: string): Promise<unknown[]> => {
    const found: unknown[] = [];
    for await (const catalog of readProjectCatalogs(readProjectFile(text, english).settings, read, english)) {
      found.push(catalog);
    }
    return found;
  };

  it('are read in their order, and what cannot be read is said where it is named', async () => {
    const text = '{"catalogs": ["gone.json", "./a/mine.json", "secret.json", "old.json"]}';
    const spanOf = (name: string): object => ({ offset: text.indexOf(`"${name}"`), length: name.length + 2 });
    assert.deepEqual(await catalogs(text), [
      { problem: { span: spanOf('gone.json'), message: 'There is no file "gone.json".' } },
      {
        names: ['a', 'mine.json'],
        text: files['a/mine.json'],
        data: { schemaVersion: 1, codes: { 'Teapot.Cold': 'Heat it.' } },
        problems: [],
      },
      {
        problem: {
          span: spanOf('secret.json'),
          message: 'This catalog cannot be read. It must be a file of up to 5 MB, and not a link to another place.',
        },
      },
      {
        names: ['old.json'],
        text: files['old.json'],
        data: undefined,
        problems: [
          {
            span: { offset: 18, length: 1 },
            message: '"schemaVersion" must be 1: none of the codes in this file are used.',
          },
        ],
      },
    ]);
    assert.deepEqual(asked, ['gone.json', 'a/mine.json', 'secret.json', 'old.json']);
  });

  it('may be none', async () => {
    assert.deepEqual(await catalogs('{"product": "cvm"}'), []);
    assert.deepEqual(asked, []);
  });
});
