/** Made-up secrets. The marker word in each must not survive in any form. */
export const id = 'AKIDz8krbsJ5yKBZQpn74WFkmLPx3SECRET';
const intlId = 'IKIDz8krbsJ5yKBZQpn74WFkmLPx3SECRET';
export const key = 'Gu5t9xGARNpq86cd98joQYCN3SECRET/+=x';
export const token = 'IQoJb3JpZ2luX2VjEJr.SECRET-_~/+tokenvalue==';
export const hash = 'SECRET2230eefd229f582d8b1b891af7107b91597240707d778ab3738f756258d7652c';

const lines = `${key.slice(0, 24)}\nSECRET${key}`;
const label = 'EC PRIVATE KEY-----';

/** Texts with a secret, by the kind that the note names. */
export const secrets: Readonly<Record<string, readonly string[]>> = {
  SecretId: [
    `The SecretId ${id} is not found.`,
    `SecretId=${id}&Nonce=1`,
    `{"SecretId":"${intlId}"}`,
    `The key ${intlId} is disabled`,
    'TENCENTCLOUD_SECRET_ID=otherSECRETform1',
    "secret_id: 'otherSECRETform2'",
    '"TmpSecretId": "otherSECRETform3"',
    'secretId => "otherSECRETform4"',
    'secret-id = otherSECRETform5',
    'Secret Id: otherSECRETform6',
    'AccessKeyId=otherSECRETform7',
    `(${id})`,
    `AKID${'SECRET'.repeat(1000)}`,
  ],
  SecretKey: [
    `SecretKey=${key}`,
    `SecretKey: ${key}`,
    `"SecretKey":"${key}"`,
    `{\\"SecretKey\\":\\"${key}\\"}`,
    `{\\\\\\"TmpSecretKey\\\\\\":\\\\\\"${key}\\\\\\"}`,
    `{'secret_key': '${key}'}`,
    `{u'secretKey': u'${key}'}`,
    `export TENCENTCLOUD_SECRET_KEY="${key}"`,
    `secret-key = ${key}`,
    `Secret Key: ${key}`,
    `secretKey => ${key}`,
    `{SecretId: x SecretKey:${key}}`,
    `ACCESS_KEY=${key}`,
    `secretKey%3D${key}`,
    `SecretKey=${'SECRET'.repeat(3000)}`,
  ],
  token: [
    `X-TC-Token: ${token}`,
    `"Token":"${token}"`,
    `Token=${token}&Region=ap-guangzhou`,
    `sessionToken: '${token}'`,
    `security_token = ${token}`,
    `x-cos-security-token=${token}`,
    `{\\"token\\": \\"${token}\\"}`,
    `Token=${'SECRET'.repeat(3000)}`,
  ],
  signature: [
    `Signature=${hash}`,
    `"Signature": "${hash}"`,
    `https://cvm.tencentcloudapi.com/?Action=DescribeZones&Signature=${hash}&Region=ap-guangzhou`,
    `Signature%3D${hash}`,
    `the signature: ${hash} does not match`,
    `X-Amz-Signature=${hash}`,
  ],
  Authorization: [
    `Authorization: TC3-HMAC-SHA256 Credential=${id}/2025-10-30/cvm/tc3_request, SignedHeaders=content-type;host, Signature=${hash}`,
    `"Authorization": "TC3-HMAC-SHA256 Credential=x/2025-10-30/cvm/tc3_request, SignedHeaders=host, Signature=${hash}"`,
    `sent TC3-HMAC-SHA256 Credential=x/2025-10-30/cvm/tc3_request, SignedHeaders=host, Signature=${hash}`,
    `authorization=Basic U0VDUkVUSECRET==`,
    `Proxy-Authorization: Basic SECRETU0VDUkVU==`,
    `-H 'Authorization: Bearer ${token}'`,
    `sent Bearer ${token} to the gateway`,
  ],
  'pre-signed URL': [
    `https://b-1250000000.cos.ap-guangzhou.myqcloud.com/k?q-sign-algorithm=sha1&q-ak=${id}&q-sign-time=1;2&q-key-time=1;2&q-header-list=host&q-url-param-list=&q-signature=${hash}`,
    `https://b.cos.ap-guangzhou.myqcloud.com/k?q-sign-algorithm%3Dsha1%26q-ak%3DotherSECRET%26q-signature%3D${hash}`,
    `q-ak=otherSECRET&q-signature=${hash}`,
  ],
  password: [
    `"Password": "pa55SECRETword"`,
    'pwd=SECRETpa55',
    'mysql://root:SECRETpa55@10.0.0.1/db',
    '密码：SECRETpa55',
  ],
  cookie: ['Cookie: sid=SECRETsid1; skey=SECRETsid2', '{"Cookie": "sid=SECRETsid1"}'],
  'private key': [`private_key: ${key}`, `-----BEGIN ${label}\n${lines}\n-----END ${label}`],
  UserSig: [`"UserSig": "eJwSECRET${key}"`, `userSig=eJwSECRET${token}`],
  'API key': [`AppKey: ${key}`, `client_secret=${key}`, `using ghp_SECRET${'0'.repeat(36)}`],
};

/** Matches a part of a secret, but not a name that contains the word. */
export const leak = /SECRET(?!_(?:ID|KEY))/;
