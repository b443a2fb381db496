import assert from 'node:assert/strict';
import { kindOfPrefix } from '../../../server/src/service/insights/resourceKinds';
import { chineseTexts, insightTexts, shortTexts } from '../../support/insights';
import { parse, serviceWith } from '../../support/service';

const anywhere = 'Look for it in the region of the call: a resource exists in one region only.';

describe('an insight of the ID of a resource', () => {
  for (const [message, code, told] of [
    ['The specified resource `sg-0a1b2c3d` is already in use.', 'ResourceInUse', '«sg-0a1b2c3d» is a security group.'],
    ["The kettle `['ins-abcdefgh']` boils.", 'OperationDenied', '«ins-abcdefgh» is a CVM instance.'],
    ['disk id: disk-abcdefgh is odd', 'FailedOperation', '«disk-abcdefgh» is a cloud disk (CBS).'],
    ['实例【crs-abcdefgh】异常', 'FailedOperation', '«crs-abcdefgh» is a Redis instance.'],
    [
      'cynosdbmysql-ins-0a1b2c3d is odd',
      'FailedOperation',
      '«cynosdbmysql-ins-0a1b2c3d» is a TDSQL-C cluster or instance.',
    ],
    [
      'TeapotIds:[]string{"eksri-0a1b2c3"} not found',
      'ResourceNotFound',
      `«eksri-0a1b2c3» is a reserved instance (TKE). ${anywhere}`,
    ],
    ['eip-0a1b2c3d.', 'InvalidAddressId.NotFound', `«eip-0a1b2c3d» is an elastic IP (EIP). ${anywhere}`],
    ['私有网络vpc-0a1b2c3d不存在', 'ResourceNotFound', `«vpc-0a1b2c3d» is a private network (VPC). ${anywhere}`],
    ['`lb-0a1b2c3d`', 'InvalidLoadBalancerId', `«lb-0a1b2c3d» is a load balancer (CLB). ${anywhere}`],
    ['`img-0a1b2c3d`', 'InvalidImageId.Malformed', '«img-0a1b2c3d» is an image (CVM).'],
    ['`ccn-0a1b2c3d` not found', 'ResourceNotFound', '«ccn-0a1b2c3d» is a cloud connect network (CCN).'],
  ] as const) {
    it(`is in: ${message}, ${code}`, () => {
      const [told1 = ''] = insightTexts(message, code).filter((text) => text.startsWith('resource-id'));
      assert.equal(told1, `resource-id: Judging by its prefix, ${told}`);
    });
  }

  it('tells the kind of each, once', () => {
    assert.deepEqual(insightTexts('`subnet-0a1b2c3d` and subnet-1a1b2c3d are not in vpc-0a1b2c3d', 'FailedOperation'), [
      'resource-id: Judging by its prefix, «subnet-0a1b2c3d» is a subnet. Judging by its prefix, «vpc-0a1b2c3d» is a private network (VPC).',
    ]);
  });

  for (const message of [
    'The nat-gateway and the disk-attached volume are odd.',
    'For example, `ins-1122` is too short.',
    'The EMR instance `ins-xxxxxxxx` is odd.',
    'qcs::cvm:ap-nowhere:uin/1:instance/ins-0a1b2c3d',
    'my-ins-0a1b2c3d and ins-0a1b2c3d-backup are names',
    'ins-0a1b2c3d.example.com',
    'kettle-0a1b2c3d is no kind',
    'cls-0a1b2c3d4e5f6a7b is too long',
  ]) {
    it(`is none in: ${message}`, () => assert.deepEqual(insightTexts(message, 'FailedOperation'), []));
  }

  it('is told in Chinese, and in a few words', () => {
    const call = (): object => ({ region: 'ap-nowhere' });
    assert.deepEqual(chineseTexts('vpc-0a1b2c3d not found', 'ResourceNotFound', call), [
      '从前缀看，«vpc-0a1b2c3d» 是私有网络（VPC）。 请在调用所用的地域 «ap-nowhere» 中查找：一个资源只存在于一个地域。',
    ]);
    assert.deepEqual(shortTexts('`lam-0a1b2c3d`', 'X'), ['lam-0a1b2c3d is a cloud function (SCF)']);
  });

  it('has one kind for each prefix', () => {
    assert.ok(kindOfPrefix.size > 50);
    for (const prefix of kindOfPrefix.keys()) {
      assert.match(prefix, /^[a-z]{2,12}(?:-ins)?$/);
    }
  });

  it('names the region of the request that stands beside the response', () => {
    const response = { Error: { Code: 'ResourceNotFound', Message: '`eip-0a1b2c3d` not found' }, RequestId: 'r' };
    const text = JSON.stringify({ region: 'ap-nowhere', body: { Response: response } });
    const [lens] = serviceWith().getCodeLenses(parse(text));
    assert.match(lens?.command?.title ?? '', / · eip-0a1b2c3d is an elastic IP \(EIP\) · /);
    const hover = serviceWith().doHover(parse(text), { line: 0, character: text.indexOf('ResourceNotFound') });
    assert.match(JSON.stringify(hover), /Look for it in `ap-nowhere`, the region of the call/);
    assert.match(serviceWith().explainText(text) ?? '', /Look for it in `ap-nowhere`, the region of the call/);
  });
});

describe('an insight of a request for another API', () => {
  const message = 'The request is missing a required parameter `Timestamp`.';
  const failure = `{"Response":{"Error":{"Code":"MissingParameter","Message":"${message}"},"RequestId":"r"}}`;
  const explained = (before: string): string => serviceWith().explainText(`${before}\n${failure}`) ?? '';

  it('says what lacks a common parameter', () => {
    for (const name of ['Timestamp', 'Action', 'Version', 'X-TC-Action']) {
      assert.deepEqual(insightTexts(message.replace('Timestamp', name), 'MissingParameter'), [
        "old-api: SDKs of API 3.0 send this with every request. A request without it was probably written for another API: API 2.0, or DNSPod's own (`login_token`).",
        `parameter: The request is missing the parameter «${name}».`,
      ]);
    }
  });

  it('says which API the request before it was written for', () => {
    const dnspod =
      "POST https://dnspod.tencentcloudapi.com/Domain.Info\ndata='login_token=123456,a0&format=json&domain=example.com'";
    assert.match(explained(dnspod), /written for DNSPod's own API/);
    const form = 'body: Action=DescribeTeapots&Nonce=1&SignatureMethod=HmacSHA256&Signature=s';
    assert.match(explained(form), /in the form that API 2\\?\.0 expects/);
    assert.match(explained('POST / HTTP/1.1'), /probably written for another API/);
  });

  it('is none for other parameters', () => {
    assert.deepEqual(insightTexts(message.replace('Timestamp', 'Zone'), 'MissingParameter'), [
      'parameter: The request is missing the parameter «Zone».',
    ]);
  });
});

describe('an insight of a RequestId in another form', () => {
  const id = '0a1b2c3d-0000-4000-8000-000000000000';

  for (const message of [
    `no topic RequestId:[${id}]`,
    `reqId: ${id}`,
    `request_id=${id}`,
    `"RequestId":"${id}"`,
    `请求ID requestId为${id}`,
  ]) {
    it(`is in: ${message}`, () => {
      assert.deepEqual(insightTexts(message, 'X'), [
        `request-id: The message mentions a different RequestId, «${id}». Give support both.`,
      ]);
      assert.deepEqual(insightTexts(message, 'X', id), []);
    });
  }

  for (const message of [
    'requestId: None',
    'reqId: undefined',
    'The RequestId is missing',
    'prereqId: 0a1b2c3d4e',
    'reqId: 12',
  ]) {
    it(`is none in: ${message}`, () => assert.deepEqual(insightTexts(message, 'X'), []));
  }
});
