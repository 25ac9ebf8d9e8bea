import type { IconNode } from 'lucide';
import type { ComponentType } from 'react';

/** A part of the screens of staff or of an admin: it draws what stands beside the list of parts, with the `h1`. */
export type Part<Name extends string> = {
  /** Also the name of its screen: letters, digits and hyphens. */
  readonly id: string;
  readonly name: Name;
  readonly icon: IconNode;
  readonly Screen: ComponentType;
};
