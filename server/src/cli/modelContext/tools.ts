import type { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js';
import type { CallToolResult } from '@modelcontextprotocol/sdk/types.js';
import * as z from 'zod';
import type { Answer, Answers, Roots } from './answers';

/** Maximum length of a text in UTF-16 units; a file may be larger. */
const maxTextLength = 1_000_000;

const text = z.string().max(maxTextLength);
const count = z.number().int().min(0);
const place = z.number().int().min(1);

const common = {
  product: z
    .string()
    .max(100)
    .optional()
    .describe(
      'The product that was called, if the text does not name it: the first label of its API host, such as `cvm`.',
    ),
  locale: z.enum(['en', 'zh-cn']).optional().describe('The language of the answer.'),
};

const source = {
  text: text.optional().describe('The content. Pass either this or `file`.'),
  fileName: z
    .string()
    .max(1000)
    .optional()
    .describe('The name of the file that `text` is from, such as `a.jsonl`: its ending says how the text is read.'),
  file: z
    .string()
    .max(4000)
    .optional()
    .describe('A file inside a root of the client: an absolute path, a path in the root, or a `file:` URI.'),
};

const finding = z.object({
  rule: z.string().describe('The id of the rule that does not hold.'),
  severity: z.enum(['error', 'warning', 'information', 'hint']),
  message: z.string(),
  line: place,
  column: place,
  endLine: place,
  endColumn: place,
});

/** Nothing is written, and nothing outside of this machine is asked. */
const annotations = { readOnlyHint: true, idempotentHint: true, openWorldHint: false } as const;

/** Registers the tools. `roots` are the folders that may be read. */
export function registerTools(server: McpServer, answers: Answers, roots: Roots): void {
  registerExplain(server, answers);
  registerCheck(server, answers, roots);
  registerTicket(server, answers, roots);
}

function registerExplain(server: McpServer, answers: Answers): void {
  server.registerTool(
    'explain',
    {
      title: 'Explain Tencent Cloud API failures',
      description:
        'Explains failures of Tencent Cloud API calls: for each one what the code means, what this very message says (rate limits, clock skew, denied CAM permissions, wrong parameters), whose fault it is (caller, account, service or network), whether a retry helps, likely causes and steps to fix it; and mistakes in the form of responses. Use it before you guess what an error code means.',
      inputSchema: {
        text: text.describe(
          'A JSON response, an exception of an SDK, an excerpt of a log, an HTTP body, or just an error code such as `AuthFailure.SignatureFailure`.',
        ),
        ...common,
      },
      outputSchema: {
        found: z.boolean().describe('Whether there was anything to explain.'),
        explanation: z.string(),
      },
      annotations,
    },
    async (input) => resultOf(await answers.explain(input)),
  );
}

function registerCheck(server: McpServer, answers: Answers, roots: Roots): void {
  server.registerTool(
    'check',
    {
      title: 'Check Tencent Cloud API responses',
      description:
        'Checks the form of Tencent Cloud API 3.0 responses, such as mocks, fixtures and recordings: missing or misspelled members, wrong types, unknown or misspelled error codes, invalid JSON. A failed call is not a finding.',
      inputSchema: { ...source, ...common },
      outputSchema: {
        responses: count,
        failures: count.describe('Responses of failed calls.'),
        findings: z
          .array(finding)
          .describe('In order. Lines and columns count from 1, in UTF-16 units; the end is exclusive.'),
        more: count.describe('Findings that are not listed.'),
      },
      annotations,
    },
    async (input) => resultOf(await answers.check(input, roots)),
  );
}

function registerTicket(server: McpServer, answers: Answers, roots: Roots): void {
  server.registerTool(
    'ticket',
    {
      title: 'Fill in a Tencent Cloud support ticket',
      description:
        'Fills in a support ticket for one Tencent Cloud API response or exception: RequestId, code, message, product, action, region and time of the call as far as the text tells them. Secrets are taken out. It is not sent anywhere: show it to the user, who should read it before sending it.',
      inputSchema: {
        ...source,
        index: count
          .optional()
          .describe('Which response, counting from 0; by default the first failure, else the first.'),
        ...common,
      },
      outputSchema: {
        ticket: z.string(),
        removed: z.array(z.string()).describe('The kinds of secrets that were taken out.'),
      },
      annotations,
    },
    async (input) => resultOf(await answers.ticket(input, roots)),
  );
}

function resultOf({ text: shown, data }: Answer<object>): CallToolResult {
  return { content: [{ type: 'text', text: shown }], structuredContent: { ...data } };
}
