import assert from 'node:assert/strict';
import { seedFailure } from '../support/seed';
import { check, rulesByFile, run, TemporaryFolder } from './run';

const text = '{"Response": {"Error": {"Code": "InternalError", "Message": "é 中文 😀"}, "RequestId": "r"}}';
const mark = '\ufeff';

const utf8 = (value: string): Buffer => Buffer.from(value);
const utf16 = (value: string): Buffer => Buffer.from(value, 'utf16le');
const bigEndian = (value: string): Buffer => utf16(value).swap16();

/** The text with its message replaced by bytes. */
const withMessage = (...bytes: number[]): Buffer => {
  const [before = '', after = ''] = text.split('é 中文 😀');
  return Buffer.concat([utf8(before), Buffer.from(bytes), utf8(after)]);
};

/** A JSON text whose structure is in bytes that are not UTF-8. */
const structure = (...bytes: (number | string)[]): Buffer =>
  Buffer.concat(bytes.map((each) => (typeof each === 'string' ? utf8(each) : Buffer.of(each))));

const files: Readonly<Record<string, Buffer>> = {
  'utf-8': utf8(text),
  'utf-8 with a mark': utf8(mark + text),
  'utf-8 with a mark at the end': utf8(text + mark),
  'a mark alone': utf8(mark),
  'half a mark': Buffer.of(0xef, 0xbb),
  'utf-16 little endian': utf16(text),
  'utf-16 little endian with a mark': utf16(mark + text),
  'utf-16 big endian': bigEndian(text),
  'utf-16 big endian with a mark': bigEndian(mark + text),
  'utf-16, an odd number of bytes': utf16(text).subarray(0, -1),
  'utf-16 with a mark, an odd number of bytes': utf16(`${mark}${text} `).subarray(0, -1),
  'utf-16 with the mark of the other': Buffer.concat([Buffer.of(0xfe, 0xff), utf16(text)]),
  'utf-16, a mark alone': utf16(mark),
  'utf-16 of ASCII': utf16('{"Response": {"RequestId": 1}}'),
  'utf-32': Buffer.concat(Array.from(text, (each) => Buffer.of(each.charCodeAt(0) & 0xff, 0, 0, 0))),
  'latin 1': Buffer.from(text, 'latin1'),
  'lone continuation': withMessage(0x80, 0xbf),
  'first byte alone': withMessage(0xc3),
  'three bytes cut': withMessage(0xe4, 0xb8),
  'four bytes cut': withMessage(0xf0, 0x9f, 0x98),
  'overlong slash': withMessage(0xc0, 0xaf),
  'overlong quote': withMessage(0xc0, 0xa2),
  'overlong quote of three bytes': withMessage(0xe0, 0x80, 0xa2),
  'overlong NUL': withMessage(0xc0, 0x80),
  'five bytes': withMessage(0xf8, 0x88, 0x80, 0x80, 0x80),
  'six bytes': withMessage(0xfc, 0x84, 0x80, 0x80, 0x80, 0x80),
  'beyond Unicode': withMessage(0xf4, 0x90, 0x80, 0x80),
  'surrogate in bytes': withMessage(0xed, 0xa0, 0x80),
  'surrogate pair in bytes': withMessage(0xed, 0xa0, 0xbd, 0xed, 0xb8, 0x80),
  'bytes that never occur': withMessage(0xfe, 0xff),
  noncharacters: withMessage(0xef, 0xbf, 0xbf, 0xf0, 0x9f, 0xbf, 0xbf),
  'NUL in a text': withMessage(0),
  'delete in a text': withMessage(0x7f),
  'escape of a lone surrogate': utf8(text.replace('é', '\\ud83d')),
  'escape of a lone low surrogate': utf8(text.replace('é', '\\uDE00')),
  'escapes of surrogates in the wrong order': utf8(text.replace('é', '\\ude00\\ud83d')),
  'escape of half a pair, the rest as it is': utf8(text.replace('é', '\\ud83d\ufffd')),
  'escapes of a pair': utf8(text.replace('é', '\\uD83D\\uDE00')),
  'escape of NUL': utf8(text.replace('é', '\\u0000')),
  'escape cut': utf8(text.replace('é', '\\u00')),
  'overlong bracket': structure(0xc1, 0x9b, ']'),
  'bad byte before': structure(0xff, text),
  'bad byte after': structure(text, 0xff),
  'bad byte between': structure('{"Response":', 0xe9, '{"RequestId":"r"}}'),
  'bad byte as a value': structure('[', 0xe5, ']'),
  'bad byte in a number': structure('[1', 0xe5, ']'),
  'bad byte in an escape': structure('["\\u', 0xe5, '"]'),
  'bad byte after a backslash': structure('["\\', 0xe5, '"]'),
  'bad byte in a literal': structure('[tru', 0xe5, ']'),
  'bad byte in a name': structure('{"', 0xb9, '":"0",}'),
  'full-width digit': utf8('[\uff11]'),
  'NUL after': structure(text, 0),
};

/** The encoding that the byte order mark says. */
const labelOf = (bytes: Buffer): string =>
  ({ fffe: 'utf-16le', feff: 'utf-16be' })[bytes.toString('hex', 0, 2)] ?? 'utf-8';

/** The result of JSON.parse for the bytes of a file, decoded without a byte order mark. */
function parsed(bytes: Buffer): unknown {
  try {
    return { value: JSON.parse(new TextDecoder(labelOf(bytes)).decode(bytes)) as unknown };
  } catch {
    return undefined;
  }
}

describe('command line: encodings', () => {
  let folder: TemporaryFolder;

  beforeEach(() => (folder = new TemporaryFolder()));

  afterEach(() => folder.remove());

  /** A file is invalid exactly if JSON.parse rejects its decoded text. */
  const assertAgrees = async (named: Readonly<Record<string, Buffer>>): Promise<void> => {
    const declared = Object.entries(named).map(([name, bytes]) => [`${name}.api-response.json`, bytes] as const);
    folder.write(Object.fromEntries(declared));
    const { code, report, stderr } = await check(['.'], { cwd: folder.path });
    assert.equal(stderr, '');
    assert.equal(code, 1);
    const accepted = Object.entries(rulesByFile(report)).map(([path, rules]) => [
      path,
      !rules.includes('invalid-json'),
    ]);
    const expected = declared.map(([path, bytes]) => [path, parsed(bytes) !== undefined]);
    assert.deepEqual(Object.fromEntries(accepted), Object.fromEntries(expected));
  };

  it('are accepted and rejected as by JSON.parse', () => assertAgrees(files));

  it('may break off at every byte', () => {
    const cut = [utf8, utf16, bigEndian].flatMap((encode, index) => {
      const bytes = encode(mark + text);
      return Array.from(bytes, (_, length) => [`${index} cut ${length}`, bytes.subarray(0, length)] as const);
    });
    return assertAgrees(Object.fromEntries(cut));
  });

  it('give the message as JSON.parse does', async () => {
    folder.write(Object.fromEntries(Object.entries(files).map(([name, bytes]) => [`${name}.json`, bytes])));
    const { report } = await check(['.'], { cwd: folder.path });
    let compared = 0;
    for (const { path, envelopes } of report.files) {
      const { value } = (parsed(files[path.slice(0, -'.json'.length)] ?? Buffer.of()) ?? {}) as { value?: unknown };
      const message = (value as { Response?: { Error?: { Message?: string } } } | undefined)?.Response?.Error?.Message;
      if (message !== undefined) {
        assert.equal(envelopes[0]?.error?.message, message, path);
        compared++;
      }
    }
    assert.ok(compared > 20);
  });

  it('are those of explain and ticket too', async () => {
    folder.write({ 'a.log': utf16(`${mark}body: ${text}`) });
    const { code, stdout } = await run(['ticket', 'a.log'], { cwd: folder.path });
    assert.match(stdout, /^Message: +é 中文 😀$/m);
    assert.equal(code, 0);
  });

  it('may be any of them on standard input', async () => {
    for (const [stdin, rules] of [
      [utf8(mark + seedFailure), []],
      [bigEndian(mark + seedFailure), []],
      [utf16(mark + seedFailure), []],
      [withMessage(0xff), []],
      [utf16(`${mark}{"Response":{"RequestId":1}}`), ['request-id-not-string']],
      [bigEndian(`${mark}{"Response":{"RequestId":1}}`), ['request-id-not-string']],
      [structure('[{"Response":{"RequestId":1}}', 0xff, ']'), ['request-id-not-string', 'invalid-json']],
    ] as const) {
      const { report, stderr } = await check(['-'], { stdin });
      assert.deepEqual(rulesByFile(report), { '<stdin>': rules });
      assert.equal(stderr, '');
    }
  });
});
