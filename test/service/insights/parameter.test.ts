import assert from 'node:assert/strict';
import { shortTexts, surroundings, insightTexts } from '../../support/insights';

/** Message, code, expected insight, and its short form. */
const wordings: readonly (readonly [message: string, code: string, told: string, short: string])[] = [
  [
    'The value `50` specified in the parameter `SystemDisk.DiskSize` is not valid.',
    'InvalidParameterValue',
    'The parameter «SystemDisk.DiskSize» does not take the value «50».',
    'SystemDisk.DiskSize is not valid',
  ],
  [
    'A value specified in `X-TC-Region` is not valid, is unsupported, or cannot be used.',
    'InvalidParameterValue',
    'The value of the parameter «X-TC-Region» is not valid, or is not supported.',
    'X-TC-Region is not valid',
  ],
  [
    '参数 `DataDisks.0.DiskSize` 取值类型错误。',
    'InvalidParameter',
    'The value of the parameter «DataDisks.0.DiskSize» has the wrong type.',
    'DataDisks.0.DiskSize has the wrong type',
  ],
  [
    'The request is missing a required parameter `Zone`.',
    'MissingParameter',
    'The request lacks the parameter «Zone».',
    'Zone is missing',
  ],
];

/** Wordings that need such a code, and, except one, must be at the beginning. */
const withCode: typeof wordings = [
  [
    'Filters[0].Name is required',
    'MissingParameter.Filter',
    'The request lacks the parameter «Filters[0].Name».',
    'Filters[0].Name is missing',
  ],
  [
    'Messages.Kind: teapot not in list: [kettle,cup]',
    'InvalidParameter',
    'The parameter «Messages.Kind» does not take the value «teapot»; the message lists those that it takes.',
    'Messages.Kind is not valid',
  ],
  [
    'Offset:two is not int!',
    'InvalidParameterValue',
    'The parameter «Offset» must be an integer; the service rejected «two».',
    'Offset has the wrong type',
  ],
  [
    '审核原因(ReviewNote)在驳回时不能为空，请重试',
    'InvalidParameter.ParamError',
    'The parameter «ReviewNote» must not be empty.',
    'ReviewNote is empty',
  ],
  [
    'SessionToken不合法。',
    'InvalidParameterValue',
    'The value of the parameter «SessionToken» is not valid.',
    'SessionToken is not valid',
  ],
];

describe('an insight of a parameter', () => {
  for (const [message, code, told, short] of wordings) {
    it(`is in: ${message}`, () => {
      for (const around of surroundings) {
        assert.deepEqual(insightTexts(around(message), code), [`parameter: ${told}`]);
      }
      assert.deepEqual(shortTexts(message, code), [short]);
    });
  }

  for (const [message, code, told, short] of withCode) {
    it(`is in: ${message}, where the code is such as ${code}`, () => {
      assert.deepEqual(insightTexts(message, code), [`parameter: ${told}`]);
      assert.deepEqual(shortTexts(message, code), [short]);
      assert.deepEqual(insightTexts(message, 'FailedOperation'), []);
    });
  }

  it('has a value that contains quotes', () => {
    assert.deepEqual(insightTexts("The value `a`b'c` specified in the parameter `Name` is not valid."), [
      "parameter: The parameter «Name» does not take the value «a`b'c».",
    ]);
  });

  for (const [message, code] of [
    ['This is required', 'MissingParameter'],
    ['a parameter is required', 'MissingParameter'],
    ['Either VpcId or SubnetId is required', 'MissingParameter'],
    ['customProbe.Kind is required', 'MissingParameter'],
    ['Kind is required_by', 'MissingParameter'],
    ['The value 50 specified in the parameter SystemDisk is not valid', 'InvalidParameterValue'],
    ['The value `50` specified in the parameter `systemDisk` is not valid', 'InvalidParameterValue'],
    ['URL格式不合法。', 'InvalidParameterValue.UrlIllegal'],
    ['名称(测试)不能为空', 'InvalidParameter'],
    ['参数有误', 'InvalidParameter'],
  ]) {
    it(`is none in: ${message ?? ''}`, () => assert.deepEqual(insightTexts(message ?? '', code), []));
  }

  it('has the reason from the end of the code', () => {
    const message = 'A value specified in `Zone` is not valid, is unsupported, or cannot be used.';
    const reasonOf = (code: string): string =>
      (insightTexts(message, code)[0] ?? '').split(' or is not supported.')[1]?.trim() ?? '';
    for (const [code, reason] of Object.entries({
      'InvalidParameterValue.Malformed': 'According to the code, it has the wrong format.',
      'InvalidParameterValue.ZoneIdMalformed': 'According to the code, it has the wrong format.',
      'InvalidParameter.InvalidFormat': 'According to the code, it has the wrong format.',
      'InvalidParameterValue.NotFound': 'According to the code, what it refers to does not exist.',
      'InvalidParameterValue.GroupIdNotExist': 'According to the code, what it refers to does not exist.',
      'InvalidParameterValue.Duplicate': 'According to the code, it is already in use, or was given twice.',
      'InvalidParameterValue.TooLong': 'According to the code, it is too long.',
      'InvalidParameterValue.TooShort': 'According to the code, it is too short.',
      'InvalidParameterValue.TooLarge': 'According to the code, it is too large.',
      'InvalidParameterValue.TooSmall': 'According to the code, it is too small.',
      'InvalidParameterValue.Length': 'According to the code, its length is wrong.',
      'InvalidParameterValue.Size': 'According to the code, its size is wrong.',
      'InvalidParameterValue.OutOfRange': 'According to the code, it is out of range.',
      'InvalidParameterValue.Empty': 'According to the code, it is empty.',
      'InvalidParameterValue.NotEmpty': 'According to the code, it must be empty.',
      'InvalidParameterValue.ZoneNotSupported': 'According to the code, it is not supported here.',
      'InvalidParameterValue.Other': '',
      InvalidParameterValue: '',
      'FailedOperation.TooLong': '',
    })) {
      assert.equal(reasonOf(code), reason, code);
    }
  });
});

describe('an insight of a quota', () => {
  const message = 'Your current quota does not allow you to specified the value `3` in the parameter `InstanceCount`.';

  it('names the requested value', () => {
    for (const around of surroundings) {
      assert.deepEqual(insightTexts(around(message), 'LimitExceeded.InstanceQuota'), [
        'quota: The remaining quota does not allow «InstanceCount» to be «3». Request less, or a higher quota.',
      ]);
    }
    assert.deepEqual(shortTexts(message), ['quota does not allow InstanceCount 3']);
  });

  it('does not exist for other wordings', () => {
    for (const other of [message.replace('3', 'three'), 'Resource quota exceeded', '配额不足']) {
      assert.deepEqual(insightTexts(other, 'LimitExceeded'), []);
    }
  });
});
