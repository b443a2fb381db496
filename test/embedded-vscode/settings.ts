/** Settings of a VS Code that is quiet: nothing reports home, greets, or asks. */
export const quietSettings: Readonly<Record<string, unknown>> = {
  'telemetry.telemetryLevel': 'off',
  'workbench.startupEditor': 'none',
  'workbench.tips.enabled': false,
  'workbench.enableExperiments': false,
  'chat.mcp.enabled': false,
  'chat.commandCenter.enabled': false,
  'chat.disableAIFeatures': true,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'extensions.ignoreRecommendations': true,
  'extensions.autoCheckUpdates': false,
  'update.showReleaseNotes': false,
  // Other programs that listen on this machine, such as a second window, would be announced.
  'remote.autoForwardPorts': false,
  // On in browsers, off on the desktop.
  'files.autoSave': 'off',
  'security.workspace.trust.startupPrompt': 'never',
  'security.workspace.trust.banner': 'never',
};

/** The same for tests, which also must not depend on the window's focus or on animation. */
export const testSettings: Readonly<Record<string, unknown>> = {
  ...quietSettings,
  'workbench.reduceMotion': 'on',
  'editor.cursorBlinking': 'solid',
  'editor.hover.delay': 100,
  'files.simpleDialog.enable': true,
  'git.enabled': false,
};
