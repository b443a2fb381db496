import assert from 'node:assert/strict';
import { chineseTexts, insightTexts, surroundings, verdictText } from '../../support/insights';

/** A message with its code, all that is told, and the verdict. */
type Row = readonly [message: string, code: string, told: string, verdict: string];

const byCaller = 'caller, after-fixing';
const byAccount = 'account, after-fixing';
const later = 'caller, backoff';

/** Tests the messages, and that those of the near misses tell nothing. */
function tests(rows: readonly Row[], nearMisses: readonly (readonly [message: string, code: string])[]): void {
  for (const [message, code, told, verdict] of rows) {
    it(`is in: ${message}`, () => {
      assert.deepEqual(insightTexts(message, code), [told]);
      assert.equal(verdictText(message, code), verdict);
    });
  }
  for (const [message, code] of nearMisses) {
    it(`is none in: ${message}, ${code}`, () => assert.deepEqual(insightTexts(message, code), []));
  }
}

describe('an insight of a resource that is busy', () => {
  const busy =
    'busy: The resource is busy with another task; nothing is wrong with the request. Query its state, wait until the task is done, then retry.';
  const state =
    'busy: The state of the resource does not allow this; nothing else is wrong with the request. Query the state: if it is changing, wait and retry, otherwise bring the resource into a state that allows it.';
  const inState = (what: string, action: string): string =>
    `busy: The state «${what}» does not allow ${action}; nothing else is wrong with the request. Wait until the state has changed, then retry.`;

  tests(
    [
      ['Mutex task is running, please try later', 'DesOperation.MutexTaskRunning', busy, later],
      ['A MutexTask task is running.', 'UnsupportedOperation.Mutex', busy, later],
      ['The request does not support the instances which are in operation or in a special state.', 'X', busy, later],
      ['The kettle already has operation in progress. Please try again later.', 'X', busy, later],
      ['Your task is working (BoilWater). Pls wait for the task to complete and try again.', 'X', busy, later],
      ['The teapot is being created.', 'ResourceUnavailable.Creating', busy, later],
      ['实例操作进行中，请等待', 'OperationDenied.InstanceOperationInProgress', busy, later],
      ['【泡茶】被拒绝，流程【洗茶杯】正在执行', 'FailedOperation.FlowRejected', busy, later],
      ['实例正在执行其他操作，请稍后再试。', 'OperationDenied.X', busy, later],
      ['镜像状态繁忙，请稍后重试。', 'FailedOperation.InvalidImageState', busy, later],
      [
        'The status `"BOILING"` for KettleId `"k"` is not permit to do this operation.',
        'X',
        inState('BOILING', 'this'),
        later,
      ],
      ['Status "BOILING" of the kettle is not permitted to do this operation.', 'X', inState('BOILING', 'this'), later],
      [
        'Function status Updating is not allowed to do UpdateFunctionConfiguration.',
        'UnauthorizedOperation.FunctionStatus',
        inState('Updating', '«UpdateFunctionConfiguration»'),
        later,
      ],
      ['This operation cannot be performed due to the current teapot status.', 'InvalidTeapotState', state, later],
      ['The current state does not allow the operation.', 'FailedOperation.Status', state, later],
      ['当前函数状态无法进行此操作，请在函数状态正常时重试。', 'FailedOperation.Update', state, later],
      ['当前流程状态不支持出证', 'OperationDenied.FlowStatusForbid', state, later],
      [
        'The current task is locked by 100000000001 and cannot be committed',
        'UnsupportedOperation',
        'busy: It is locked by «100000000001»: have it unlocked, or wait, then retry.',
        later,
      ],
      ['集群未处于运行状态', 'ResourceUnavailable.X', state, later],
    ],
    [
      ['The status of the teapot is unknown.', 'FailedOperation'],
      ['The server is busy. Retry later.', 'FailedOperation'],
      ['系统繁忙，请稍后重试。', 'FailedOperation.ServerBusy'],
      ['The operation is not supported.', 'UnsupportedOperation'],
      ['此流程已经终止，无法进行延期操作', 'FailedOperation'],
      ['Application has been processed.', 'OperationDenied'],
    ],
  );

  it('is told in Chinese', () => {
    assert.deepEqual(chineseTexts('Function status Updating is not allowed to do InvokeFunction.'), [
      '«Updating» 状态不允许 «InvokeFunction»，请求本身没有其他问题。请等状态变化后再重试。',
    ]);
  });
});

describe('an insight of the account', () => {
  const activate =
    "account: The service is not activated for this account: activate it in the product's console, with the root account.";
  const pay =
    'account: The account owes money, or its balance is insufficient: pay or top up in the Billing Center, then retry.';
  const used =
    "account: The resource package or free quota is used up: buy a package, or switch to pay-as-you-go, in the product's console.";
  const allow =
    'account: The account is not on the allowlist of this feature: open a ticket to apply, with the uin of the root account.';
  const order =
    'account: The caller is not allowed to pay for orders: ask an administrator to grant it a finance policy in CAM, or to place the order.';
  const identity =
    'account: The identity of the account is not verified: verify it in the console under Account Information.';

  tests(
    [
      ['服务未开通', 'FailedOperation.UnOpenError', activate, byAccount],
      ['未开通服务。', 'UnauthorizedOperation.Nonactivated', activate, byAccount],
      ['未开通泡茶服务，请开通后使用此接口', 'FailedOperation', activate, byAccount],
      ['账号未开通本服务，请在控制台开通服务', 'FailedOperation', activate, byAccount],
      ['The service has not been activated.', 'FailedOperation', activate, byAccount],
      ['账号已欠费', 'FailedOperation.Unpaid', pay, byAccount],
      ['Your account is in arrears.', 'FailedOperation.Unpaid', pay, byAccount],
      ['Insufficient account balance.', 'OperationDenied', pay, byAccount],
      ['资源包余量已用完', 'FailedOperation.Package', used, byAccount],
      ['Free tier is used up.', 'UnsupportedOperation.NoFreeAccount', used, byAccount],
      ['uin not allow to boil water.', 'FailedOperation', allow, byAccount],
      ['不在此功能的白名单', 'UnauthorizedOperation', allow, byAccount],
      ['uin:100000000001 no pay auth for ownerUin:100000000002', 'UnauthorizedOperation.CamNoAuth', order, byAccount],
      ['无支付权限。', 'InternalError.NoPaymentAccess', order, byAccount],
      ['账号未实名认证，请先完成认证。', 'FailedOperation', identity, byAccount],
    ],
    [
      ['账号未欠费', 'FailedOperation'],
      ['The account is not in arrears.', 'FailedOperation'],
      ['订单状态错误，只有未支付订单才能支付。', 'FailedOperation'],
      ['当前域名未完成实名认证', 'UnsupportedOperation'],
      ['此用户已开通自动泡茶成功', 'FailedOperation'],
    ],
  );
});

describe('an insight of what is for sale', () => {
  const type =
    'offer: The zone «ap-nowhere-1» does not offer the instance type «S9.SMALL1»: choose a type that `DescribeZoneInstanceConfigInfos` lists for this zone, or another zone.';
  const anyType =
    'offer: The zone does not offer this instance type: choose a type that `DescribeZoneInstanceConfigInfos` lists for the zone, or another zone.';
  const disk =
    'offer: This instance type does not support this type of disk in this zone: `DescribeDiskConfigQuota` lists the supported disks. Choose another disk, type or zone.';

  tests(
    [
      ['This instance type `S9.SMALL1` is not available in the current zone `ap-nowhere-1`.', 'X', type, byCaller],
      ['The instance type S9.SMALL1 is not sold in the zone ap-nowhere-1', 'X', type, byCaller],
      ['实例规格 `S9.SMALL1` 在当前可用区 `ap-nowhere-1` 不可用', 'X', type, byCaller],
      ['可用区 ap-nowhere-1 不支持实例类型 S9.SMALL1。', 'X', type, byCaller],
      ['该可用区不售卖此机型', 'ResourceUnavailable.InstanceType', anyType, byCaller],
      ['CVM not support the required disk', 'FailedOperation', disk, byCaller],
      [
        'The cloud disk specified unavailable',
        'InvalidCloudDisk.Unavailable',
        'offer: This type of disk is not for sale here: `DescribeDiskConfigQuota` lists the disks of a zone. Choose another disk or zone.',
        byCaller,
      ],
    ],
    [
      ['It is not sold out.', 'LimitExceeded'],
      ['This instance type is available in the zone.', 'FailedOperation'],
      ['The cloud disk specified unavailable', 'FailedOperation'],
    ],
  );
});

describe('an insight of address ranges that overlap', () => {
  const rest = 'choose another one. Retrying does not help.';
  const cluster = `cidr-conflict: The address range «10.9.0.0/16» overlaps one of the cluster «cls-0a1b2c3d»: ${rest}`;
  const kind = 'resource-id: Judging by its prefix, «cls-0a1b2c3d» is a cluster (TKE).';

  for (const message of [
    'CIDR_CONFLICT_WITH_OTHER_CLUSTER[cidr 10.9.0.0/16 is conflict with cluster id: cls-0a1b2c3d]',
    'CIDR(10.9.0.0/16) conflict with clusterCIDR,ClusterID:cls-0a1b2c3d',
    '网段10.9.0.0/16与集群cls-0a1b2c3d的网段冲突',
  ]) {
    it(`names the cluster: ${message}`, () => assert.deepEqual(insightTexts(message), [cluster, kind]));
  }

  tests(
    [
      [
        'The CIDR 10.9.0.0/16 conflicts with the route.',
        'X',
        `cidr-conflict: The address range «10.9.0.0/16» overlaps one that is in use: ${rest}`,
        byCaller,
      ],
      [
        'CIDR `10.9.0.0/16` overlaps with `10.9.8.0/24`.',
        'X',
        `cidr-conflict: The address range «10.9.0.0/16» overlaps «10.9.8.0/24», which is in use: ${rest}`,
        byCaller,
      ],
      [
        '网段 10.9.0.0/16 和 10.9.8.0/24 重叠',
        'X',
        `cidr-conflict: The address range «10.9.0.0/16» overlaps «10.9.8.0/24», which is in use: ${rest}`,
        byCaller,
      ],
    ],
    [
      ['The CIDR 10.9.0.0/16 is fine.', 'FailedOperation'],
      ['The name conflicts with another one.', 'FailedOperation'],
    ],
  );
});

describe('an insight of a text that is too long', () => {
  const limited = 'text-length: The text is too long, the limit is «6000»: split it, and send the parts one by one.';
  const unlimited =
    "text-length: The text is too long: the action's documentation has the limit. Split it, and send the parts one by one.";

  tests(
    [
      [
        'Please ensure that a single request length less than 6000',
        'UnsupportedOperation.TextTooLong',
        limited,
        byCaller,
      ],
      ['The text exceeds the limit of 6000 characters.', 'X', limited, byCaller],
      ['单次请求的文本长度需要低于6000字符', 'X', limited, byCaller],
      ['Text too long', 'UnsupportedOperation.TextTooLong', unlimited, byCaller],
      ['文本过长，请参考请求参数说明。', 'UnsupportedOperation.TextTooLong', unlimited, byCaller],
    ],
    [
      ['Please ensure that the request is complete.', 'FailedOperation'],
      ['Context too long ago', 'FailedOperation'],
      ['请求的文本为空', 'FailedOperation'],
    ],
  );
});

describe('an insight of a limit', () => {
  const verdict = 'account, after-fixing, LimitExceeded';

  tests(
    [
      [
        'Teapot数量达到限制：20，可提交工单申请提升限制',
        'LimitExceeded.Teapot',
        'quota: The limit of 20 for «Teapot» has been reached: delete what you no longer use, or open a ticket to request a higher limit.',
        verdict,
      ],
      [
        'Teapot数量达到限制，可提交工单申请提升限制。',
        'LimitExceeded.Teapot',
        'quota: The limit for «Teapot» has been reached: delete what you no longer use, or open a ticket to request a higher limit.',
        verdict,
      ],
      [
        'The number of teapots exceeds the upper limit of 20.',
        'FailedOperation.X',
        'quota: The limit of 20 for «teapots» has been reached: delete what you no longer use, or open a ticket to request a higher limit.',
        verdict,
      ],
    ],
    [
      ['标签键个数超过上限（6个）。', 'InvalidParameterValue.Limit'],
      ['The number of parameters has reached the limit (100).', 'InvalidParameterValue.LimitExceeded'],
      ['Teapot数量达到限制', 'LimitExceeded'],
      ['The number of cups poured a day exceeds the upper limit', 'LimitExceeded.Daily'],
      ['The number of results exceeds the upper limit (20 MB).', 'LimitExceeded.Results'],
    ],
  );

  it('is told in Chinese', () => {
    assert.deepEqual(chineseTexts('茶壶数量达到限制：20，可提交工单申请提升限制', 'LimitExceeded'), [
      '«茶壶»已达到上限 20：请删除不再使用的，或提交工单申请提高上限。',
    ]);
  });
});

describe('an insight of a ClientToken', () => {
  const told =
    'client-token: Retry with a new `ClientToken`: with the old one the service only answers this failure again. Check first that the failed call has created nothing.';

  tests(
    [
      ['发货失败，请更新`ClientToken`并重试。', 'UnsupportedOperation.DeliveryFailed', told, 'service, after-fixing'],
      ['Delivery failed, please update ClientToken and try again', 'FailedOperation', told, 'service, after-fixing'],
    ],
    [
      ['The `ClientToken` is too short.', 'FailedOperation'],
      ['发货失败，请重试。', 'FailedOperation'],
    ],
  );
});

describe('an insight of a denial without an action', () => {
  const told =
    'cam-denial: CAM denied the call, and the message does not say which action: look the call up by its RequestId in CloudAudit, where the event names the action, the resource and the caller.';

  tests(
    [
      [
        '操作未授权，请检查CAM策略。[[request id:r]system policy not verify]',
        'AuthFailure.UnauthorizedOperation',
        told,
        '',
      ],
      [
        '[request id:r]system policy not verify',
        'FailedOperation',
        told,
        'account, after-fixing, AuthFailure.UnauthorizedOperation',
      ],
      ['CAM鉴权失败。', 'UnauthorizedOperation.CamAuthFailed', told, ''],
    ],
    [
      ['You are not authorized to boil water.', 'UnauthorizedOperation'],
      ['CAM signature/authentication error.', 'AuthFailure'],
    ],
  );
});

describe('an insight of the size of a request with figures', () => {
  const verdict = 'caller, after-fixing, RequestSizeLimitExceeded';
  const told = (sizes: string): string =>
    `request-size: ${sizes}: send less at a time, or files by their URL in COS rather than as Base64.`;

  tests(
    [
      [
        'Your current request size exceed  max 10485760B, but your 24320473B.',
        'RequestSizeLimitExceeded',
        told('24.3 MB sent, 10 MB allowed'),
        verdict,
      ],
      [
        'Your current request size exceed max 3145728B, but your 3145729B',
        'X',
        told('3.1 MB sent, 3 MB allowed'),
        verdict,
      ],
      [
        'The request body size exceeds the limit of 10 MB, but the request is 12 MB',
        'X',
        told('12.6 MB sent, 10 MB allowed'),
        verdict,
      ],
      [
        'Your current request size exceed max 65536B, but your 70000B.',
        'X',
        told('70 kB sent, 65.6 kB allowed'),
        verdict,
      ],
      ['请求大小超过最大限制 10485760B，当前大小为 24320473B', 'X', told('24.3 MB sent, 10 MB allowed'), verdict],
    ],
    [
      ['The request size limit was exceeded.', 'RequestSizeLimitExceeded'],
      ['Your current request size is 24320473B.', 'FailedOperation'],
    ],
  );
});

describe('insights with a verdict', () => {
  it('are found with any text around', () => {
    for (const around of surroundings) {
      const [told] = insightTexts(around('Mutex task is running, please try later'), 'X');
      assert.match(told ?? '', /^busy: /);
    }
  });
});
