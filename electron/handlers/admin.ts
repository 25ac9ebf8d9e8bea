import type { Handlers } from '../../core/contract/ipc.ts';
import type { SignIn } from '../admin/sign-in.ts';

type AdminHandlers = Pick<Handlers, 'admin:door' | 'admin:sign-in'>;

/** What the admin of a kiosk may ask and do. Who may call is the door's to say. */
export function adminHandlers(signIn: SignIn): AdminHandlers {
  return {
    'admin:door': signIn.door,
    'admin:sign-in': ({ pin }) => signIn.signIn(pin),
  };
}
