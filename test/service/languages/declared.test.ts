import assert from 'node:assert/strict';
import { isDeclared } from '../../../server/src/service';

it('globs tell upper from lower case on every system, so that a setting means the same on all', () => {
  const globs = ['mocks/*.json', '*.Response'];
  const paths = ['mocks/a.json', 'Mocks/a.json', 'mocks/a.JSON', 'x/a.Response', 'x/a.response'];
  assert.deepEqual(
    paths.filter((path) => isDeclared(path, globs)),
    ['mocks/a.json', 'x/a.Response'],
  );
});
