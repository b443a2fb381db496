import * as path from 'node:path';
import { workspace } from 'vscode';
import type { ConfigurationParams, ConfigurationRequest } from 'vscode-languageclient';

/**
 * The settings that the server asks for, without the catalogs that the workspace names by a path that leads out of it:
 * only the user himself may point to other files. The server refuses relative ones that do.
 */
export const withoutForeignCatalogs: ConfigurationRequest.MiddlewareSignature = async (
  params: ConfigurationParams,
  token,
  next,
) => {
  const answers = await next(params, token);
  return Array.isArray(answers) ? answers.map(withoutForeign) : answers;
};

function withoutForeign(section: unknown): unknown {
  if (typeof section !== 'object' || section === null || !('catalogs' in section) || !Array.isArray(section.catalogs)) {
    return section;
  }
  const { workspaceFolderValue, workspaceValue } = workspace.getConfiguration('apiResponse').inspect('catalogs') ?? {};
  return workspaceFolderValue === undefined && workspaceValue === undefined
    ? section
    : { ...section, catalogs: section.catalogs.filter(isRelative) };
}

function isRelative(catalog: unknown): boolean {
  return typeof catalog === 'string' && !path.isAbsolute(catalog) && !catalog.startsWith('~');
}
