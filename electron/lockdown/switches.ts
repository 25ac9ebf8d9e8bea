import { app, Menu } from 'electron';

/**
 * How V8 runs the scripts of pages. They may say when they are at rest, and get nothing else by it (decision 23); as each screen does,
 * the part of the heap for what is new need not grow. Nothing in them runs long enough for optimised code to pay: making it took
 * a processor, memory and moments of a tap (decision 8).
 */
const PAGE_FLAGS = '--expose-gc --no-turbofan --no-maglev --semi-space-growth-factor=1';

/**
 * What must be off before the app is ready. The device choosers can take the whole app down, so the features
 * go; pinch and overscroll would move the screen from under a finger.
 */
export function setSwitches(): void {
  Menu.setApplicationMenu(null);
  // Root cannot have a sandbox; start-up scripts of tests say so on the command line. A kiosk never runs as
  // root.
  if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox();
  const off = 'disable-blink-features';
  app.commandLine.appendSwitch(
    off,
    'WebUSB,WebHID,Serial,WebBluetooth,FileSystemAccessLocal,Notifications,PaymentRequest',
  );
  app.commandLine.appendSwitch(
    'disable-features',
    'HardwareMediaKeyHandling,MediaSessionService,WebUSB,WebBluetooth,FedCm',
  );
  app.commandLine.appendSwitch('overscroll-history-navigation', '0');
  app.commandLine.appendSwitch('disable-pinch');
  app.commandLine.appendSwitch('js-flags', PAGE_FLAGS);
  app.commandLine.appendSwitch('autoplay-policy', 'no-user-gesture-required');
}
