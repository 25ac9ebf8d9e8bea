import { useEffect, useState } from 'react';

/**
 * The sheet that lies over the screen, while `isWanted`; undefined when there is none. Below an open sheet nothing can be pressed, and who
 * hears the screen hears nothing of it: what must reach everybody stands in the sheet.
 */
export function useTopSheet(isWanted: boolean): Element | undefined {
  const [sheet, setSheet] = useState<Element>();
  useEffect(() => {
    if (!isWanted) return;
    const look = () => setSheet([...document.querySelectorAll('dialog:modal')].at(-1));
    look();
    const changes = new MutationObserver(look);
    changes.observe(document.body, { childList: true, subtree: true, attributeFilter: ['open'] });
    return () => changes.disconnect();
  }, [isWanted]);
  return isWanted ? sheet : undefined;
}
