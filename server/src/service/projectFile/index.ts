/** The project file, `.api-response.json`: settings beside the documents that they are for. */
export { readProjectCatalogs } from './projectCatalogs';
export type { ProjectSettings } from './projectSettings';
export { readProjectFile, unreadableProjectFile } from './readProjectFile';
