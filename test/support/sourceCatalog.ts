import { readBuiltinFiles } from '../../server/src/data/builtinData';
import { Catalog } from '../../server/src/service';
import { sourceLanguageWithId } from '../../server/src/service/sourceCode';

/** Codes of products: some that are real, and those of a product that is not. */
const products = {
  cvm: {
    codes: {
      'InvalidParameterValue.KeyPairNotSupported': null,
      'OperationDenied.InstanceOperationInProgress': null,
      'ResourceNotFound.InstanceNotFound': { description: 'There is no such instance.' },
      'UnsupportedOperation.InstanceStateRunning': null,
      InvalidInstanceId: null,
      MutexOperation: null,
    },
  },
  cdb: { codes: { CdbError: null, 'InternalError.TaskError': null } },
  teapot: { codes: { 'FailedOperation.TeapotBusy': { description: 'The teapot is in use.' } } },
};

let catalog: Catalog | undefined;

/** The built-in catalog, and some codes of products. */
export function sourceCatalog(): Catalog {
  return (catalog ??= new Catalog([
    ...readBuiltinFiles('en'),
    { scope: 'product', data: { schemaVersion: 1, products } },
  ]));
}

/** The catalog for tests of a language, as a parameter of a service: source code is about codes of products. */
export function catalogFor(languageId = ''): { readonly catalog?: Catalog } {
  return sourceLanguageWithId(languageId) ? { catalog: sourceCatalog() } : {};
}
