import type { Handlers } from '../../core/contract/ipc.ts';
import { faultOfPin } from '../../core/domain/pin.ts';
import { recordAct } from '../../db/ops/audit.ts';
import { listPeople, readPerson } from '../../db/ops/people.ts';
import { writePin } from '../../db/ops/pins.ts';
import type { SignIn } from '../admin/sign-in.ts';
import type { ContentHouse } from '../content/content-house.ts';

type StaffHandlers = Pick<
  Handlers,
  'staff:people' | 'staff:me' | 'staff:door' | 'staff:sign-in' | 'staff:list' | 'staff:set-pin'
>;

/** What the channels of people need of the rest of the app. */
export type StaffPlan = {
  readonly signIn: SignIn;
  readonly house: Pick<ContentHouse, 'write'>;
  /** The pepper of this device; it is made when there is none. */
  readonly makePepper: () => Uint8Array;
  readonly hash: (pin: string, pepper: Uint8Array) => Promise<string>;
};

/** Who works here, and how they sign in. Who may call is the door's to say. */
export function staffHandlers({ signIn, house, makePepper, hash }: StaffPlan): StaffHandlers {
  return {
    'staff:people': () =>
      (house.write(listPeople) ?? []).filter(({ hasPin }) => hasPin).map(({ id, name }) => ({ id, name })),
    'staff:me': () => {
      const me = signIn.signedIn();
      const person = me && house.write((ops) => readPerson(ops, me.who));
      return { role: signIn.role(), name: person?.name ?? null };
    },
    'staff:door': ({ who }) => signIn.door(who),
    'staff:sign-in': ({ who, pin }) => signIn.signIn(who, pin),
    'staff:list': () => house.write(listPeople) ?? [],
    'staff:set-pin': async ({ who, pin }) => {
      const fault = faultOfPin(pin);
      if (fault !== undefined) return { kind: fault };
      const pepper = makePepper();
      const hashed = await hash(pin, pepper);
      const by = signIn.signedIn()?.who ?? null;
      const kind = house.write((ops, now) =>
        ops
          .transaction(() => {
            // Whoever was taken off the list meanwhile gets none.
            if (readPerson(ops, who) === undefined) return 'gone' as const;
            recordAct(ops, { at: now.toISOString(), act: 'pin-set', person: by, detail: who }, pepper);
            writePin(ops, who, hashed);
            return 'set' as const;
          })
          .immediate(),
      );
      return { kind: kind ?? 'no-store' };
    },
  };
}
