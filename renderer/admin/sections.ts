import { MapPin, PackageOpen, PackageSearch, Server, Users } from 'lucide';
import type { Part } from '../ui/part.ts';
import type { AdminWordKey } from '../words/admin-words.ts';
import { ContentSection } from './content/content-section.tsx';
import { PeopleSection } from './people/people-section.tsx';
import { PlaceSection } from './place/place-section.tsx';
import { PreviewSection } from './preview/preview-section.tsx';
import { ServerSection } from './server/server-section.tsx';

type Section = Part<AdminWordKey>;

/** The parts, in the order in which they stand in the header; the first is what an admin sees first. */
export const SECTIONS: readonly [Section, ...Section[]] = [
  { id: 'content', name: 'content.name', icon: PackageOpen, Screen: ContentSection },
  { id: 'preview', name: 'preview.name', icon: PackageSearch, Screen: PreviewSection },
  { id: 'server', name: 'server.name', icon: Server, Screen: ServerSection },
  { id: 'place', name: 'place.name', icon: MapPin, Screen: PlaceSection },
  { id: 'people', name: 'people.name', icon: Users, Screen: PeopleSection },
];
