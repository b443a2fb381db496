import { ProposedFeatures } from 'vscode-languageserver';

/** What the library writes between the name of a handler and the message of its error, which may quote the client's. */
const separator = ' failed with message: ';

/** The features of a connection, with a log that leaves such messages out. */
export const features: typeof ProposedFeatures.all = {
  ...ProposedFeatures.all,
  console: (RemoteConsole) =>
    class extends RemoteConsole {
      override error(message: string): void {
        super.error(message.includes(separator) ? `${message.split(separator, 1).join('')} failed.` : message);
      }
    },
};
