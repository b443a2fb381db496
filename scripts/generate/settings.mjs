/** Numbers the sections and settings of the manifest, since VS Code sorts those without a number by name. */
export async function generateSettings(files) {
  const manifest = files.readJson('package.json');
  manifest.contributes.configuration.forEach((section, index) => {
    section.order = index + 1;
    Object.values(section.properties).forEach((setting, place) => (setting.order = place + 1));
  });
  await files.writeJson('package.json', manifest);
}
