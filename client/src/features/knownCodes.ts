import { codesRequest, type CodesParams, type CodeSummary } from '../../../server/src/lsp/protocol';
import type { LazyLanguageClient } from '../client/lazyLanguageClient';

/** Which codes the catalog knows, with few requests. */
export class KnownCodes {
  private entries: Promise<ReadonlySet<string>> | undefined;

  constructor(private readonly client: LazyLanguageClient) {
    client.onDidRefresh(() => (this.entries = undefined));
  }

  /** Whether the catalog has a code or one of its parents. */
  async has(code: string): Promise<boolean> {
    this.entries ??= this.request();
    const codes = await this.entries;
    for (let end = code.length; end > 0; end = code.lastIndexOf('.', end - 1)) {
      if (codes.has(code.slice(0, end))) {
        return true;
      }
    }
    const named = await this.request({ containing: code });
    return named.has(code);
  }

  private async request(params?: CodesParams): Promise<ReadonlySet<string>> {
    try {
      const codes = await this.client.sendRequest<CodeSummary[]>(codesRequest, params);
      return new Set(codes.map(({ code }) => code));
    } catch {
      this.entries = undefined;
      return new Set();
    }
  }
}
