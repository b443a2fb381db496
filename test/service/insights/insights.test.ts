import assert from 'node:assert/strict';
import { english as l10n } from '../../../server/src/service/base/localizer';
import { insightsOf } from '../../../server/src/service/insights';
import { denial, shortTexts, surroundings, insightTexts } from '../../support/insights';

/** Asserts that the messages have no known wording. */
function saysNothing(messages: readonly string[], code?: string): void {
  for (const message of messages) {
    assert.deepEqual(insightTexts(message, code), [], message);
  }
}

describe('an insight of a rate limit', () => {
  const english = (observed: string, allowed: string, period = 'second', last = period): string =>
    `Your current request times equals to ${observed} in a ${period}, which exceeds the frequency limit ${allowed} for a ${last}. Please reduce the frequency of calls.`;
  const chinese = (observed: string, allowed: string, period = '秒'): string =>
    `您当前每${period}请求 ${observed} 次，超过了每${period}频率上限 ${allowed}，请稍后重试。`;
  const expected = 'rate-limit: 12 calls per second, 10 allowed: leave at least 100 ms between calls.';

  for (const message of [english('`12`', '`10`'), english('12', '10'), chinese('`12`', '`10`'), chinese('12', '10')]) {
    it(`is in: ${message}`, () => {
      for (const around of surroundings) {
        assert.deepEqual(insightTexts(around(message), 'RequestLimitExceeded'), [expected]);
      }
      assert.deepEqual(shortTexts(message), ['12 per second, 10 allowed']);
    });
  }

  it('has a pause that is long enough, even if the limit is no divisor', () => {
    assert.match(insightTexts(english('8', '7'))[0] ?? '', /at least 143 ms/);
    assert.match(insightTexts(english('2', '1'))[0] ?? '', /at least 1000 ms/);
    assert.match(insightTexts(english('9999999', '3000'))[0] ?? '', /at least 1 ms/);
  });

  it('is for the period that the wording names', () => {
    for (const [message, expected] of [
      [english('70', '60', 'minute'), '70 calls per minute, 60 allowed: leave at least 1000 ms between calls.'],
      [chinese('4', '3', '分钟'), '4 calls per minute, 3 allowed: leave at least 20 seconds between calls.'],
      [english('101', '100', 'hour'), '101 calls per hour, 100 allowed: leave at least 36 seconds between calls.'],
      [chinese('8', '7', '天'), '8 calls per day, 7 allowed: leave at least 12343 seconds between calls.'],
    ]) {
      assert.deepEqual(insightTexts(message ?? ''), [`rate-limit: ${expected ?? ''}`]);
    }
  });

  it('does not exist if the numbers make no sense', () => {
    saysNothing([
      english('10', '10'),
      english('9', '10'),
      english('1', '0'),
      english('-2', '1'),
      english('12.5', '10'),
      english('123456789', '1'),
      chinese('3', '5'),
      chinese('5', '0'),
    ]);
  });

  it('does not exist for other wordings', () => {
    saysNothing([
      english('12', '10', 'second', 'minute'),
      english('12', '10', 'fortnight'),
      english('`x`', '`10`'),
      '请求频率超限',
      'Request limit exceeded: 12 of 10.',
      '',
    ]);
  });
});

describe('an insight of a denial', () => {
  const resource = 'qcs::cvm:ap-guangzhou:uin/100000000001:instance/ins-0abc1def';
  const policyOf = (message: string): unknown => {
    const [policy] = insightsOf({ code: undefined, message, requestId: 'r' }, l10n).flatMap(
      (insight) => insight.policy ?? [],
    );
    return policy && { ...policy, text: JSON.parse(policy.text) as unknown };
  };

  it('names the action and the resource, with any text around', () => {
    for (const around of surroundings) {
      assert.deepEqual(insightTexts(around(denial('cvm:StartInstances', resource))), [
        `cam-denial: No policy of the caller allows «cvm:StartInstances» on «${resource}».`,
      ]);
    }
    assert.deepEqual(insightTexts(`操作未授权，请检查CAM策略。${denial('cvm:StartInstances', '*')}`), [
      'cam-denial: No policy of the caller allows «cvm:StartInstances» on all resources («*»).',
    ]);
    assert.deepEqual(shortTexts(denial('name/cvm:StartInstances', '*')), ['denied: cvm:StartInstances']);
  });

  it('has a policy that allows what was denied, and nothing else', () => {
    const message = denial('cvm:StartInstances', resource);
    const [insight] = insightsOf({ code: undefined, message, requestId: 'r' }, l10n);
    assert.deepEqual(insight?.policy, {
      text: `{
  "version": "2.0",
  "statement": [
    {
      "effect": "allow",
      "action": [
        "cvm:StartInstances"
      ],
      "resource": [
        "${resource}"
      ]
    }
  ]
}
`,
      actions: ['cvm:StartInstances'],
    });
  });

  it('may have several actions, each with its own resources', () => {
    const message = `${denial('cvm:StartInstances,cvm:StopInstances', `${resource}, ${resource}2`)}${denial('name/cbs:AttachDisks', '*')}`;
    assert.deepEqual(policyOf(message), {
      text: {
        version: '2.0',
        statement: [
          {
            effect: 'allow',
            action: ['cvm:StartInstances', 'cvm:StopInstances'],
            resource: [resource, `${resource}2`],
          },
          { effect: 'allow', action: ['cbs:AttachDisks'], resource: ['*'] },
        ],
      },
      actions: ['cvm:StartInstances', 'cvm:StopInstances', 'cbs:AttachDisks'],
    });
    assert.deepEqual(insightTexts(message), [
      `cam-denial: No policy of the caller allows «cvm:StartInstances» on «${resource}» and others (1 more). No policy of the caller allows «cvm:StopInstances» on «${resource}» and others (1 more). No policy of the caller allows «cbs:AttachDisks» on all resources («*»).`,
    ]);
  });

  it('lists only the first actions', () => {
    const actions = Array.from({ length: 9 }, (_, index) => `cvm:Action${index}`).join(',');
    assert.match(
      insightTexts(denial(actions, '*'))[0] ?? '',
      /Action2» on .*The message lists 6 more denied actions\.$/,
    );
  });

  it('has no policy if the message does not name the resource', () => {
    assert.deepEqual(insightTexts(denial('tcb:DescribeEnvs')), [
      'cam-denial: No policy of the caller allows «tcb:DescribeEnvs»; the message does not name the resource.',
    ]);
    assert.equal(policyOf(denial('tcb:DescribeEnvs')), undefined);
    assert.equal(policyOf(denial('tcb:DescribeEnvs', 'everything there is')), undefined);
  });

  it('does not exist if no action is named', () => {
    saysNothing([
      'You are not authorized to perform this operation.',
      denial('', '*'),
      denial('StartInstances', '*'),
      denial('cvm:Start"Instances', '*'),
      'resource (*) has no permission',
    ]);
  });
});

describe('an insight of the request id in a message', () => {
  const message = 'no [request id:1f2e] access';

  it('exists if the response has a different one or none', () => {
    assert.deepEqual(insightTexts(message), [
      'request-id: The message mentions a different RequestId, «1f2e». Give support both.',
    ]);
    assert.deepEqual(shortTexts(message), ['another RequestId in the message: 1f2e']);
    assert.deepEqual(insightTexts(message, '', ' '), [
      'request-id: The response has no RequestId, but its message has one: «1f2e». Give it to support.',
    ]);
    assert.deepEqual(shortTexts(message, '', ''), ['RequestId in the message: 1f2e']);
  });

  it('does not exist if it is the same', () => {
    assert.deepEqual(insightTexts(message, '', ' 1f2e '), []);
    assert.deepEqual(insightTexts('[request id:]', '', ''), []);
  });
});

describe('an insight of the size of a request', () => {
  it('exists if it is too large for the old signature methods', () => {
    for (const message of [
      'The credentials could not be validated because of exceeding request size limit, please use `TC3-HMAC-SHA256`.',
      '请求包大小超过限制，请使用新的签名方法 `TC3-HMAC-SHA256`。',
    ]) {
      assert.match(insightTexts(message)[0] ?? '', /^request-size: The request is too large .* up to 10 MB\. SDKs/);
      assert.deepEqual(shortTexts(message), ['sign with TC3-HMAC-SHA256']);
    }
    saysNothing(['The request size limit was exceeded.', 'The signature does not match: TC3-HMAC-SHA256']);
  });
});

describe('several insights', () => {
  it('are sorted by how specific they are', () => {
    const message = denial('cvm:RunInstances', '*');
    assert.deepEqual(
      insightsOf({ code: undefined, message, requestId: undefined }, l10n).map(({ id }) => id),
      ['cam-denial', 'request-id'],
    );
  });

  it('are read only from the beginning of a message', () => {
    assert.deepEqual(insightTexts(`${'x'.repeat(5000)}${denial('cvm:RunInstances', '*')}`), []);
    assert.deepEqual(insightsOf({ code: undefined, message: undefined, requestId: undefined }, l10n), []);
  });

  it('show no more than 100 characters of a value', () => {
    assert.deepEqual(
      insightTexts(`The value \`${'v'.repeat(150)}\` specified in the parameter \`Name\` is not valid.`),
      [`parameter: The parameter «Name» does not accept the value «${'v'.repeat(100)}…».`],
    );
  });
});
