/** A code, and the expressions that all match in the message that goes with it. */
const wordings: readonly (readonly [code: string, ...patterns: RegExp[]])[] = [
  ['AuthFailure.SignatureExpire', /signature (?:has )?expired/i, /server(?:'s)? (?:current )?time/i],
  ['AuthFailure.SignatureExpire', /签名已?过期/, /服务(?:器|端)(?:当前|的)?时间/],
  ['AuthFailure.SignatureFailure', /provided credentials could not be validated|请求签名验证失败/i],
  ['AuthFailure.SecretIdNotFound', /SecretId is not found|SecretId ?不存在/i],
  ['AuthFailure.UnauthorizedOperation', /not authorized to perform operation ?\(|操作未授权，请检查 ?CAM ?策略/i],
  ['RequestLimitExceeded', /request times equals to|超过了每(?:秒|分钟|小时|天)频率上限/i],
  ['MissingParameter', /missing a required parameter [`'"]/i],
  [
    'InvalidParameterValue',
    /value [`'"][^\r\n`'"]{0,200}[`'"] specified in the parameter [`'"]|a value specified in [`'"]/i,
  ],
  ['InvalidParameter', /value type of parameter [`'"]/i],
  ['NoSuchVersion', /specified api version=[`'"]/i],
];

/** Only this many UTF-16 units of a message are examined. */
const maxLength = 4000;

/** The code whose message has the wording of a text without a code; undefined if the wording is not known. */
export function codeOfWording(text: string): string | undefined {
  const message = text.slice(0, maxLength);
  return wordings.find(([, ...patterns]) => patterns.every((pattern) => pattern.test(message)))?.[0];
}
