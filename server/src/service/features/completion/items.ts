import {
  CompletionItemKind,
  InsertTextFormat,
  MarkupKind,
  TextEdit,
  type CompletionItem,
  type CompletionList,
  type Range,
} from 'vscode-languageserver-types';
import type { Scope } from '../../catalog';
import type { ServiceContext } from '../../context/serviceContext';
import { rangeOf, type DocumentText } from '../../document';
import type { FixedName } from '../../envelope/envelope';
import { explain, explanationToMarkdown, memberHelp, scopeLabel } from '../../explain';
import { envelopeOf, write, writeMember, type Style } from './memberTemplate';
import type { NameTarget, ValueTarget } from './target';

/** What the item of a code carries so that it can be explained later. */
interface CodeData {
  readonly code: string;
  readonly product: string;
}

/** The order of codes. */
const ranks: Record<Scope, number> = { common: 0, family: 1, product: 2, sdk: 3 };

const statuses = ['success', 'failure'] as const;

/** More codes at once would make the editor slow: of an imported catalog those that begin as what was typed are offered. */
const maxCodes = 1000;

/** Makes the items for one place of a document. */
export class CompletionItems {
  constructor(
    private readonly text: DocumentText,
    private readonly context: ServiceContext,
    private readonly style: Style,
  ) {}

  /** All codes that an action of a product may return; where that is not known, of all products. */
  codes({ span, prefix, suffix }: ValueTarget, typed: string): CompletionItem[] | CompletionList {
    const { catalog, l10n, settings } = this.context;
    const range = rangeOf(this.text, span);
    // No response has a code that an SDK makes.
    const all = catalog.codes(settings.product).filter(({ scope }) => scope !== 'sdk');
    const begun = typed.toLowerCase();
    const fitting = all.length > maxCodes ? all.filter(({ code }) => code.toLowerCase().startsWith(begun)) : all;
    const items = fitting.slice(0, maxCodes).map((entry) => {
      const { code, scope, product = settings.product } = entry;
      const data: CodeData = { code, product };
      return {
        label: code,
        kind: CompletionItemKind.EnumMember,
        detail: scopeLabel(entry, l10n),
        sortText: `${ranks[scope]} ${code}`,
        textEdit: TextEdit.replace(range, `${prefix}${JSON.stringify(code).slice(1, -1)}${suffix}`),
        data,
      };
    });
    return all.length > maxCodes ? { isIncomplete: true, items } : items;
  }

  /** A fixed member, or only its name where the member is there. */
  member(target: NameTarget, name: FixedName): CompletionItem {
    return {
      label: name,
      kind: CompletionItemKind.Property,
      documentation: { kind: MarkupKind.Markdown, value: memberHelp(name, this.context.l10n) },
      ...(target.nameOnly
        ? { filterText: `"${name}"`, textEdit: TextEdit.replace(rangeOf(this.text, target.span), `"${name}"`) }
        : this.edits(target, name, writeMember(name, this.style))),
    };
  }

  /** The member `Response` with all that belongs to a success, and to a failure. */
  responses(target: NameTarget): CompletionItem[] {
    return statuses.map((status) => {
      const { Response } = envelopeOf(status, this.context.newRequestId());
      return {
        ...this.status(status),
        ...this.edits(target, 'Response', writeMember('Response', this.style, Response)),
      };
    });
  }

  /** A whole success, and a whole failure. */
  envelopes(range: Range): CompletionItem[] {
    return statuses.map((status) => ({
      ...this.status(status),
      textEdit: TextEdit.replace(range, write(envelopeOf(status, this.context.newRequestId()), this.style)),
      ...this.format(),
    }));
  }

  private status(status: 'success' | 'failure'): CompletionItem {
    const { l10n } = this.context;
    return {
      label: status === 'success' ? l10n.t('Response of a success') : l10n.t('Response of a failure'),
      kind: CompletionItemKind.Snippet,
      detail: 'API Response',
    };
  }

  /** A member at its place, with the commas that are missing around it. */
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

/** An item of ours with the explanation of its code; any other item as it is. */
export function doResolve(item: CompletionItem, context: ServiceContext): CompletionItem {
  const { code, product } = (item.data ?? {}) as Partial<Record<keyof CodeData, unknown>>;
  if (typeof code !== 'string' || typeof product !== 'string') {
    return item;
  }
  const value = explanationToMarkdown(explain(code, context, product), context.l10n);
  return { ...item, documentation: { kind: MarkupKind.Markdown, value } };
}
