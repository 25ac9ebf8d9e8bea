// @ts-nocheck: uses what Electron and Node have but do not declare, as Electron's own default app does.
// Stands in for Electron's default_app.asar in the fallback (test runtime only): starts the app
// whose folder or entry file is the first argument that is no switch, or $ELECTRON_APP_PATH.
const { app } = require('electron');
const fs = require('fs');
const path = require('path');
const Module = require('module');

const args = process.argv.slice(1);
let at = 0;
for (; at < args.length; at++) {
  // Playwright loads itself this way before the app.
  if (args[at] === '-r' || args[at] === '--require') require(path.resolve(args[++at]));
  else if (!args[at].startsWith('-')) break;
}
const target = path.resolve(args[at] || process.env.ELECTRON_APP_PATH || '.');
const isFolder = fs.statSync(target).isDirectory();
const folder = isFolder ? target : path.dirname(target);
const packageFile = path.join(folder, 'package.json');
const about = fs.existsSync(packageFile) ? JSON.parse(fs.readFileSync(packageFile, 'utf8')) : {};

Object.defineProperty(process, 'defaultApp', { configurable: false, enumerable: true, value: true });
if (about.version) app.setVersion(about.version);
if (about.productName || about.name) app.setName(about.productName || about.name);
if (about.desktopName && app.setDesktopName) app.setDesktopName(about.desktopName);
app.setAppPath(folder);
app.setPath('userData', path.join(app.getPath('appData'), app.getName()));
Module._load(isFolder ? path.join(folder, about.main || 'index.js') : target, Module, true);
