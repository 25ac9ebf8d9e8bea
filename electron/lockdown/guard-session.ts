import type { Session } from 'electron';

/** Takes from a partition everything a visitor's page has no use for: permissions, devices, downloads. */
export function guardSession(session: Session): void {
  session.setPermissionRequestHandler((_, __, decide) => decide(false));
  session.setPermissionCheckHandler(() => false);
  session.setDevicePermissionHandler(() => false);
  session.setDisplayMediaRequestHandler((_, decide) => decide({}));
  session.on('will-download', (event, item) => {
    event.preventDefault();
    item.cancel();
  });
  for (const chooser of ['select-hid-device', 'select-serial-port', 'select-usb-device'] as const)
    session.on(chooser as 'select-hid-device', (event) => event.preventDefault());
  session.setSpellCheckerEnabled(false);
}
