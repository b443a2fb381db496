import type { Node } from 'jsonc-parser';
import type { Localizer } from '../base/localizer';
import { ruleSeverities, type RuleSeverity } from '../base/severity';
import { TreeReader, type FileProblem } from '../base/treeReader';
import { isProduct } from '../catalog/code';
import { refusedGlobs } from '../languages';
import { isRuleId } from '../validation';
import type { ProjectPath, ProjectSettings } from './projectSettings';

/** What a project file says, and what in it cannot be used. */
export interface ReadProjectFile {
  readonly settings: ProjectSettings;
  readonly problems: readonly FileProblem[];
}

/** The members that a project file may have, in the order of its documentation. */
const memberNames = ['rules', 'declared', 'unwrapped', 'product', 'catalogs'] as const;

/** Catalogs of one project that are read. */
const maxCatalogs = 100;

/**
 * Reads a project file as in project-file.schema.json. Comments and trailing commas are allowed. Reports and drops what is
 * invalid, and uses the rest. Never throws.
 */
export function readProjectFile(text: string, l10n: Localizer): ReadProjectFile {
  return new ProjectFileReader(text, l10n).read();
}

/** What to say of a project file that cannot be read. */
export function unreadableProjectFile(l10n: Localizer): string {
  return l10n.t('This project file cannot be read. It must be a file of up to 5 MB, and not a link to another place.');
}

class ProjectFileReader extends TreeReader {
  read(): ReadProjectFile {
    const root = this.parse(
      { allowTrailingComma: true, allowEmptyContent: true },
      {
        tooDeep: this.l10n.t('This is nested too deeply for a project file.'),
        invalid: this.l10n.t('This file is not valid JSON: none of its settings are used.'),
      },
    );
    const settings = root ? this.settings(root) : {};
    return { settings, problems: this.problems };
  }

  private settings(root: Node): ProjectSettings {
    const members = this.members(root, this.l10n.t('A project file must be an object.'));
    for (const [name, node] of members) {
      if (name !== '$schema' && !memberNames.some((each) => each === name)) {
        const names = memberNames.map((each) => `"${each}"`).join(', ');
        this.report(nameOf(node), this.l10n.t('A project file has no member "{0}", only {1}.', name, names));
      }
    }
    const [rules, declared, unwrapped, product, catalogs] = memberNames.map((name) => members.get(name));
    return {
      rules: rules && this.rules(rules),
      declared: declared && this.declared(declared),
      unwrapped: unwrapped && this.flag(unwrapped),
      product: product && this.product(product),
      catalogs: catalogs && this.catalogs(catalogs),
    };
  }

  private rules(node: Node): ProjectSettings['rules'] {
    const found: [string, RuleSeverity][] = [];
    for (const [id, value] of this.members(node, this.l10n.t('`rules` must be an object.'))) {
      if (isRuleId(id)) {
        const severity = this.oneOf(value, ruleSeverities);
        found.push(...(severity ? [[id, severity] as [string, RuleSeverity]] : []));
      } else {
        this.reportUnseen(nameOf(value), this.l10n.t('There is no rule "{0}".', id));
      }
    }
    return Object.fromEntries(found);
  }

  private declared(node: Node): ProjectSettings['declared'] {
    const items = this.items(node);
    const globs = items?.map(({ value }) => value as string) ?? [];
    const refused = new Set(refusedGlobs(globs));
    for (const item of (items ?? []).filter(({ value }) => refused.has(value as string))) {
      this.reportUnseen(item, this.l10n.t('This expands to too many patterns; use fewer braces.'));
    }
    return items && globs;
  }

  private product(node: Node): string | undefined {
    const name = this.textOf(node);
    if (name === undefined || isProduct(name)) {
      return name;
    }
    this.report(node, this.l10n.t('`product` must be the first label of the API host, in lowercase, such as "cvm".'));
    return undefined;
  }

  private catalogs(node: Node): ProjectSettings['catalogs'] {
    return this.items(node)
      ?.slice(0, maxCatalogs)
      .flatMap((item) => this.path(item) ?? []);
  }

  private path(node: Node): ProjectPath | undefined {
    const { offset, length } = node;
    const names = (node.value as string).split('/').filter((name) => name !== '.');
    if (names.length > 0 && names[0] !== '~' && names.every(isFileName)) {
      return { names, span: { offset, length } };
    }
    this.reportUnseen(
      node,
      this.l10n.t(
        'A catalog must be in the folder of this file or below it; use a relative path such as "codes/mine.json".',
      ),
    );
    return undefined;
  }

  private reportUnseen({ offset, length }: Node, message: string): void {
    this.problems.push({ span: { offset, length }, message, beyondSchema: true });
  }
}

/** The name of the member whose value this is. */
function nameOf(value: Node): Node {
  return value.parent?.children?.[0] ?? value;
}

/** Whether a name stays in its folder, on whatever system. */
function isFileName(name: string): boolean {
  return name !== '' && name !== '..' && !/[\\:]/.test(name);
}
