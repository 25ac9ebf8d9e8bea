// Some of the kiosks of a fleet, in a process of its own: it hears what they shall do and says what came of it.
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Belonging } from '../../updates/plan/fetch-plan.ts';
import { enrolCopy, lookOnce, tellOnce } from './a-kiosk.ts';

/** So many kiosks of one process have an open store at one moment. */
const AT_ONCE = 4;
const [base = '', folder = '', address = '', serverKey = '', number = ''] = process.argv.slice(2);

/** What is asked: to belong to the server, or that whoever does not show a version yet looks and tells. */
export type Asked = 'enrol' | { readonly look: number };
/** What is said: the devices with their keys, or how many installed, wait and failed, and in what way. */
export type Said =
  | { readonly enrolled: readonly { readonly device: string; readonly key: string }[] }
  | { readonly installed: number; readonly waiting: number; readonly failed: readonly string[] };

type Kiosk = { readonly dataDir: string; readonly belonging: Belonging; shown: number };
const kiosks: Kiosk[] = [];

function enrol(): Said {
  const enrolled = Array.from({ length: Number(number) }, (_, index) => {
    const belonging = {
      ...{ server: address, device: randomUUID(), library: 'delft', branch: 'hal', server_key: serverKey },
    };
    const dataDir = join(folder, String(index));
    kiosks.push({ dataDir, belonging, shown: 1 });
    return { device: belonging.device, key: enrolCopy(base, dataDir, belonging) };
  });
  return { enrolled };
}

async function lookAll(version: number): Promise<Said> {
  const root = readFileSync(join(base, 'root.json'));
  const queue = kiosks.filter(({ shown }) => shown < version);
  const failed: string[] = [];
  let waiting = 0;
  const lane = async () => {
    for (let kiosk = queue.pop(); kiosk !== undefined; kiosk = queue.pop()) {
      try {
        const { kind, shown } = await lookOnce(kiosk.dataDir, { root, address, belonging: kiosk.belonging });
        if (kind === 'waits') waiting += 1;
        else if (kind !== 'ready' || shown !== version) failed.push(kind);
        else if (await tellOnce(kiosk.dataDir, shown)) kiosk.shown = shown;
        else failed.push('not told');
      } catch (error) {
        failed.push(String(error));
      }
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, lane));
  return { installed: kiosks.filter(({ shown }) => shown === version).length, waiting, failed };
}

process.on('message', async (asked: Asked) => {
  process.send?.(asked === 'enrol' ? enrol() : await lookAll(asked.look));
});
process.send?.('ready');
