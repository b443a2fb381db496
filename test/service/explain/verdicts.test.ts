import assert from 'node:assert/strict';
import { Catalog } from '../../../server/src/service';
import { denial, insightTexts } from '../../support/insights';
import { parseEdited, serviceWith, type ServiceOptions } from '../../support/service';

const failure = (code: string, message: string): string =>
  JSON.stringify({ Response: { Error: { Code: code, Message: message }, RequestId: 'r' } });

/** The line of facts, the first step, and the caveat about the help, as they are explained. */
function told(code: string, message: string, options: ServiceOptions = {}): Record<string, string | undefined> {
  const said = serviceWith(options).explainText(failure(code, message)) ?? '';
  return {
    facts: /^(?:.*? · )??((?:Fault|Retry): .*)$/m.exec(said)?.[1],
    step: /^1\. (.*)$/m.exec(said)?.[1],
    about: /The following explains "([^"]*)"/.exec(said)?.[1]?.replaceAll('\\', ''),
  };
}

const byCaller = 'Fault: caller · Retry: after fixing';
const byAccount = 'Fault: account · Retry: after fixing';

describe('a message that speaks more plainly than the code', () => {
  for (const [code, message, facts, insight] of [
    ['LimitExceeded.SpotQuota', '指定可用区的竞价实例已售罄。', 'Fault: service · Retry: after fixing', /sold out/],
    ['ResourceUnavailable.Type', 'The type is sold out.', 'Fault: service · Retry: after fixing', /sold out/],
    [
      'ResourceUnavailable.InstanceType',
      'This instance type `S9.SMALL1` is not available in the current zone `ap-nowhere-1`.',
      byCaller,
      /The zone «ap-nowhere-1» does not offer the instance type «S9\.SMALL1»/,
    ],
    [
      'UnsupportedOperation.PkgExhausted',
      'The resource pack allowance has been exhausted, please check it.',
      byAccount,
      /buy a package/,
    ],
    ['FailedOperation.Package', '资源包余量已用完', byAccount, /buy a package/],
    ['FailedOperation.Unpaid', '账号已欠费', byAccount, /Billing Center/],
    ['OperationDenied.Money', 'The balance of account is not enough.', byAccount, /Billing Center/],
    ['FailedOperation.UnOpenError', '服务未开通', byAccount, /not activated/],
    ['FailedOperation', '未开通某某服务，请开通后使用此接口', byAccount, /not activated/],
    ['DesOperation.MutexTaskRunning', 'Mutex task is running', 'Fault: caller · Retry: with backoff', /busy/],
    ['FailedOperation', '未开通权限/无有效套餐包/账号已欠费', byAccount, /no resource package is left/],
    ['FailedOperation', 'uin not allow to create such listener.', byAccount, /allowlist/],
    ['InternalError.Lookup', 'The image `img-0000000a` does not exist.', byCaller, /does not exist/],
    ['FailedOperation', '当前配置不存在', byCaller, /does not exist/],
    [
      'InternalError.CidrConflictWithOtherCluster',
      'CIDR_CONFLICT[cidr 10.9.0.0/16 is conflict with cluster id: cls-0000000a]',
      byCaller,
      /The address range «10\.9\.0\.0\/16» overlaps/,
    ],
    [
      'FailedOperation.ResourceInOperating',
      'LB is not in normal state, maybe some tasks are being processed, please try later.',
      'Fault: caller · Retry: with backoff',
      /busy/,
    ],
    ['FailedOperation.Update', '函数状态无法进行此操作，请重试。', 'Fault: caller · Retry: with backoff', /busy/],
    [
      'ClientError.NetworkError',
      'Fail to get response because Post "https://x": net/http: invalid header field value "a\\n" for key Authorization',
      byCaller,
      /line break/,
    ],
    ['ClientNetworkError', "Invalid header value b'TC3-HMAC-SHA256 Credential=x\\n'", byCaller, /line break/],
    ['ClientSideError', 'Unexpected char 0x0a at 48 in Authorization value', byCaller, /line break/],
  ] as const) {
    it(`wins: ${code}, ${message}`, () => {
      assert.equal(told(code, message).facts, facts);
      assert.match(insightTexts(message, code).join('\n'), insight);
    });
  }

  it('is explained by the code that fits, not by the parent', () => {
    assert.equal(told('LimitExceeded.SpotQuota', '已售罄').about, 'ResourcesSoldOut');
    assert.match(told('LimitExceeded.SpotQuota', '已售罄').step ?? '', /^Try another zone/);
    assert.equal(told('FailedOperation.Lookup', 'The thing does not exist').about, 'ResourceNotFound');
    assert.equal(
      told('UnauthorizedOperation.Own', denial('cvm:RunInstances')).about,
      'AuthFailure.UnauthorizedOperation',
    );
  });

  it('has no help but its own if no code fits', () => {
    const { about, step } = told('InternalError.Cidr', 'cidr 10.9.0.0/16 is conflict with cluster id: cls-0000000a');
    assert.deepEqual([about, step], [undefined, undefined]);
  });

  it('is in the code lens', () => {
    const [lens] = serviceWith().getCodeLenses(parseEdited(failure('LimitExceeded.SpotQuota', '已售罄')));
    assert.equal(lens?.command?.title, 'A limit is exceeded: Spot · sold out · service · retry after fixing');
  });

  it('counts for a rate limit unless the code says whose limit it is', () => {
    const message = '您当前每秒请求 6 次，超过了每秒频率上限 5，请稍后重试。';
    assert.equal(told('FailedOperation.Own', message).about, 'RequestLimitExceeded');
    const own = told('RequestLimitExceeded.UinLimitExceeded', message);
    assert.deepEqual([own.facts, own.about], ['Fault: account · Retry: with backoff', undefined]);
  });

  it('leaves alone what a product says of the very code', () => {
    const own = { description: 'Own.', steps: ['Own step.'], meaning: 'm', causes: ['c'], fault: 'network' } as const;
    const catalog = new Catalog([
      { scope: 'product', data: { schemaVersion: 1, product: 'x', codes: { 'Full.Own': own } } },
    ]);
    assert.deepEqual(told('Full.Own', 'sold out', { catalog, product: 'x' }), {
      facts: 'Fault: network',
      step: 'Own step.',
      about: undefined,
    });
  });

  for (const [code, message] of [
    ['LimitExceeded.Own', 'It is not sold out.'],
    ['AuthFailure.SecretIdNotFound', 'SecretId不存在'],
    ['InvalidParameterValue.Zone', 'The zone does not exist.'],
    ['InternalError', 'An internal error has occurred. Retry your request.'],
    ['FailedOperation', 'cidr 10.0.0.0/16 is fine'],
  ] as const) {
    it(`is no other: ${code}, ${message}`, () => assert.deepEqual(insightTexts(message, code), []));
  }
});

describe('a code in the message', () => {
  for (const [code, message, inner] of [
    ['InternalError.CvmCommon', '[InvalidImageId.NotFound] the image is gone', 'InvalidImageId.NotFound'],
    ['InternalError.CvmCommon[InvalidImageId.NotFound]', 'm', 'InvalidImageId.NotFound'],
    ['FailedOperation.Upstream', 'call cvm: InvalidParameterValue.Zone, zone is wrong', 'InvalidParameterValue.Zone'],
    ['FailedOperation', '{"Code":"InvalidParameter","Message":"m"}', 'InvalidParameter'],
    ['InternalError', 'upstream said code: ResourceNotFound', 'ResourceNotFound'],
  ] as const) {
    it(`is explained too: ${code}, ${message}`, () => {
      const said = serviceWith().explainText(failure(code, message)) ?? '';
      assert.ok(said.includes(`The message carries another code, \`${inner}\`: `), said);
      assert.equal(told(code, message).facts, byCaller);
    });
  }

  it('may itself be known by its parent only', () => {
    const said = serviceWith().explainText(failure('InternalError', 'FailedOperation.Other: m')) ?? '';
    assert.match(said, /The message carries another code: `FailedOperation\.Other`\./);
    assert.doesNotMatch(said, /Fault|Retry:/);
  });

  for (const message of [
    'see SystemDisk.DiskSize and Placement.Zone',
    'InternalError.Own failed',
    'InternalError.Own.More failed',
    'example.InvalidParameter.com',
    'InvalidParameterValue.Of(x) in Java',
    'The parameter InvalidParameter is none',
    'code: 1001',
  ]) {
    it(`is not in: ${message}`, () =>
      assert.doesNotMatch(serviceWith().explainText(failure('InternalError.Own', message)) ?? '', /another code/));
  }
});
