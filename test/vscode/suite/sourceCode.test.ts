import * as assert from 'node:assert/strict';
import { closeAll, findingsBecome, hoversOn, openUnsaved } from './support';

const handler = `package main

import cfw "github.com/tencentcloud/tencentcloud-sdk-go/tencentcloud/cfw/v20190904"

func isMissing(client *cfw.Client, code string) bool {
	return code == "AuthFailure.SignatureFailure" || code == "ResourceNotFound.TeapotMissing"
}
`;

describe('Source code', () => {
  afterEach(closeAll);

  it('has its codes explained and checked', async () => {
    const editor = await openUnsaved(handler, 'go');
    await findingsBecome(editor.document.uri, ['5:59-5:89 Hint unlisted-code-in-source']);
    const [content = ''] = await hoversOn(editor, 'AuthFailure.SignatureFailure');
    assert.match(content, /^\*\*`AuthFailure\.SignatureFailure`\*\* — Signature error\./);
  });

  it('is left alone where it does not name the SDK', async () => {
    const editor = await openUnsaved(handler.replaceAll('tencentcloud', 'othercloud'), 'go');
    assert.deepEqual(await hoversOn(editor, 'AuthFailure.SignatureFailure'), []);
  });
});
