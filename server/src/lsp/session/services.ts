import { MarkupKind, type ClientCapabilities } from 'vscode-languageserver';
import {
  createLanguageService,
  type DisplayLanguage,
  type LanguageService,
  type ClientCommands,
  type Localizer,
} from '../../service';
import { copyPolicyCommand, copyTicketCommand, explainCommand, showRuleCommand, type ClientOptions } from '../protocol';
import type { Catalogs } from './catalogs';
import type { Configuration } from './configuration';

/** Findings shown per document: more would only slow the editor down. */
const maxFindings = 100;

const clientCommands: ClientCommands = {
  explain: explainCommand,
  copyTicket: copyTicketCommand,
  copyPolicy: copyPolicyCommand,
  showRule: showRuleCommand,
};

/** What all services share. */
export interface ServiceOptions {
  readonly catalogs: Catalogs;
  readonly localizer: (language: DisplayLanguage) => Localizer;
  readonly loadLanguage?: (language: DisplayLanguage) => Promise<void>;
  /** The language of the client. */
  readonly language: DisplayLanguage;
  readonly rulesPage: string;
  readonly newRequestId: () => string;
  readonly capabilities: ClientCapabilities;
  readonly initializationOptions: unknown;
}

/** The language services, one per configuration and language; tickets may be in another language than the client. */
export class Services {
  private services = new WeakMap<Configuration, Map<DisplayLanguage, LanguageService>>();

  constructor(private readonly options: ServiceOptions) {}

  /** The service for a configuration, by default in the language of the client. */
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

  /** Call before a service is wanted in another language than the client's. */
  async load(language: DisplayLanguage | undefined): Promise<void> {
    if (language) {
      await this.options.loadLanguage?.(language);
    }
  }

  /** Discards all services, after the catalogs changed. */
  renew(): void {
    this.services = new WeakMap();
  }

  private create(settings: Configuration, language: DisplayLanguage): LanguageService {
    const { capabilities, catalogs, initializationOptions, localizer, newRequestId, rulesPage } = this.options;
    const { completion, hover } = capabilities.textDocument ?? {};
    const completionItem = completion?.completionItem;
    return createLanguageService({
      catalog: () => catalogs.get(language, settings.projectCatalogs),
      l10n: localizer(language),
      settings,
      rulesPage,
      newRequestId,
      maxFindings,
      client: {
        snippets: completionItem?.snippetSupport === true,
        // A client that does not say what it renders is taken to render Markdown.
        markdownHovers: hover?.contentFormat?.includes(MarkupKind.Markdown) !== false,
        markdownDocumentation: completionItem?.documentationFormat?.includes(MarkupKind.Markdown) !== false,
        versionedEdits: capabilities.workspace?.workspaceEdit?.documentChanges === true,
        commands: hasCommands(initializationOptions) ? clientCommands : undefined,
        hoverCommand: isOn(initializationOptions, 'hoverCommands') ? explainCommand : undefined,
      },
    });
  }
}

/** Whether the client implements the commands. */
export function hasCommands(options: unknown): boolean {
  return isOn(options, 'commands');
}

function isOn(options: unknown, name: keyof ClientOptions): boolean {
  return ((options ?? {}) as ClientOptions)[name] === true;
}
