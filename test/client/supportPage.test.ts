import assert from 'node:assert/strict';
import { supportPage } from '../../client/src/tickets/supportPage';
import { capabilities, contributes } from '../../package.json';

interface Settings {
  'apiResponse.supportPage': { default: string; pattern: string };
}

const sections = contributes.configuration.map(({ properties }) => properties);
const setting = (Object.assign({}, ...sections) as Settings)['apiResponse.supportPage'];

describe('the support page', () => {
  it('is by default that of the site in the language of tickets', () => {
    for (const empty of [undefined, setting.default]) {
      assert.equal(supportPage(empty, 'zh-cn'), 'https://console.cloud.tencent.com/workorder');
      assert.equal(supportPage(empty, 'en'), 'https://console.tencentcloud.com/workorder');
      assert.equal(supportPage(empty, 'de'), 'https://console.tencentcloud.com/workorder');
    }
  });

  for (const own of ['https://desk.example.com', 'https://desk.example.com:8443/new?queue=cloud#form']) {
    it(`may be of your own: ${own}`, () => {
      assert.equal(supportPage(own, 'en'), own);
      assert.match(own, new RegExp(setting.pattern));
    });
  }

  for (const other of [
    'http://desk.example.com',
    'command:workbench.action.quit',
    'javascript:alert(1)',
    'file:///etc/passwd',
    'vscode://desk.example.com',
    'desk.example.com',
    'https:desk.example.com',
    'https://',
    'https:///new',
    'https://?new',
    'https://desk.example.com/ new',
    ' https://desk.example.com',
    'http://desk.example.com\nhttps://desk.example.com',
    'x',
    ' ',
  ]) {
    it(`is nothing but an https address: ${JSON.stringify(other)}`, () => {
      assert.equal(supportPage(other, 'en'), undefined);
      assert.doesNotMatch(other, new RegExp(setting.pattern));
    });
  }

  it('is nothing but a text', () => {
    for (const other of [null, 7, true, ['https://desk.example.com'], {}]) {
      assert.equal(supportPage(other, 'en'), undefined);
    }
  });

  it('is not chosen by a workspace that is not trusted', () => {
    assert.ok(capabilities.untrustedWorkspaces.restrictedConfigurations.includes('apiResponse.supportPage'));
  });
});
