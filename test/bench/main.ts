// Measures speed and memory, side by side with VS Code's own JSON language server; see CONTRIBUTING.md, "Speed".
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { bench, documentsByName, root } from './bench';
import { peerPackage } from './peer';
import { tableOf, writeReport } from './report';

const usage = `Usage: npm run bench -- [--rounds N] [--docs NAME,…] [--no-peer] [--smoke]
Documents: ${Object.keys(documentsByName).join(', ')}`;

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      rounds: { type: 'string', default: '5' },
      docs: { type: 'string', default: Object.keys(documentsByName).join(',') },
      'no-peer': { type: 'boolean', default: false },
      smoke: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  const documents = values.docs.split(',');
  const areKnown = documents.every((name) => name in documentsByName);
  if (values.help || !areKnown || !/^[1-9]\d{0,2}$/.test(values.rounds)) {
    console.error(usage);
    process.exitCode = values.help ? 0 : 2;
    return;
  }
  const withPeer = !values.smoke && !values['no-peer'];
  const rows = await bench({
    rounds: values.smoke ? 1 : Number(values.rounds),
    documents,
    withPeer,
    smoke: values.smoke,
    log: (message) => console.error(message),
  });
  const file = join(root, 'out', 'bench', 'bench.json');
  writeReport(file, rows, withPeer ? peerPackage : null);
  console.log(`${tableOf(rows)}\n${file}`);
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
