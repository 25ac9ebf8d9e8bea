import type { ReactNode } from 'react';
import { Icon } from './icon.tsx';
import type { Part } from './part.ts';

type Props<Name extends string> = {
  readonly parts: readonly Part<Name>[];
  readonly open: Part<Name>;
  readonly choose: (part: Part<Name>) => void;
  readonly say: (name: Name) => string;
  readonly label: string;
  readonly className: string | undefined;
  readonly partClassName: string | undefined;
  /** What stands behind the name of a part. */
  readonly mark?: (part: Part<Name>) => ReactNode;
};

/** The parts there are, and which one is open. */
export function PartList<Name extends string>({
  parts,
  open,
  choose,
  say,
  label,
  className,
  partClassName,
  mark,
}: Props<Name>) {
  return (
    <nav className={className} aria-label={label}>
      {parts.map((part) => (
        <button
          key={part.id}
          type="button"
          className={partClassName}
          aria-current={part === open ? 'page' : undefined}
          onClick={() => choose(part)}
        >
          <Icon of={part.icon} />
          {say(part.name)}
          {mark?.(part)}
        </button>
      ))}
    </nav>
  );
}
