import { PACK_ROUTES, VersionName } from '../../../core/contract/administration/packs.ts';
import type { Bridge } from '../../../core/contract/bridge.ts';
import { ask } from '../api/ask.ts';
import { startLanguage } from '../language.ts';

/** The version that the address of a preview names; undefined when it names none. */
export function pathBehindPreview(path: readonly string[]): VersionName | undefined {
  const [first, library, pack, channel, version] = path;
  const named = VersionName.safeParse({ library, pack, channel, version });
  return first === 'preview' && named.success ? named.data : undefined;
}

/** What belongs to a kiosk and not to its content: here there is no printer, no desk and nobody to count. */
const OF_A_KIOSK: Readonly<Record<string, unknown>> = {
  'desk:ticket': { ticket: null, place: null },
  'help:line': { kind: 'no-desk' },
  'directory:awaited': false,
  'print:printers': [],
  'print:preview': null,
  'print:cancel': null,
  'search:ended': null,
  'session:activity': null,
  'session:helped': null,
  'session:end': null,
  'visit:at': null,
  'screen:shown': null,
};

/** What the screens of visitors can reach when they show a version in the repository of a server: its content, and no kiosk. */
export function versionBridge(name: VersionName): Bridge {
  const invoke: Bridge['invoke'] = async (channel, input) => {
    const own = Object.hasOwn(OF_A_KIOSK, channel);
    const answer = own
      ? OF_A_KIOSK[channel]
      : await ask(PACK_ROUTES.ask, { params: name, body: { channel, input } });
    return answer as Awaited<ReturnType<typeof invoke<typeof channel>>>;
  };
  return {
    about: { profile: 'kiosk', language: startLanguage() },
    invoke,
    on: () => () => undefined,
  };
}
