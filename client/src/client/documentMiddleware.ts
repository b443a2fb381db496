import { Uri, type CancellationToken, type ExtensionContext } from 'vscode';
import { DocumentDiagnosticRequest, type MessageSignature, type Middleware } from 'vscode-languageclient';
import { isEditableAt, isReadAt } from './readDocuments';

/**
 * Sends no messages about documents that are not read, and requests no findings where nobody can fix them. A document
 * selector can name the schemes that are wanted, but not those that are unwanted.
 */
export function documentMiddleware(context: ExtensionContext): Pick<Middleware, 'sendNotification' | 'sendRequest'> {
  const isSent = (type: string | MessageSignature, params: unknown): boolean => {
    const uri = documentIn(params);
    const needsFixing = methodOf(type) === DocumentDiagnosticRequest.method;
    return !uri || (isReadAt(uri, context) && (!needsFixing || isEditableAt(uri)));
  };
  return {
    sendNotification: async (type, next, params) => {
      if (isSent(type, params)) {
        await next(type, params);
      }
    },
    // The client takes null as the empty answer of every request about a document.
    sendRequest: async <P, R>(
      type: string | MessageSignature,
      params: P | undefined,
      token: CancellationToken | undefined,
      next: (type: string | MessageSignature, params?: P, token?: CancellationToken) => Promise<R>,
    ) => (isSent(type, params) ? next(type, params, token) : (null as R)),
  };
}

function methodOf(type: string | MessageSignature): string {
  return typeof type === 'string' ? type : type.method;
}

/** The document that a message is about. */
function documentIn(params: unknown): Uri | undefined {
  const { textDocument } = (params ?? {}) as { readonly textDocument?: { readonly uri?: unknown } };
  return typeof textDocument?.uri === 'string' ? Uri.parse(textDocument.uri) : undefined;
}
