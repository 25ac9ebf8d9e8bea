import { useEffect, useState } from 'react';
import type { NearPage } from '../../../core/contract/directory.ts';
import type { Id } from '../../../core/domain/id.ts';
import { kiosk } from '../../kiosk.ts';

/**
 * The services of a category that an outcome sends to, as they are now. Undefined until main has answered, and when it
 * cannot: whom to call stands above them, and the desk is there.
 */
export function useNear(category: Id): NearPage | undefined {
  const [near, setNear] = useState<NearPage>();
  useEffect(() => {
    let wanted = true;
    kiosk.invoke('directory:near', { category }).then(
      (found) => wanted && setNear(found),
      () => undefined,
    );
    return () => {
      wanted = false;
    };
  }, [category]);
  return near;
}
