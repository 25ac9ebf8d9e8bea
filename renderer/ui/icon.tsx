import type { IconNode } from 'lucide';
import { createElement, type ReactElement } from 'react';
import { onePath } from './one-path.ts';

/** What an icon consists of never changes: its elements are made once, and drawing it again costs nothing. */
const made = new Map<IconNode, readonly ReactElement[]>();

/**
 * A pictogram of the lucide set. It stands beside words that say the same, so it is not read aloud.
 * How its lines are drawn stands in `style/base.css`: an attribute costs time at every icon of every screen.
 */
export function Icon({ of, className }: { readonly of: IconNode; readonly className?: string | undefined }) {
  return (
    <svg
      className={className === undefined ? 'icon' : `icon ${className}`}
      viewBox="0 0 24 24"
      aria-hidden="true"
    >
      {shapesOf(of)}
    </svg>
  );
}

function shapesOf(icon: IconNode): readonly ReactElement[] {
  const before = made.get(icon);
  if (before !== undefined) return before;
  const lines = onePath(icon);
  const shapes =
    lines === undefined
      ? icon.map(([tag, attributes], index) => createElement(tag, { ...attributes, key: index }))
      : [createElement('path', { d: lines, key: 0 })];
  made.set(icon, shapes);
  return shapes;
}
