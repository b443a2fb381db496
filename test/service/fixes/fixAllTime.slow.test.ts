import { actionsOn } from '../../support/codeActions';
import { assertLinear } from '../../support/cpuTime';

describe('fix all takes time in proportion to the document', () => {
  const failing = '"Error":{"Code":"InternalError ","Message":"m"}';
  const documents: Readonly<Record<string, (size: number) => string>> = {
    'of a member that is repeated': (size) => `{"Response":{${'"RequestId":"r",'.repeat(size)}"Size":1}}`,
    'of a root that is repeated': (size) => `{${'"Response":{"RequestId":"r"},'.repeat(size)}"Size":1}`,
    'of a repeated member of an error': (size) => `{"Response":{"Error":{${'"Code":1,'.repeat(size)}"Message":"m"}}}`,
    'of a repeated member before many others': (size) =>
      `{"Response":{${'"RequestId":"r",'.repeat(size)}${'"A":1,'.repeat(size)}"Size":1}}`,
    'of many responses': (size) => `[${`{"Response":{${failing},"RequestId":7}},`.repeat(size / 4)}1]`,
    'of many members that move': (size) => `[${`{"RequestId":"r","Response":{${failing}}},`.repeat(size / 4)}1]`,
  };

  for (const [name, text] of Object.entries(documents)) {
    it(name, () => {
      assertLinear((size) => {
        const made = text(size);
        return () => actionsOn(made, ['source.fixAll.apiResponse']);
      }, 8_000);
    }).timeout(120_000);
  }

  it('of declared lines without a response', () => {
    assertLinear((size) => {
      const made = '{"Error":{"Code":"InternalError ","Message":"m"},"RequestId":7}\n'.repeat(size);
      return () => actionsOn(made, ['source.fixAll.apiResponse'], { languageId: 'jsonl', declared: true });
    }, 2_000);
  }).timeout(120_000);
});
