import { codesRequest, type CodeSummary } from '../../../server/src/lsp/protocol';
import type { LazyLanguageClient } from '../client/lazyLanguageClient';

/** Which codes the catalog explains, without a request for each. */
export class KnownCodes {
  private codes: Promise<ReadonlySet<string>> | undefined;

  constructor(private readonly client: LazyLanguageClient) {
    client.onDidRefresh(() => (this.codes = undefined));
  }

  /** Whether the catalog has a code or one of its parents. */
  async has(code: string): Promise<boolean> {
    this.codes ??= this.request();
    const codes = await this.codes;
    for (let end = code.length; end > 0; end = code.lastIndexOf('.', end - 1)) {
      if (codes.has(code.slice(0, end))) {
        return true;
      }
    }
    return false;
  }

  private async request(): Promise<ReadonlySet<string>> {
    try {
      const codes = await this.client.sendRequest<CodeSummary[]>(codesRequest);
      return new Set(codes.map(({ code }) => code));
    } catch {
      this.codes = undefined;
      return new Set();
    }
  }
}
