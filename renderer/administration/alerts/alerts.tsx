import { CircleCheck, FileClock, HardDrive, History, type IconNode, Inbox, MonitorX, RotateCw } from 'lucide';
import type { Alert } from '../../../core/contract/administration/alert.ts';
import { ALERT_ROUTES } from '../../../core/contract/administration/alert-routes.ts';
import type { AlertKind } from '../../../core/domain/alerts/alert.ts';
import { type AlertLanguage, alertText } from '../../../core/domain/alerts/alert-words.ts';
import { deviceDigits } from '../../../core/domain/device-digits.ts';
import { momentText } from '../../admin/times.ts';
import { Icon } from '../../ui/icon.tsx';
import { useAsked } from '../api/use-asked.ts';
import { Answered } from '../parts/answered.tsx';
import { Empty } from '../parts/listed.tsx';
import parts from '../parts/parts.module.css';
import { Link } from '../place/link.tsx';
import { hrefOf } from '../place/place.ts';
import { useAdministration } from '../use-administration.ts';
import styles from './alerts.module.css';
import { SetAside } from './set-aside.tsx';

const ICONS: Readonly<Record<AlertKind, IconNode>> = {
  silent: MonitorX,
  full: HardDrive,
  stale: History,
  'crash-looping': RotateCw,
  expiring: FileClock,
  'set-aside': Inbox,
};

/** What the library is warned of: what is wrong now, with what to do; and what is well again. */
export function Alerts() {
  const { say } = useAdministration();
  const answer = useAsked(ALERT_ROUTES.list, {});
  return (
    <div className={parts.screen}>
      <div>
        <h1>{say('alerts.title')}</h1>
        <p className={parts.lead}>{say('alerts.lead')}</p>
      </div>
      <Answered answer={answer}>
        {({ alerts }) => {
          const open = alerts.filter(({ closedAt }) => closedAt === null);
          const closed = alerts.filter(({ closedAt }) => closedAt !== null);
          return (
            <>
              {open.length === 0 ? (
                <Empty icon={CircleCheck} title={say('alerts.none')} lead={say('alerts.noneLead')} />
              ) : (
                <section className={parts.part} aria-labelledby="alerts-open">
                  <h2 id="alerts-open">
                    {say('alerts.open')} ({open.length})
                  </h2>
                  <ul className={styles.alerts}>
                    {open.map((alert) => (
                      <OpenAlert key={alert.id} alert={alert} />
                    ))}
                  </ul>
                </section>
              )}
              <SetAside judged={() => void answer.again()} />
              {closed.length > 0 && <ClosedAlerts alerts={closed} />}
            </>
          );
        }}
      </Answered>
    </div>
  );
}

/** The sentences of an alert: those that mails and webhooks have too. */
function useAlertText() {
  const { language } = useAdministration();
  return ({ finding, place, device }: Alert, over: boolean) =>
    alertText(
      language as AlertLanguage,
      finding,
      { place, device: device === null ? undefined : deviceDigits(device) },
      over,
    );
}

function OpenAlert({ alert }: { readonly alert: Alert }) {
  const { say, language } = useAdministration();
  const textOf = useAlertText();
  const { id, device, finding, openedAt, messages } = alert;
  const { subject, advice } = textOf(alert, false);
  return (
    <li className={`${parts.card} ${styles.alert}`} data-alert={finding.kind} data-id={id}>
      <span className={styles.picture} aria-hidden="true">
        <Icon of={ICONS[finding.kind]} />
      </span>
      <div className={styles.what}>
        <h3>{subject}</h3>
        <p>{advice}</p>
        <p className={parts.note}>{say('alerts.since', { when: momentText(openedAt, language) })}</p>
        <ul className={styles.told}>
          {messages.length === 0 && <li>{say('alerts.toldNobody')}</li>}
          {messages.map(({ about, way, toldAt, nextTry, failure }) => (
            <li key={`${about} ${way}`} data-failed={failure !== null}>
              {toldAt !== null
                ? say(`alerts.told.${way}`, { when: momentText(toldAt, language) })
                : nextTry === null
                  ? say(`alerts.givenUp.${way}`)
                  : say(`alerts.trying.${way}`)}
              {toldAt !== null && failure !== null && (
                <small>{say(nextTry === null ? 'alerts.someGivenUp' : 'alerts.someTrying')}</small>
              )}
              {failure !== null && <small>{failure}</small>}
            </li>
          ))}
        </ul>
      </div>
      {device !== null && (
        <Link
          className={parts.button}
          href={hrefOf(['devices'])}
          label={say('alerts.devicesOf', { subject })}
        >
          {say('alerts.devices')}
        </Link>
      )}
    </li>
  );
}

function ClosedAlerts({ alerts }: { readonly alerts: readonly Alert[] }) {
  const { say, language } = useAdministration();
  const textOf = useAlertText();
  return (
    <section
      className={`${parts.card} ${parts.across}`}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: the arrow keys move what is wider than the window
      tabIndex={0}
      aria-labelledby="alerts-closed"
    >
      <h2 id="alerts-closed">
        {say('alerts.closed')} ({alerts.length})
      </h2>
      <table className={parts.table}>
        <thead>
          <tr>
            <th scope="col">{say('alerts.what')}</th>
            <th scope="col">{say('alerts.from')}</th>
            <th scope="col">{say('alerts.until')}</th>
          </tr>
        </thead>
        <tbody>
          {alerts.map((alert) => (
            <tr key={alert.id} data-alert={alert.finding.kind}>
              <th scope="row">{textOf(alert, true).subject}</th>
              <td>{momentText(alert.openedAt, language)}</td>
              <td>{momentText(String(alert.closedAt), language)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
