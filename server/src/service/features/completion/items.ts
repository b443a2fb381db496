import {
  CompletionItemKind,
  InsertTextFormat,
  TextEdit,
  type CompletionItem,
  type CompletionList,
  type MarkupContent,
  type Range,
} from 'vscode-languageserver-types';
import type { Markdown } from '../../base/markdown';
import { markupOf } from '../../base/markup';
import type { Entry, Scope } from '../../catalog';
import type { ServiceContext } from '../../context/serviceContext';
import { rangeOf, type DocumentText } from '../../document';
import type { FixedName } from '../../envelope/envelope';
import { explain, explanationToMarkdown, memberHelp, productOfCall, scopeLabel } from '../../explain';
import { envelopeOf, write, writeMember, type Style } from './memberTemplate';
import type { NameTarget, ValueTarget } from './target';

/** The data of a code item, from which it is explained on resolve. */
interface CodeData {
  readonly code: string;
  readonly product: string;
}

/** The order of codes, by scope. */
const ranks: Record<Scope, number> = { common: 0, family: 1, product: 2, sdk: 3 };

const statuses = ['success', 'failure'] as const;

/** More codes would slow the editor down. Above this, only codes with the typed prefix are offered. */
const maxCodes = 1000;

/** More names of products that may be meant are no help. */
const maxNames = 200;

/** Creates the items for one place in a document. */
export class CompletionItems {
  constructor(
    private readonly text: DocumentText,
    private readonly context: ServiceContext,
    private readonly style: Style,
  ) {}

  /**
   * The codes that an action of the product may return. If the product is not known, those with an entry, and all others
   * that begin with what was typed, as soon as they are few.
   */
  codes({ span, prefix, suffix }: ValueTarget, typed: string, product: string): CompletionItem[] | CompletionList {
    const { catalog } = this.context;
    const begin = typed.toLowerCase();
    const isTyped = (code: string): boolean => code.toLowerCase().startsWith(begin);
    // SDKs raise these codes, no response contains them.
    const all = catalog.codes(product).filter(({ scope }) => scope !== 'sdk');
    const named = product === '' && begin !== '' ? catalog.namedCodes(isTyped) : [];
    const further = named.length > maxNames ? [] : named.flatMap((code) => catalog.get(code) ?? []);
    const offered = all.length > maxCodes ? all.filter(({ code }) => isTyped(code)) : all;
    const range = rangeOf(this.text, span);
    const items = [...offered.slice(0, maxCodes), ...further].map((entry) => ({
      ...this.code(entry, product),
      textEdit: TextEdit.replace(range, `${prefix}${JSON.stringify(entry.code).slice(1, -1)}${suffix}`),
    }));
    return product === '' || all.length > maxCodes ? { isIncomplete: true, items } : items;
  }

  /** A fixed member, or only its name if the member exists already. */
  member(target: NameTarget, name: FixedName): CompletionItem {
    return {
      label: name,
      kind: CompletionItemKind.Property,
      documentation: documentationOf(memberHelp(name, this.context.l10n), this.context),
      ...(target.nameOnly
        ? { filterText: `"${name}"`, textEdit: TextEdit.replace(rangeOf(this.text, target.span), `"${name}"`) }
        : this.edits(target, name, writeMember(name, this.style))),
    };
  }

  /** The member `Response` with the content of a success, and of a failure. */
  responses(target: NameTarget): CompletionItem[] {
    return statuses.map((status) => {
      const { Response } = envelopeOf(status, this.context.newRequestId());
      return {
        ...this.status(status),
        ...this.edits(target, 'Response', writeMember('Response', this.style, Response)),
      };
    });
  }

  /** A whole successful response, and a whole failure. */
  envelopes(range: Range): CompletionItem[] {
    return statuses.map((status) => ({
      ...this.status(status),
      textEdit: TextEdit.replace(range, write(envelopeOf(status, this.context.newRequestId()), this.style)),
      ...this.format(),
    }));
  }

  private code(entry: Entry, product: string): CompletionItem {
    const { code, scope } = entry;
    const data: CodeData = { code, product: entry.nameOnly ? product : (entry.product ?? product) };
    return {
      label: code,
      kind: CompletionItemKind.EnumMember,
      detail: scopeLabel(entry, this.context, product),
      sortText: `${ranks[scope]} ${code}`,
      data,
    };
  }

  private status(status: 'success' | 'failure'): CompletionItem {
    const { l10n } = this.context;
    return {
      label: status === 'success' ? l10n.t('Success response') : l10n.t('Failure response'),
      kind: CompletionItemKind.Snippet,
      detail: 'API Response',
      // After the item for `Response` alone.
      sortText: `Response ${status}`,
    };
  }

  /** The edits that insert a member, with missing commas around it. */
  private edits(
    { span, prefix, suffix, commaAt }: NameTarget,
    name: FixedName,
    member: string,
  ): Pick<CompletionItem, 'filterText' | 'textEdit' | 'insertTextFormat' | 'additionalTextEdits'> {
    return {
      filterText: `"${name}"`,
      textEdit: TextEdit.replace(rangeOf(this.text, span), `${prefix}${member}${suffix}`),
      ...this.format(),
      ...(commaAt === undefined ? {} : { additionalTextEdits: [TextEdit.insert(this.text.positionAt(commaAt), ',')] }),
    };
  }

  private format(): Pick<CompletionItem, 'insertTextFormat'> {
    return this.style.snippets ? { insertTextFormat: InsertTextFormat.Snippet } : {};
  }
}

/** Adds the explanation to the item of a code. Other items are returned unchanged. */
export function doResolve(item: CompletionItem, context: ServiceContext): CompletionItem {
  const { code, product } = (item.data ?? {}) as Partial<Record<keyof CodeData, unknown>>;
  if (typeof code !== 'string' || typeof product !== 'string') {
    return item;
  }
  const value = explanationToMarkdown(
    explain(code, context, product || productOfCall({}, code, context)),
    context.l10n,
  );
  return { ...item, documentation: documentationOf(value, context) };
}

function documentationOf(value: Markdown, { client }: ServiceContext): MarkupContent {
  return markupOf(value, client.markdownDocumentation);
}
