import { findCodePlaces } from '../../../server/src/service/sourceCode/codePlaces';
import { sourceLanguages } from '../../../server/src/service/sourceCode/languages';
import { assertLinear } from '../../support/cpuTime';

/** What is repeated to a long text: beginnings that nothing ends, and what looks like them. */
const repeated = [
  'if code == "InternalError" || ',
  '"',
  '`',
  '`${',
  '"#{',
  '$"{',
  '"""',
  "'",
  '/*',
  '/[',
  '/ ',
  '{',
  '}',
  '[{(,',
  '<<~A ',
  '<<<A\n',
  '<<A\n',
  'R"a(',
  '=begin\n',
  '\n',
  'a.A_',
  '\\',
];

describe('scanning source code', function () {
  this.timeout(120_000);

  for (const language of sourceLanguages) {
    for (const each of repeated) {
      it(`takes a time that is linear in the text: ${language.ids[0]}: ${JSON.stringify(each)}`, () => {
        assertLinear((size) => {
          const text = each.repeat(Math.ceil(size / each.length));
          return () => findCodePlaces(text, language);
        }, 50_000);
      });
    }
  }
});
