import assert from 'node:assert/strict';
import { parse, serviceWith } from '../../support/service';
import { specificationTime } from '../../support/ticket';

const template = '{{method}} {{product}} {{action}} {{region}} {{apiVersion}} {{requestTime}}';

/** The ticket of the last response in a text. */
function ticketIn(languageId: string, text: string, template = ''): string {
  const document = parse(text, { languageId });
  const envelope = document.envelopes().at(-1);
  assert.ok(envelope, 'no envelope');
  return serviceWith().createTicket(document, { envelope, file: 'f', time: specificationTime, template }).text;
}

/** The request of the last response in a text, according to its ticket. */
function requestIn(languageId: string, text: string): string {
  return ticketIn(languageId, text, template).replace(/ +/g, ' ').trim();
}

const body = '{"Response":{"Error":{"Code":"InternalError","Message":"m"},"RequestId":"r"}}';
const sdkText = '[TencentCloudSDKError] Code=InternalError, Message=m, RequestId=r';

const harEntry = (action: string, text: string, encoding?: string): object => ({
  startedDateTime: '2026-03-02T02:11:41.902Z',
  time: 120.5,
  request: {
    method: 'POST',
    url: 'https://cvm.ap-tokyo.tencentcloudapi.com/',
    headers: [
      { name: 'Host', value: 'cvm.ap-tokyo.tencentcloudapi.com' },
      { name: 'X-TC-Action', value: action },
      { name: 'X-TC-Version', value: '2017-03-12' },
    ],
    postData: { mimeType: 'application/json', text: '{"Limit": 1}' },
  },
  response: { status: 200, headers: [], content: { size: text.length, text, ...(encoding ? { encoding } : {}) } },
});

describe('the request beside a response', () => {
  it('is that of its entry in a HAR', () => {
    const har = { log: { entries: [harEntry('RunInstances', body), harEntry('DescribeInstances', body)] } };
    assert.equal(
      requestIn('json', JSON.stringify(har, undefined, 2)),
      'POST cvm DescribeInstances ap-tokyo 2017-03-12 2026-03-02T02:11:41.902Z',
    );
  });

  it('is found where the body is in Base64', () => {
    const base64 = Buffer.from(body).toString('base64');
    assert.equal(
      requestIn('json', JSON.stringify({ log: { entries: [harEntry('DescribeInstances', base64, 'base64')] } })),
      'POST cvm DescribeInstances ap-tokyo 2017-03-12 2026-03-02T02:11:41.902Z',
    );
  });

  it('is found in recordings as JSON, with the time as a number', () => {
    const recording = {
      request: { method: 'POST', uri: 'https://cbs.tencentcloudapi.com/', headers: { 'X-TC-Timestamp': 1772417501 } },
      response: { body: { string: body } },
    };
    assert.equal(requestIn('json', JSON.stringify(recording)), 'POST cbs 2026-03-02 02:11:41 UTC');
  });

  it('is found in recordings as YAML', () => {
    const recording = `- request:
    method: POST
    uri: https://cvm.tencentcloudapi.com/
    headers:
      X-TC-Action:
      - DescribeInstances
      X-TC-Region: [ap-singapore]
      X-TC-Timestamp: ['1772417501']
  response:
    body:
      string: '${body}'
`;
    assert.equal(requestIn('yaml', recording), 'POST cvm DescribeInstances ap-singapore 2026-03-02 02:11:41 UTC');
  });

  it('is the request of an HTTP document', () => {
    const text = `POST https://cvm.tencentcloudapi.com/
Content-Type: application/json
X-TC-Action: DescribeInstances
X-TC-Version: 2017-03-12
X-TC-Region: ap-guangzhou

{"Limit": 1}

HTTP/1.1 200 OK

${body}
`;
    assert.equal(requestIn('http', text), 'POST cvm DescribeInstances ap-guangzhou 2017-03-12');
  });

  for (const [what, text, expected] of [
    ['fields before it', `level=error action=RunInstances region=ap-tokyo ${sdkText}`, 'RunInstances ap-tokyo'],
    ['fields after it, on its line', `${body} Action: RunInstances`, 'RunInstances'],
    ['nothing after its line', `${body}\nAction: RunInstances`, ''],
    ['the nearest', `action=RunInstances\naction=StopInstances\n${sdkText}`, 'StopInstances'],
    [
      'the name of the API, as Terraform has it',
      `[DEBUG] api[DescribeAccounts] failed: ${sdkText}`,
      'DescribeAccounts',
    ],
    ['JSON around it', `{"Action":"RunInstances","error":"${sdkText}"}`, 'RunInstances'],
    ['escaped JSON', `body="{\\"Action\\":\\"RunInstances\\"}" ${sdkText}`, 'RunInstances'],
    ['a value after another name', `request: Action=RunInstances ${sdkText}`, 'RunInstances'],
    ['the date of the headers', `Date: Mon, 02 Mar 2026 02:11:41 GMT\n\n${body}`, 'Mon, 02 Mar 2026 02:11:41 GMT'],
    ['a date with slashes', `2026/03/02 02:11:41 ${sdkText}`, '2026/03/02 02:11:41'],
    ['the time of its line', `2026-03-02T02:11:41.902Z ERROR ${sdkText}`, '2026-03-02T02:11:41.902Z'],
    ['the time of the line before', `2026-03-02 02:11:41,902 ERROR\nfailed: ${sdkText}`, '2026-03-02 02:11:41,902'],
    ['an address', `> POST https://cvm.tencentcloudapi.com/ HTTP/1.1\n${body}`, 'POST cvm'],
    ['an address without a method', `calling https://cvm.tencentcloudapi.com/ ... ${sdkText}`, 'cvm'],
    ['nothing that only looks so', `action=click version=1.0 time=12:00 region=Europe ${sdkText}`, ''],
    ['nothing of the response before it', `action=RunInstances ${sdkText}\n\n${body}`, ''],
    ['nothing that is far away', `action=RunInstances\n${'x\n'.repeat(5_000)}${sdkText}`, ''],
  ] as const) {
    it(`is in a log: ${what}`, () => assert.equal(requestIn('log', text), expected));
  }

  for (const [where, text, expected] of [
    [
      'a stack trace of Java',
      `com.tencentcloudapi.common.exception.TencentCloudSDKException: [TencentCloudSDKException]code: InternalError message:m requestId:r\n\tat com.tencentcloudapi.common.AbstractClient.call(AbstractClient.java:1)\n\tat com.tencentcloudapi.sms.v20210111.SmsClient.SendSms(SmsClient.java:500)\n\t... 5 more\n`,
      'sms SendSms 2021-01-11',
    ],
    [
      'a stack trace of .NET',
      `${sdkText}\r\n   at TencentCloud.Common.AbstractClient.Call()\r\n   at TencentCloud.Cvm.V20170312.CvmClient.RunInstances(RunInstancesRequest req)\r\n`,
      'cvm RunInstances 2017-03-12',
    ],
    [
      'a stack trace of Node.js',
      `${sdkText}\n    at Client.SendSms (/app/node_modules/tencentcloud-sdk-nodejs/tencentcloud/services/sms/v20210111/sms_client.js:65:21)\n`,
      'sms SendSms 2021-01-11',
    ],
    [
      'a stack trace of PHP',
      `${sdkText}\n#0 /app/AbstractClient.php(1): TencentCloud\\Common\\AbstractClient->doRequest()\n#1 /app/a.php(3): TencentCloud\\Cls\\V20201016\\ClsClient->DescribeTopics()\n`,
      'cls DescribeTopics 2020-10-16',
    ],
    [
      'a traceback of Python',
      `Traceback (most recent call last):\n  File "/usr/lib/python3/tencentcloud/ocr/v20181119/ocr_client.py", line 66, in GeneralBasicOCR\n    raise\n${sdkText}\n`,
      'ocr GeneralBasicOCR 2018-11-19',
    ],
    [
      'a stack of Go',
      `github.com/tencentcloud/tencentcloud-sdk-go/tencentcloud/cbs/v20170312.(*Client).AttachDisks(0x1)\n\t/go/client.go:7\n${sdkText}\n`,
      'cbs AttachDisks 2017-03-12',
    ],
    [
      'a log of the Terraform provider',
      `error: sdk request 'teo.DescribeZones' failed, reason: ${sdkText}`,
      'teo DescribeZones',
    ],
    [
      'a command line of tccli',
      `$ tccli cvm RunInstances --region ap-tokyo --cli-unfold-argument --InstanceCount 1\n\n${sdkText}\n`,
      'cvm RunInstances ap-tokyo',
    ],
    [
      'the last of two command lines',
      `$ tccli cvm StopInstances\n{}\n$ tccli cbs AttachDisks\n${sdkText}`,
      'cbs AttachDisks',
    ],
    ['a command line that configures tccli', `$ tccli configure set region ap-tokyo\n${sdkText}`, ''],
    [
      'the stack trace of this failure, not of the one before',
      `${sdkText}\n\tat com.tencentcloudapi.sms.v20210111.SmsClient.SendSms(SmsClient.java:5)\n${sdkText}\n`,
      '',
    ],
    [
      'a stack trace rather than a host',
      `https://cvm.tencentcloudapi.com ${sdkText}\n\tat com.tencentcloudapi.sms.v20210111.SmsClient.SendSms(SmsClient.java:5)\n`,
      'sms SendSms 2021-01-11',
    ],
  ] as const) {
    it(`is named by ${where}`, () => assert.equal(requestIn('log', text), expected));
  }

  const denial = (action: string): string =>
    `[TencentCloudSDKError] Code=UnauthorizedOperation, Message=you are not authorized to perform operation (${action}), RequestId=r`;

  for (const [where, text, expected] of [
    ['a message', denial('sms:SendSms'), 'sms SendSms'],
    ['a message with a wildcard', denial('sms:*'), 'sms'],
    [
      'a message, with the region beside it',
      `host: sms.ap-tokyo.tencentcloudapi.com ${denial('sms:SendSms')}`,
      'sms SendSms ap-tokyo',
    ],
    [
      'the action beside it, not by that of another product',
      `action=RunInstances ${denial('vpc:CreateSubnet')}`,
      'RunInstances',
    ],
    ['the product beside it, not by another one', `product=cvm ${denial('vpc:CreateSubnet')}`, 'cvm'],
  ] as const) {
    it(`is named by ${where}, where CAM denied it`, () => assert.equal(requestIn('log', text), expected));
  }

  it('is in the built-in template, with its time if known', () => {
    const text = `2026-03-02T02:11:41.902Z ERROR ${sdkText}`;
    assert.match(ticketIn('log', text), /^Call time: {3}2026-03-02T02:11:41\.902Z$/m);
  });
});
