import * as fs from 'node:fs';
import * as path from 'node:path';

/**
 * Puts plain JavaScript in the place of two native modules that would need a compiler; output channels show nothing
 * without a logger.
 */
export function replaceNativeModules(vscode: string): void {
  replaceModule(path.join(vscode, 'node_modules/native-watchdog'), watchdog);
  replaceModule(path.join(vscode, 'node_modules/@vscode/spdlog'), logger);
}

/** Not every version of VS Code has both. */
function replaceModule(folder: string, source: string): void {
  if (fs.existsSync(folder)) {
    fs.writeFileSync(path.join(folder, 'index.js'), source);
  }
}

// The guard already ends the whole process group when its starter dies.
const watchdog = `exports.start = function () {};
exports.exit = function (code) { process.exit(code || 0); };
`;

const logger = `const fs = require('node:fs');
const path = require('node:path');

const levels = ['trace', 'debug', 'info', 'warn', 'error', 'critical'];

class Logger {
  constructor(type, name, file) {
    this.file = file;
    this.level = 0;
    this.bare = false;
    fs.mkdirSync(path.dirname(file), { recursive: true });
    fs.appendFileSync(file, '');
  }
  getLevel() { return this.level; }
  setLevel(level) { this.level = level; }
  setPattern() { this.bare = false; }
  clearFormatters() { this.bare = true; }
  flush() {}
  drop() {}
}

levels.forEach((name, level) => {
  Logger.prototype[name] = function (message) {
    if (level >= this.level) {
      const time = new Date().toISOString().replace('T', ' ').replace('Z', '');
      fs.appendFileSync(this.file, this.bare ? message : time + ' [' + name + '] ' + message + '\\n');
    }
  };
});

exports.version = 0;
exports.setLevel = function () {};
exports.setFlushOn = function () {};
exports.shutdown = function () {};
exports.Logger = Logger;
exports.createRotatingLogger = async function (name, file) { return new Logger('rotating', name, file); };
exports.createAsyncRotatingLogger = async function (name, file) { return new Logger('rotating_async', name, file); };
`;
