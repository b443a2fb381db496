/** The texts of the samples that the walkthrough opens. All ids in them are invented. */
export const sampleTexts = {
  failure: inLines({
    Response: {
      Error: {
        Code: 'AuthFailure.SignatureExpire',
        Message: 'The signature has expired: server time is 1767225600, request timestamp is 1767254400.',
      },
      RequestId: '5e0c7a91-3b64-4d2f-9a18-c6f2d7e4b035',
    },
  }),
  malformed: inLines({
    Response: {
      Error: {
        Code: 'LimitExceeded',
        Message: 'The quota is used up.',
      },
      requestId: 'a8d31f46-72c5-4e09-8b7d-1f5e9c6a2d84',
    },
  }),
} as const;

export type SampleName = keyof typeof sampleTexts;

function inLines(response: object): string {
  return `${JSON.stringify(response, undefined, 2)}\n`;
}
