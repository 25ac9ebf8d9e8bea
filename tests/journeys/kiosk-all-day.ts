import { afterAll } from 'vitest';
import { type Kiosk, type KioskOptions, launchKiosk } from './launch-kiosk.ts';

/**
 * One kiosk for all tests of a file, as it stands in a hall all day: what is given back starts a visit of its own each
 * time, at the attract screen. Starting the app takes longer than most of what is looked at.
 */
export function kioskAllDay(options: KioskOptions = {}): () => Promise<Kiosk> {
  let kiosk: Kiosk | undefined;
  afterAll(() => kiosk?.close());
  return async () => {
    if (kiosk === undefined) {
      kiosk = await launchKiosk(options);
      return kiosk;
    }
    // The last visit may have ended by itself meanwhile.
    const page = kiosk.app.windows().at(-1);
    // The page goes while it is being asked.
    await kiosk.nextVisit(async () =>
      page?.evaluate(() => window.balie.invoke('session:end', {})).catch(() => undefined),
    );
    return kiosk;
  };
}
