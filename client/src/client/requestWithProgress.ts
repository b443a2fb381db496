import type { CancellationToken } from 'vscode';
import { WorkDoneProgress, type BaseLanguageClient, type WorkDoneProgressReport } from 'vscode-languageclient';

export interface ProgressRequest {
  readonly method: string;
  readonly params: object;
}

let lastToken = 0;

/** Sends a request that reports progress. Rejects if it fails or is cancelled. */
export async function requestWithProgress<Result>(
  client: BaseLanguageClient,
  { method, params }: ProgressRequest,
  token: CancellationToken,
  onProgress: (progress: WorkDoneProgressReport) => void,
): Promise<Result> {
  const workDoneToken = `api-response-${++lastToken}`;
  const subscription = client.onProgress(WorkDoneProgress.type, workDoneToken, (progress) => {
    if (progress.kind === 'report') {
      onProgress(progress);
    }
  });
  try {
    return await client.sendRequest<Result>(method, { ...params, workDoneToken }, token);
  } finally {
    subscription.dispose();
  }
}
