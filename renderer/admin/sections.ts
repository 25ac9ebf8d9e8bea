import { type IconNode, PackageOpen, PackageSearch, Server } from 'lucide';
import type { ComponentType } from 'react';
import type { AdminWordKey } from '../words/admin-words.ts';
import { ContentSection } from './content/content-section.tsx';
import { PreviewSection } from './preview/preview-section.tsx';
import { ServerSection } from './server/server-section.tsx';

/** A part of the admin's home: it draws what stands between the header and the edge of the screen, with the `h1`. */
export type Section = {
  /** Also the name of its screen: letters, digits and hyphens. */
  readonly id: string;
  readonly name: AdminWordKey;
  readonly icon: IconNode;
  readonly Screen: ComponentType;
};

/** The parts, in the order in which they stand in the header; the first is what an admin sees first. */
export const SECTIONS: readonly [Section, ...Section[]] = [
  { id: 'content', name: 'content.name', icon: PackageOpen, Screen: ContentSection },
  { id: 'preview', name: 'preview.name', icon: PackageSearch, Screen: PreviewSection },
  { id: 'server', name: 'server.name', icon: Server, Screen: ServerSection },
];
