import { builtinCatalog } from '../../server/src/data/builtinData';

/** The envelope as JSON Schema, so that VS Code's JSON server checks and explains the same as ours. */
export function envelopeSchema(): object {
  const entries = builtinCatalog().entries();
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    type: ['object', 'array'],
    properties: { Response: { $ref: '#/definitions/response' } },
    items: { type: 'object', required: ['Response'], properties: { Response: { $ref: '#/definitions/response' } } },
    definitions: {
      response: {
        type: 'object',
        required: ['RequestId'],
        properties: {
          RequestId: { type: 'string', minLength: 1, description: 'The id of the request.' },
          Error: { $ref: '#/definitions/error' },
        },
      },
      error: {
        type: 'object',
        required: ['Code', 'Message'],
        properties: {
          Code: {
            type: 'string',
            description: 'The error code.',
            enum: [...entries.map(({ code }) => code), 'InvalidParameterValue.Zone'],
            enumDescriptions: [...entries.map(({ description }) => description), 'Invalid parameter value.'],
          },
          Message: { type: 'string', description: 'What went wrong.' },
        },
      },
    },
  };
}
