import {
  CompletionItemKind,
  InsertTextFormat,
  MarkupKind,
  TextEdit,
  type CompletionItem,
  type CompletionList,
  type Range,
} from 'vscode-languageserver-types';
import type { Catalog, Scope } from '../catalog';
import type { FixedName } from '../envelope/envelope';
import type { PositionedText } from '../incremental/chunkedText';
import type { NamePlace, ValuePlace } from './completionPlace';
import { explain, explanationToMarkdown, scopeLabel } from '../explain/explanation';
import { memberHelp } from '../explain/memberHelp';
import { envelopeOf, write, writeMember, type Style } from './memberTemplate';
import { rangeOf } from './range';
import * as l10n from '../base/localizer';

/** What the item of a code carries so that it can be explained later. */
interface CodeData {
  readonly code: string;
  readonly product: string;
}

/** The order of codes. */
const ranks: Record<Scope, number> = { common: 0, family: 1, product: 2, sdk: 3 };

const statuses = ['success', 'failure'] as const;

/** More codes at once would make the editor slow: of an imported catalog those that begin as what was typed are offered. */
const mostCodes = 1000;

/** All codes that an action of a product may return; where that is not known, of all products. */
export function codeItems(
  document: PositionedText,
  { span, prefix, suffix }: ValuePlace,
  typed: string,
  catalog: Catalog,
  ofSettings: string,
): CompletionItem[] | CompletionList {
  const range = rangeOf(document, span);
  // No response has a code that an SDK makes.
  const all = catalog.codes(ofSettings).filter(({ scope }) => scope !== 'sdk');
  const begun = typed.toLowerCase();
  const fitting = all.length > mostCodes ? all.filter(({ code }) => code.toLowerCase().startsWith(begun)) : all;
  const items = fitting.slice(0, mostCodes).map((entry) => {
    const { code, scope, product = ofSettings } = entry;
    const data: CodeData = { code, product };
    return {
      label: code,
      kind: CompletionItemKind.EnumMember,
      detail: scopeLabel(entry),
      sortText: `${ranks[scope]} ${code}`,
      textEdit: TextEdit.replace(range, `${prefix}${JSON.stringify(code).slice(1, -1)}${suffix}`),
      data,
    };
  });
  return all.length > mostCodes ? { isIncomplete: true, items } : items;
}

/** The explanation of a code whose item the client has sent back; undefined where it is none of ours. */
export function completionHelp(catalog: Catalog, data: unknown): CompletionItem['documentation'] {
  const { code, product } = (data ?? {}) as Partial<Record<keyof CodeData, unknown>>;
  return typeof code === 'string' && typeof product === 'string'
    ? { kind: MarkupKind.Markdown, value: explanationToMarkdown(explain(catalog, code, product)) }
    : undefined;
}

/** A fixed member, or only its name where the member is there. */
export function memberItem(document: PositionedText, place: NamePlace, name: FixedName, style: Style): CompletionItem {
  return {
    label: name,
    kind: CompletionItemKind.Property,
    documentation: { kind: MarkupKind.Markdown, value: memberHelp(name) },
    ...(place.nameOnly
      ? { filterText: `"${name}"`, textEdit: TextEdit.replace(rangeOf(document, place.span), `"${name}"`) }
      : editsOf(document, place, name, writeMember(name, style), style)),
  };
}

/** The member `Response` with all that belongs to a success, and to a failure. */
export function responseItems(
  document: PositionedText,
  place: NamePlace,
  style: Style,
  newRequestId: () => string,
): CompletionItem[] {
  return statuses.map((status) => ({
    ...statusItem(status),
    ...editsOf(
      document,
      place,
      'Response',
      writeMember('Response', style, envelopeOf(status, newRequestId()).Response),
      style,
    ),
  }));
}

/** A whole success, and a whole failure. */
export function envelopeItems(range: Range, style: Style, newRequestId: () => string): CompletionItem[] {
  return statuses.map((status) => ({
    ...statusItem(status),
    textEdit: TextEdit.replace(range, write(envelopeOf(status, newRequestId()), style)),
    ...formatOf(style),
  }));
}

/** A member at its place, with the commas that are missing around it. */
function editsOf(
  document: PositionedText,
  { span, prefix, suffix, commaAt }: NamePlace,
  name: FixedName,
  member: string,
  style: Style,
): Pick<CompletionItem, 'filterText' | 'textEdit' | 'insertTextFormat' | 'additionalTextEdits'> {
  return {
    filterText: `"${name}"`,
    textEdit: TextEdit.replace(rangeOf(document, span), `${prefix}${member}${suffix}`),
    ...formatOf(style),
    ...(commaAt === undefined ? {} : { additionalTextEdits: [TextEdit.insert(document.positionAt(commaAt), ',')] }),
  };
}

function formatOf({ snippets }: Style): Pick<CompletionItem, 'insertTextFormat'> {
  return snippets ? { insertTextFormat: InsertTextFormat.Snippet } : {};
}

function statusItem(status: 'success' | 'failure'): CompletionItem {
  return {
    label: status === 'success' ? l10n.t('Response of a success') : l10n.t('Response of a failure'),
    kind: CompletionItemKind.Snippet,
    detail: 'API Response',
  };
}
