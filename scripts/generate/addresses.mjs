import { addressesOf } from '../package/addresses.mjs';

/** Writes the addresses of the manifest from that of the repository. */
export async function generateAddresses(files) {
  const manifest = files.readJson('package.json');
  await files.writeJson('package.json', { ...manifest, ...addressesOf(manifest.repository.url) });
}
