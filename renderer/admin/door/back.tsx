import { ArrowLeft } from 'lucide';
import { kiosk } from '../../kiosk.ts';
import { Button } from '../../ui/button.tsx';
import { useAdmin } from '../use-admin.ts';

/**
 * The way back for whoever came here by mistake: to what stands before it, or else a fresh first screen. At the desk the door is the first
 * screen.
 */
export function Back({ to }: { readonly to?: (() => void) | undefined }) {
  const { say, signOut } = useAdmin();
  if (to === undefined && kiosk.about.profile === 'desk') return null;
  return <Button icon={ArrowLeft} mirrored label={say('door.back')} onPress={to ?? signOut} />;
}
