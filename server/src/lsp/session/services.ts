import type { ClientCapabilities } from 'vscode-languageserver';
import {
  createLanguageService,
  type DisplayLanguage,
  type LanguageService,
  type LensCommands,
  type Localizer,
} from '../../service';
import { copyPolicyCommand, copyTicketCommand, explainCommand } from '../protocol';
import type { Catalogs } from './catalogs';
import type { Configuration } from './configuration';

/** More findings than this in one document help nobody, and make the editor slow. */
const maxFindings = 100;

const clientCommands: LensCommands = {
  explain: explainCommand,
  copyTicket: copyTicketCommand,
  copyPolicy: copyPolicyCommand,
};

/** What all services have in common. */
export interface ServiceOptions {
  readonly catalogs: Catalogs;
  readonly localizer: (language: DisplayLanguage) => Localizer;
  /** The language of the client. */
  readonly language: DisplayLanguage;
  readonly rulesPage: string;
  readonly newRequestId: () => string;
  readonly capabilities: ClientCapabilities;
  readonly initializationOptions: unknown;
}

/** The language services: one for each configuration, and one for each whose tickets are in another language. */
export class Services {
  private services = new WeakMap<Configuration, Map<DisplayLanguage, LanguageService>>();

  constructor(private readonly options: ServiceOptions) {}

  /** The service with the settings of a configuration, in the language of the client unless another one is given. */
  for(configuration: Configuration, language = this.options.language): LanguageService {
    let services = this.services.get(configuration);
    if (!services) {
      services = new Map();
      this.services.set(configuration, services);
    }
    let service = services.get(language);
    if (!service) {
      service = this.create(configuration, language);
      services.set(language, service);
    }
    return service;
  }

  /** Makes all services anew when they are next asked for, since the catalogs have changed. */
  renew(): void {
    this.services = new WeakMap();
  }

  private create(settings: Configuration, language: DisplayLanguage): LanguageService {
    const { capabilities, catalogs, initializationOptions, localizer, newRequestId, rulesPage } = this.options;
    return createLanguageService({
      catalog: () => catalogs.get(language),
      l10n: localizer(language),
      settings,
      rulesPage,
      newRequestId,
      maxFindings,
      client: {
        snippets: capabilities.textDocument?.completion?.completionItem?.snippetSupport === true,
        versionedEdits: capabilities.workspace?.workspaceEdit?.documentChanges === true,
        lensCommands: hasCommands(initializationOptions) ? clientCommands : undefined,
      },
    });
  }
}

/** Whether the client says that it has the commands of code lenses. */
function hasCommands(options: unknown): boolean {
  return typeof options === 'object' && options !== null && 'commands' in options && options.commands === true;
}
