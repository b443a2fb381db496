import { relative, sep } from 'node:path';
import {
  isDeclared,
  isDeclaredByName,
  languageOf,
  mayHoldResponse,
  type EnvelopeWithItems,
  type LanguageService,
} from '../../service';
import { BlockText } from '../input/blockText';
import type { OpenInput } from '../input/openInput';
import type { CheckedFile } from '../results/checkedFile';
import { checkSource } from './checkSource';
import type { Job } from './job';
import { listFailures } from './listFailures';

/** Checks an open file. Most files have no response, which can be seen without decoding them. */
export function checkFile(open: OpenInput, job: Job, service: LanguageService): CheckedFile {
  const { input, bytes, whole } = open;
  const { path, isSource } = input;
  if (isSource) {
    return checkSource(open, service);
  }
  const relativePath = relative(job.declaredIn ?? process.cwd(), path)
    .split(sep)
    .join('/');
  const declared = isDeclaredByName(path) || isDeclared(relativePath, job.declared);
  const text = new BlockText(bytes);
  const rangeOf: CheckedFile['rangeOf'] = (span) => text.rangeOf(span);
  const isSearchable = text.encoding.isAsciiCompatible && whole !== undefined;
  if (!declared && !job.unwrapped && isSearchable && !mayHoldResponse(whole)) {
    return { path, envelopes: () => [], findings: () => [], rangeOf };
  }
  const [beginning = ''] = text.blocks();
  const languageId = languageOf(path, beginning);
  const options = { declared, unwrapped: job.unwrapped };
  const document = service.parseForward(text, languageId, options);
  const envelopes = (): Iterable<EnvelopeWithItems> => service.envelopesForward(document);
  return {
    path,
    envelopes,
    findings: () => service.findingsForward(document),
    rangeOf,
    failures: () => listFailures({ text, length: bytes.length, languageId, options }, envelopes, service),
  };
}
