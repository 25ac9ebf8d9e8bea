import { useEffect, useState } from 'react';
import { kiosk } from '../../kiosk.ts';

/**
 * Is there a directory? `isThere`: what home said. At a first start it comes a moment after the topics: then main says when.
 */
export function useAwaitedDirectory(isThere: boolean): boolean {
  const [came, setCame] = useState(false);
  useEffect(() => {
    if (isThere) return;
    let wanted = true;
    kiosk.invoke('directory:awaited', {}).then(
      (has) => wanted && setCame(has),
      () => undefined,
    );
    return () => {
      wanted = false;
    };
  }, [isThere]);
  return isThere || came;
}
