import {
  BellRing,
  ChartNoAxesColumn,
  ChartPie,
  CircleUserRound,
  Handshake,
  type IconNode,
  IdCard,
  MapPinned,
  MonitorSmartphone,
  PackageOpen,
  Rocket,
  ScrollText,
  Users,
} from 'lucide';
import type { ComponentType } from 'react';
import { ACCOUNT_ROUTES } from '../../../core/contract/administration/account-routes.ts';
import { AUDIT_ROUTES } from '../../../core/contract/administration/audit-routes.ts';
import { DEVICE_ROUTES } from '../../../core/contract/administration/devices.ts';
import { DIRECTORY_ROUTES } from '../../../core/contract/administration/directory.ts';
import { PARTNER_ROUTES } from '../../../core/contract/administration/partner-routes.ts';
import { PEOPLE_ROUTES } from '../../../core/contract/administration/people.ts';
import type { Role } from '../../../core/contract/administration/role.ts';
import { ROLLOUT_ROUTES } from '../../../core/contract/administration/rollout-routes.ts';
import type { AdministrationWordKey } from '../../words/administration-words.ts';
import { OwnAccountScreen } from '../account/own-account-screen.tsx';
import { Accounts } from '../accounts/accounts.tsx';
import { Alerts } from '../alerts/alerts.tsx';
import { Audit } from '../audit/audit.tsx';
import { Devices } from '../devices/devices.tsx';
import { Directory } from '../directory/directory.tsx';
import { Packs } from '../packs/packs.tsx';
import { Partners } from '../partners/partners.tsx';
import { People } from '../people/people.tsx';
import { Rollouts } from '../rollouts/rollouts.tsx';
import { Use } from '../use/use.tsx';
import { Worth } from '../worth/worth.tsx';
import type { ScreenProps } from './screen-props.ts';

/** A screen of the administration. */
export type AdministrationScreen = {
  /** The first part of its address. */
  readonly id: string;
  readonly name: AdministrationWordKey;
  readonly icon: IconNode;
  /** The least role that sees it: that of the route which tells what is on it. */
  readonly role: Role;
  readonly Screen: ComponentType<ScreenProps>;
  /** Does it take the whole window at this path? It then has a `main` and a way back of its own. */
  readonly isWhole?: (path: readonly string[]) => boolean;
};

/** The screens, in the order of the navigation; the first is where somebody arrives. */
export const SCREENS: readonly [AdministrationScreen, ...AdministrationScreen[]] = [
  {
    id: 'devices',
    name: 'devices.name',
    icon: MonitorSmartphone,
    role: DEVICE_ROUTES.list.role,
    Screen: Devices,
  },
  { id: 'alerts', name: 'alerts.name', icon: BellRing, role: 'reader', Screen: Alerts },
  {
    id: 'use',
    name: 'use.name',
    icon: ChartNoAxesColumn,
    role: 'reader',
    Screen: Use,
    isWhole: (path) => path.length === 2,
  },
  { id: 'worth', name: 'worth.name', icon: ChartPie, role: 'reader', Screen: Worth },
  {
    id: 'packs',
    name: 'packs.name',
    icon: PackageOpen,
    role: 'reader',
    Screen: Packs,
    isWhole: (path) => path.length === 6,
  },
  { id: 'rollouts', name: 'rollouts.name', icon: Rocket, role: ROLLOUT_ROUTES.list.role, Screen: Rollouts },
  {
    id: 'directory',
    name: 'directory.name',
    icon: MapPinned,
    role: DIRECTORY_ROUTES.list.role,
    Screen: Directory,
  },
  {
    id: 'partners',
    name: 'partners.name',
    icon: Handshake,
    role: PARTNER_ROUTES.list.role,
    Screen: Partners,
  },
  { id: 'people', name: 'people.name', icon: IdCard, role: PEOPLE_ROUTES.list.role, Screen: People },
  { id: 'accounts', name: 'accounts.name', icon: Users, role: ACCOUNT_ROUTES.list.role, Screen: Accounts },
  { id: 'audit', name: 'audit.name', icon: ScrollText, role: AUDIT_ROUTES.page.role, Screen: Audit },
  { id: 'account', name: 'account.name', icon: CircleUserRound, role: 'reader', Screen: OwnAccountScreen },
];
