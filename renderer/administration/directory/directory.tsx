import { Download, FileUp, Mail, MapPinned, PencilLine, Plus } from 'lucide';
import { useRef, useState } from 'react';
import { DIRECTORY_ROUTES, type ServiceInList } from '../../../core/contract/administration/directory.ts';
import { includesRole } from '../../../core/contract/administration/role.ts';
import { momentDay } from '../../admin/times.ts';
import { Icon } from '../../ui/icon.tsx';
import { AskError, type AskFault, actingFor, ask, hrefTo } from '../api/ask.ts';
import { useAsked } from '../api/use-asked.ts';
import { Answered } from '../parts/answered.tsx';
import { Button } from '../parts/button.tsx';
import { Empty, Grouped } from '../parts/listed.tsx';
import parts from '../parts/parts.module.css';
import { Screen } from '../parts/screen.tsx';
import { Link } from '../place/link.tsx';
import { hrefOf } from '../place/place.ts';
import type { ScreenProps } from '../shell/screen-props.ts';
import { useAdministration } from '../use-administration.ts';
import { bringInServices } from './bring-in-services.ts';
import styles from './directory.module.css';
import { readServices } from './read-services.ts';
import { ServiceScreen } from './service-screen.tsx';

const DUE = ['overdue', 'soon', 'fine'] as const;

/** The directory of the library: all services by when they have to be looked at, or one of them to change. */
export function Directory({ path, query }: ScreenProps) {
  const [id] = path;
  return id === undefined ? (
    <AllServices saved={query.get('saved') ?? undefined} removed={query.get('removed') ?? undefined} />
  ) : (
    <ServiceScreen id={id === 'new' ? undefined : id} />
  );
}

type AllProps = {
  /** The names of a service that was saved and of one that was taken out a moment ago, if any. */
  readonly saved: string | undefined;
  readonly removed: string | undefined;
};

function AllServices({ saved, removed }: AllProps) {
  const { say, account } = useAdministration();
  const answer = useAsked(DIRECTORY_ROUTES.list, {});
  const [said, setSaid] = useState(() => {
    if (removed !== undefined) return say('directory.removed', { name: removed });
    return saved === undefined ? '' : say('directory.form.saved', { name: saved });
  });
  const [fault, setFault] = useState<AskFault>();
  const mayChange = includesRole(account.role, DIRECTORY_ROUTES.add.role);

  const attempt = async (what: () => Promise<void>) => {
    setFault(undefined);
    try {
      await what();
    } catch (error) {
      setFault(error instanceof AskError ? error.fault : 'unavailable');
    }
    await answer.again();
  };
  const bringIn = (file: File) =>
    attempt(async () => {
      const services = readServices(await file.text());
      if (services === undefined) return setSaid(say('directory.notAFile'));
      const { count, left, fault: stopped } = await bringInServices(services);
      setSaid(
        stopped === undefined
          ? say('directory.brought', { count, left })
          : say('directory.stopped', { count, all: services.length }),
      );
      setFault(stopped);
    });
  const remind = ({ id, name }: ServiceInList) =>
    attempt(async () => {
      const { email } = await ask(DIRECTORY_ROUTES.remind, { params: { service: id } });
      const library = account.library ?? actingFor() ?? '';
      const subject = encodeURIComponent(say('directory.mail.subject', { name, library }));
      const body = encodeURIComponent(say('directory.mail.body', { name, account: account.name }));
      location.assign(`mailto:${encodeURIComponent(email)}?subject=${subject}&body=${body}`);
    });

  return (
    <Screen
      title={say('directory.title')}
      lead={say('directory.lead')}
      actions={
        <div className={parts.row}>
          {(answer.value?.services.length ?? 0) > 0 && (
            <a className={parts.button} href={hrefTo(DIRECTORY_ROUTES.takeOut)} download="services.json">
              <Icon of={Download} />
              {say('directory.takeOut')}
            </a>
          )}
          {mayChange && <BringIn bringIn={(file) => void bringIn(file)} />}
          {mayChange && (
            <Link
              className={`${parts.button} ${parts.strong} ${styles.add}`}
              href={hrefOf(['directory', 'new'])}
            >
              <Icon of={Plus} />
              {say('directory.add')}
            </Link>
          )}
        </div>
      }
      said={said}
      fault={fault}
    >
      <Answered answer={answer}>
        {({ services }) =>
          services.length === 0 ? (
            <Empty icon={MapPinned} title={say('directory.none')} lead={say('directory.noneLead')} />
          ) : (
            <Grouped
              id="due"
              groups={DUE}
              all={services}
              isIn={(service, due) => service.due === due}
              title={(due, count) => `${say(`directory.part.${due}`)} (${count})`}
            >
              {(service) => (
                <ServiceRow
                  key={service.id}
                  service={service}
                  remind={mayChange ? () => void remind(service) : undefined}
                />
              )}
            </Grouped>
          )
        }
      </Answered>
    </Screen>
  );
}

function BringIn({ bringIn }: { readonly bringIn: (file: File) => void }) {
  const { say } = useAdministration();
  const chosen = useRef<HTMLInputElement>(null);
  return (
    <>
      <input
        ref={chosen}
        type="file"
        accept=".json,application/json"
        hidden
        data-bring-in
        onChange={({ target }) => {
          const [file] = target.files ?? [];
          if (file !== undefined) bringIn(file);
          target.value = '';
        }}
      />
      <Button icon={FileUp} onPress={() => chosen.current?.click()}>
        {say('directory.bringIn')}
      </Button>
    </>
  );
}

type RowProps = { readonly service: ServiceInList; readonly remind: (() => void) | undefined };

function ServiceRow({ service, remind }: RowProps) {
  const { say, language } = useAdministration();
  const { id, name, organization, email, due, assuredDate, reviewBy, remindedAt } = service;
  const tone = due === 'overdue' ? 'warn' : due === 'soon' ? 'wait' : undefined;
  return (
    <li className={`${parts.card} ${styles.service}`} data-service={id}>
      <div>
        <h3>{name}</h3>
        <p className={parts.note}>{organization}</p>
      </div>
      <div>
        <span className={parts.badge} data-tone={tone}>
          {say(`directory.due.${due}`)}
        </span>
        <p className={parts.note}>
          {assuredDate === null
            ? say('directory.never')
            : say('directory.assured', { day: momentDay(assuredDate, language) })}
          <br />
          {say('directory.review', { day: momentDay(reviewBy, language) })}
          {remindedAt !== null && (
            <>
              <br />
              {say('directory.reminded', { day: momentDay(remindedAt, language) })}
            </>
          )}
        </p>
      </div>
      {remind !== undefined && (
        <div className={parts.row}>
          <Link
            className={parts.button}
            href={hrefOf(['directory', id])}
            label={say('directory.editOf', { name })}
          >
            <Icon of={PencilLine} />
            {say('directory.edit')}
          </Link>
          {email !== null && due !== 'fine' && (
            <Button icon={Mail} label={say('directory.remindOf', { name })} onPress={remind}>
              {say('directory.remind')}
            </Button>
          )}
        </div>
      )}
    </li>
  );
}
