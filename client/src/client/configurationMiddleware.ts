import { workspace } from 'vscode';
import type { ConfigurationParams, ConfigurationRequest } from 'vscode-languageclient';
import { isAbsolutePath } from '../ui/paths';
import { withoutUnset } from './unsetSettings';

/**
 * Removes what nobody has set from the settings the server asks for, and catalogs outside of the workspace if the
 * workspace itself configures them: only user settings may point to such files. The server rejects relative paths that
 * lead out of the workspace.
 */
export const settingsForServer: ConfigurationRequest.MiddlewareSignature = async (
  params: ConfigurationParams,
  token,
  next,
) => {
  const sections = await next(params, token);
  return Array.isArray(sections)
    ? sections.map((section, index) => withoutUnset(withoutForeignCatalogs(section), params.items[index]?.scopeUri))
    : sections;
};

function withoutForeignCatalogs(section: unknown): unknown {
  if (typeof section !== 'object' || section === null || !('catalogs' in section) || !Array.isArray(section.catalogs)) {
    return section;
  }
  const { workspaceFolderValue, workspaceValue } = workspace.getConfiguration('apiResponse').inspect('catalogs') ?? {};
  return workspaceFolderValue === undefined && workspaceValue === undefined
    ? section
    : { ...section, catalogs: section.catalogs.filter(isRelative) };
}

function isRelative(catalog: unknown): boolean {
  return typeof catalog === 'string' && !isAbsolutePath(catalog) && !catalog.startsWith('~');
}
