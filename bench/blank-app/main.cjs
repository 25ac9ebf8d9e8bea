// The least an Electron app can be: one window like the kiosk's, with one line of text. What Balie costs
// is told as a ratio to this, measured in the same minutes on the same machine.
const { join } = require('node:path');
const { app, BrowserWindow, screen } = require('electron');

app.setPath('userData', join(String(process.env['BALIE_DATA_DIR']), 'browser'));
void app.whenReady().then(() => {
  const window = new BrowserWindow({
    ...screen.getPrimaryDisplay().bounds,
    show: false,
    kiosk: true,
    fullscreen: true,
    frame: false,
    webPreferences: { sandbox: true, contextIsolation: true },
  });
  window.once('ready-to-show', () => window.show());
  void window.loadFile(join(__dirname, 'index.html'));
});
