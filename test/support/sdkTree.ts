type Codes = Readonly<Record<string, string>>;

const nameOf = (code: string): string => code.replace(/\W/g, '_').toUpperCase();

/** A source file like those of the SDK for Go, from codes with their comments, which may be empty. */
export function goSource(codes: Codes): string {
  const rows = Object.entries(codes).map(
    ([code, text]) => `${text ? `\t// ${text}\n` : ''}\t${nameOf(code)} = "${code}"\n`,
  );
  return `package v1\n\nconst (\n\t// codes of this product\n\n${rows.join('\n')})\n`;
}

/** A source file like those of the SDK for Python. */
export function pythonSource(codes: Codes): string {
  const rows = Object.entries(codes).map(([code, text]) => `${text ? `# ${text}\n` : ''}${nameOf(code)} = '${code}'\n`);
  return `# -*- coding: utf8 -*-\n\n${rows.join('\n')}`;
}

/** The files of a small SDK for Go in a folder: two products, one of them in two versions, four codes in all. */
export function goSdk(folder: string): Record<string, string> {
  return {
    [`${folder}/tencentcloud/teapot/v20170312/errors.go`]: goSource({
      'FailedOperation.ColdTea': 'The tea is cold.',
      'FailedOperation.NoLid': 'FailedOperation.NoLid',
    }),
    [`${folder}/tencentcloud/teapot/v20210708/errors.go`]: goSource({
      'FailedOperation.ColdTea': 'The tea has become cold.',
      'InvalidParameter.Spout.': 'The spout is on the wrong side.',
    }),
    [`${folder}/tencentcloud/teapot/v20210708/models.go`]: goSource({ Model: 'None of these.' }),
    [`${folder}/tencentcloud/kettle/v20191105/errors.go`]: goSource({ 'LimitExceeded.Water': 'Too much water.' }),
    [`${folder}/tencentcloud/common/errors/errors.go`]: goSource({ Common: 'None of these.' }),
  };
}
