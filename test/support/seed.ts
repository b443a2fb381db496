/** The examples of the vendor's page "Responses" of API 3.0. */

export const seedSuccess = `{
    "Response": {
        "TotalCount": 0,
        "InstanceStatusSet": [],
        "RequestId": "b5b41468-520d-4192-b42f-595cc34b6c1c"
    }
}`;

export const seedFailure = `{
    "Response": {
        "Error": {
            "Code": "AuthFailure.SignatureFailure",
            "Message": "The provided credentials could not be validated. Please ensure your signature is correct."
        },
        "RequestId": "ed93f3cb-f35e-473f-b9f3-0d451b8b79c6"
    }
}`;

/** The page's table of common error codes, word for word. */
export const seedCodes: Readonly<Record<string, string>> = {
  'AuthFailure.InvalidSecretId': 'Invalid key (not a TencentCloud API key type).',
  'AuthFailure.MFAFailure': 'MFA failed.',
  'AuthFailure.SecretIdNotFound': 'The key does not exist.',
  'AuthFailure.SignatureExpire': 'Signature expired.',
  'AuthFailure.SignatureFailure': 'Signature error.',
  'AuthFailure.TokenFailure': 'Token error.',
  'AuthFailure.UnauthorizedOperation': 'The request does not have CAM authorization.',
  DryRunOperation:
    'DryRun Operation. It means that the request would have succeeded, but the DryRun parameter was used.',
  FailedOperation: 'Operation failed.',
  InternalError: 'Internal error.',
  InvalidAction: 'The API does not exist.',
  InvalidParameter: 'Incorrect parameter.',
  InvalidParameterValue: 'Invalid parameter value.',
  LimitExceeded: 'Quota limit exceeded.',
  MissingParameter: 'A parameter is missing.',
  NoSuchVersion: 'The API version does not exist.',
  RequestLimitExceeded: 'The number of requests exceeds the frequency limit.',
  ResourceInUse: 'Resource is in use.',
  ResourceInsufficient: 'Insufficient resource.',
  ResourceNotFound: 'The resource does not exist.',
  ResourceUnavailable: 'Resource is unavailable.',
  UnauthorizedOperation: 'Unauthorized operation.',
  UnknownParameter: 'Unknown parameter.',
  UnsupportedOperation: 'Unsupported operation.',
  UnsupportedProtocol: 'HTTPS request method error. Only GET and POST requests are supported.',
  UnsupportedRegion: 'API does not support the requested region.',
};
