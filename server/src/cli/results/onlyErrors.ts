import { readEnvelopes, type CheckedFile } from './checkedFile';

/** The file with its errors alone. All else is read, so that it is counted, and left out. */
export function onlyErrors(file: CheckedFile): CheckedFile {
  return {
    ...file,
    envelopes() {
      readEnvelopes(file);
      return [];
    },
    *findings() {
      for (const finding of file.findings()) {
        if (finding.severity === 'error') {
          yield finding;
        }
      }
    },
  };
}
