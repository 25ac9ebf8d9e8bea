import { MonitorSmartphone, Plus } from 'lucide';
import { useState } from 'react';
import {
  type CodeOnPage,
  DEVICE_ROUTES,
  type DeviceList,
  type DeviceOnPage,
} from '../../../core/contract/administration/devices.ts';
import { includesRole } from '../../../core/contract/administration/role.ts';
import { useProof } from '../account/use-proof.tsx';
import { AskError, type AskFault, ask } from '../api/ask.ts';
import { useAsked } from '../api/use-asked.ts';
import { Answered } from '../parts/answered.tsx';
import { Button } from '../parts/button.tsx';
import { Confirm } from '../parts/confirm.tsx';
import { Empty, Grouped } from '../parts/listed.tsx';
import parts from '../parts/parts.module.css';
import { Screen } from '../parts/screen.tsx';
import { useAdministration } from '../use-administration.ts';
import { CodeDialog } from './code-dialog.tsx';
import { DeviceCard } from './device-card.tsx';
import { deviceName } from './device-name.ts';

/** What is being done over the page. */
type Doing =
  | { readonly kind: 'code'; readonly code?: CodeOnPage }
  | { readonly kind: 'revoke' | 'replace'; readonly device: DeviceOnPage };

const STATES = ['waiting', 'approved', 'revoked'] as const;

/** The devices of the library: how they fare, who waits, and letting them in and out. */
export function Devices() {
  const { say, account } = useAdministration();
  const answer = useAsked(DEVICE_ROUTES.list, {});
  const [doing, setDoing] = useState<Doing>();
  const [said, setSaid] = useState('');
  const [fault, setFault] = useState<AskFault>();
  const mayChange = includesRole(account.role, DEVICE_ROUTES.approve.role);
  const { prove, asking } = useProof();
  const close = () => setDoing(undefined);

  const act = async (what: () => Promise<void>): Promise<void> => {
    close();
    setSaid('');
    setFault(undefined);
    try {
      await what();
    } catch (error) {
      const why = error instanceof AskError ? error.fault : 'unavailable';
      if (why === 'prove-again') return prove(() => void act(what));
      setFault(why);
    }
    await answer.again();
  };
  const approve = (device: DeviceOnPage) =>
    act(async () => {
      const { done } = await ask(DEVICE_ROUTES.approve, { params: { device: device.id } });
      setSaid(done ? say('devices.approved', { device: deviceName(device, say) }) : say('devices.late'));
    });
  const revoke = (device: DeviceOnPage) =>
    act(async () => {
      const { done } = await ask(DEVICE_ROUTES.revoke, { params: { device: device.id } });
      setSaid(done ? say('devices.revoked', { device: deviceName(device, say) }) : say('devices.late'));
    });
  const replace = (device: DeviceOnPage) =>
    act(async () => {
      const code = await ask(DEVICE_ROUTES.replace, { params: { device: device.id } });
      setDoing({ kind: 'code', code });
    });

  return (
    <Screen
      title={say('devices.title')}
      lead={answer.value && <Summary list={answer.value} />}
      actions={
        mayChange &&
        (answer.value?.branches.length ?? 0) > 0 && (
          <Button look="strong" icon={Plus} onPress={() => setDoing({ kind: 'code' })}>
            {say('devices.add')}
          </Button>
        )
      }
      said={said}
      fault={fault}
    >
      <Answered answer={answer}>
        {(list) =>
          list.devices.length === 0 ? (
            <Empty
              icon={MonitorSmartphone}
              title={say('devices.none')}
              lead={say(list.branches.length === 0 ? 'devices.noBranch' : 'devices.noneLead')}
            />
          ) : (
            <Grouped
              id="devices"
              groups={STATES}
              all={list.devices}
              isIn={(device, state) => device.state === state}
              title={(state) => say(`devices.${state}Part`)}
            >
              {(device) => (
                <DeviceCard
                  key={device.id}
                  device={device}
                  now={list.now}
                  {...(mayChange && {
                    approve: () => void approve(device),
                    ask: (kind: 'revoke' | 'replace') => setDoing({ kind, device }),
                  })}
                />
              )}
            </Grouped>
          )
        }
      </Answered>
      {doing?.kind === 'code' && answer.value && (
        <CodeDialog branches={answer.value.branches} made={doing.code} prove={prove} close={close} />
      )}
      {doing?.kind === 'revoke' && (
        <Confirm
          title={say('devices.askRevoke.title')}
          text={say('devices.askRevoke.text', { device: deviceName(doing.device, say) })}
          yes={say('devices.askRevoke.yes')}
          act={() => void revoke(doing.device)}
          close={close}
        />
      )}
      {doing?.kind === 'replace' && (
        <Confirm
          title={say('devices.askReplace.title')}
          text={say('devices.askReplace.text', { device: deviceName(doing.device, say) })}
          yes={say('devices.askReplace.yes')}
          act={() => void replace(doing.device)}
          close={close}
        />
      )}
      {asking}
    </Screen>
  );
}

function Summary({ list: { devices } }: { readonly list: DeviceList }) {
  const { say } = useAdministration();
  const approved = devices.filter(({ state }) => state === 'approved');
  const concerned = approved.filter(({ concerns }) => concerns.length > 0).length;
  const counts = [
    ['well', approved.length - concerned, undefined],
    ['looked', concerned, 'warn'],
    ['waiting', devices.filter(({ state }) => state === 'waiting').length, 'wait'],
  ] as const;
  return (
    <ul className={parts.row}>
      {counts.map(([name, count, tone]) => (
        <li key={name} className={parts.badge} data-tone={count === 0 ? 'gone' : tone}>
          <strong>{count}</strong> {say(`devices.summary.${name}`)}
        </li>
      ))}
    </ul>
  );
}
