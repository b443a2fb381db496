import { Uri, workspace } from 'vscode';

/** The settings that a project file may set as well. */
const projectSettings = ['rules', 'files.declared', 'recognition.unwrapped', 'product', 'catalogs'] as const;

type Section = Readonly<Record<string, unknown>>;

/**
 * Our settings for a document without those that nobody has set, so that a project file may set them, and with a member
 * `trusted`: a project file in a workspace that is not trusted sets less.
 */
export function withoutUnset(section: unknown, scopeUri: string | undefined): unknown {
  if (!isSection(section)) {
    return section;
  }
  const configuration = workspace.getConfiguration('apiResponse', scopeUri === undefined ? null : Uri.parse(scopeUri));
  const unset = projectSettings.filter((name) => {
    const { globalValue, workspaceValue, workspaceFolderValue } = configuration.inspect(name) ?? {};
    return [globalValue, workspaceValue, workspaceFolderValue].every((value) => value === undefined);
  });
  const set = unset.reduce<Section>((rest, name) => without(rest, name.split('.')), section);
  return { ...set, trusted: workspace.isTrusted };
}

/** A copy of a section without one of its members, or one of theirs. */
function without(section: Section, [name = '', ...inner]: readonly string[]): Section {
  const { [name]: member, ...rest } = section;
  return inner.length > 0 && isSection(member) ? { ...rest, [name]: without(member, inner) } : rest;
}

function isSection(value: unknown): value is Section {
  return typeof value === 'object' && value !== null;
}
