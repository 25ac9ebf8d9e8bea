import type { MouseEvent, ReactNode } from 'react';
import { goTo } from './place.ts';

type Props = {
  readonly href: string;
  readonly className?: string | undefined;
  readonly current?: boolean | undefined;
  readonly label?: string | undefined;
  readonly children: ReactNode;
};

/** A link to another screen of the administration. With a key held it is a link like any other. */
export function Link({ href, className, current, label, children }: Props) {
  const go = (event: MouseEvent) => {
    if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    goTo(href);
  };
  return (
    <a
      href={href}
      className={className}
      aria-current={current ? 'page' : undefined}
      aria-label={label}
      onClick={go}
    >
      {children}
    </a>
  );
}
