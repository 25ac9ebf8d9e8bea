import {
  ArrowLeftRight,
  Ban,
  Check,
  CircleCheck,
  Clock3,
  HardDrive,
  MonitorSmartphone,
  MonitorX,
  PackageOpen,
  Send,
  Signal,
  TriangleAlert,
  UserRoundCheck,
} from 'lucide';
import type { ReactNode } from 'react';
import type { DeviceOnPage } from '../../../core/contract/administration/devices.ts';
import { deviceDigits } from '../../../core/domain/device-digits.ts';
import { bytesText, momentDay } from '../../admin/times.ts';
import { Icon } from '../../ui/icon.tsx';
import { agoText, spanText } from '../moments.ts';
import { Button } from '../parts/button.tsx';
import parts from '../parts/parts.module.css';
import { useAdministration } from '../use-administration.ts';
import { deviceName } from './device-name.ts';
import styles from './devices.module.css';

type Props = {
  readonly device: DeviceOnPage;
  /** By the clock of the server: that of the page may be wrong. */
  readonly now: string;
  /** Absent for who may only look. */
  readonly approve?: () => void;
  readonly ask?: (what: 'revoke' | 'replace') => void;
};

/** A clock within this is right. */
const RIGHT_MS = 60_000;

/** One device: where it stands, how it fares, and what can be done with it. */
export function DeviceCard({ device, now, approve, ask }: Props) {
  const { say, language } = useAdministration();
  const { state, branch, profile, id, concerns, clockSkewMs, backlog, freeBytes, lastContact } = device;
  const name = deviceName(device, say);
  const known = state !== 'waiting';
  return (
    <li className={`${parts.card} ${styles.device}`} id={`device-${id}`} data-device={id} data-state={state}>
      <div className={styles.name}>
        <span className={styles.picture} aria-hidden="true">
          <Icon of={state === 'revoked' ? MonitorX : MonitorSmartphone} />
        </span>
        <div>
          <h3>{branch.name}</h3>
          <p className={parts.note}>
            {say(`devices.profile.${profile}`)} · <span className={styles.id}>{deviceDigits(id)}</span>
          </p>
        </div>
        <ul className={styles.badges} aria-label={say('devices.column.state')}>
          {state !== 'approved' ? (
            <li className={parts.badge} data-tone={state === 'waiting' ? 'wait' : 'gone'}>
              <Icon of={state === 'waiting' ? UserRoundCheck : Ban} />
              {say(`devices.state.${state}`)}
            </li>
          ) : concerns.length === 0 ? (
            <li className={parts.badge}>
              <Icon of={CircleCheck} />
              {say('devices.well')}
            </li>
          ) : (
            concerns.map((concern) => (
              <li key={concern} className={parts.badge} data-tone="warn">
                <Icon of={TriangleAlert} />
                {say(`devices.concern.${concern}`)}
              </li>
            ))
          )}
        </ul>
      </div>
      <dl className={styles.facts}>
        <Fact icon={Signal} name={say('devices.column.contact')}>
          {lastContact === null ? say('devices.never') : agoText(lastContact, now, language)}
          <small>{say('devices.enrolled', { day: momentDay(device.enrolledAt, language) })}</small>
        </Fact>
        <Fact icon={PackageOpen} name={say('devices.column.version')}>
          {say('devices.app', { version: device.appVersion })}
          {device.packs.map(({ library, pack, channel, version }) => (
            <small key={`${library} ${pack} ${channel}`}>
              {say(version === 0 ? 'devices.packWithout' : 'devices.pack', { pack, version })}{' '}
              {channel === 'test' && say('devices.testChannel')}
            </small>
          ))}
        </Fact>
        {known && (
          <>
            <Fact icon={Send} name={say('devices.column.backlog')}>
              {backlog === null ? say('devices.unknown') : say('devices.items', { count: backlog })}
              <small>{say('devices.starts', { count: device.starts })}</small>
              {device.incidents.length > 0 && (
                <small>{say('devices.incidents', { codes: device.incidents.join(', ') })}</small>
              )}
            </Fact>
            <Fact icon={Clock3} name={say('devices.column.clock')}>
              {clockSkewMs === null
                ? say('devices.unknown')
                : Math.abs(clockSkewMs) < RIGHT_MS
                  ? say('devices.clockRight')
                  : say(clockSkewMs > 0 ? 'devices.clockAhead' : 'devices.clockBehind', {
                      time: spanText(Math.abs(clockSkewMs), language),
                    })}
            </Fact>
            <Fact icon={HardDrive} name={say('devices.column.free')}>
              {freeBytes === null ? say('devices.unknown') : bytesText(freeBytes, language)}
            </Fact>
          </>
        )}
      </dl>
      {state !== 'revoked' && ask !== undefined && (
        <div className={parts.row}>
          {state === 'waiting' && approve !== undefined && (
            <Button
              look="strong"
              icon={Check}
              label={say('devices.approveOf', { device: name })}
              onPress={approve}
            >
              {say('devices.approve')}
            </Button>
          )}
          {state === 'approved' && (
            <Button
              icon={ArrowLeftRight}
              label={say('devices.replaceOf', { device: name })}
              onPress={() => ask('replace')}
            >
              {say('devices.replace')}
            </Button>
          )}
          <Button
            look="quiet"
            icon={Ban}
            label={say('devices.revokeOf', { device: name })}
            onPress={() => ask('revoke')}
          >
            {say('devices.revoke')}
          </Button>
        </div>
      )}
    </li>
  );
}

type FactProps = {
  readonly icon: Parameters<typeof Icon>[0]['of'];
  readonly name: string;
  readonly children: ReactNode;
};

function Fact({ icon, name, children }: FactProps) {
  return (
    <div className={styles.fact}>
      <dt>
        <Icon of={icon} />
        {name}
      </dt>
      <dd>{children}</dd>
    </div>
  );
}
