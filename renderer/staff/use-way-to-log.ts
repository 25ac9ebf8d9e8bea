import { ClipboardPen } from 'lucide';
import { useMemo } from 'react';
import type { Language } from '../../core/domain/words.ts';
import { useSheetWay } from '../ui/sheet-way.ts';

/** A sheet over this screen leads to the log with one touch, so that the second one logs; undefined where closing it is enough. */
export function useWayToLog(label: string, language: Language, open: (() => void) | undefined): void {
  useSheetWay(
    useMemo(() => open && { label, language, icon: ClipboardPen, go: open }, [label, language, open]),
  );
}
