import { ArrowLeft, CalendarCheck, Save } from 'lucide';
import { type FormEvent, useState } from 'react';
import { DIRECTORY_ROUTES } from '../../../core/contract/administration/directory.ts';
import { includesRole } from '../../../core/contract/administration/role.ts';
import { CalendarDate } from '../../../core/domain/calendar-date-schema.ts';
import { ServiceEdit, type ServiceForm } from '../../../core/domain/directory/edit-service.ts';
import { LONGEST_TEXT } from '../../../core/domain/directory/hsds-values.ts';
import { nextReview } from '../../../core/domain/directory/review-due.ts';
import { Icon } from '../../ui/icon.tsx';
import { AskError, type AskFault, ask } from '../api/ask.ts';
import { useAsked } from '../api/use-asked.ts';
import { Answered, Failed } from '../parts/answered.tsx';
import { Button } from '../parts/button.tsx';
import { Field } from '../parts/field.tsx';
import parts from '../parts/parts.module.css';
import { Link } from '../place/link.tsx';
import { goTo, hrefOf } from '../place/place.ts';
import { useAdministration } from '../use-administration.ts';
import styles from './directory.module.css';
import { RemoveService } from './remove-service.tsx';

const EMPTY: ServiceForm = {
  ...{ name: '', organization: '', description: '', application_process: '', fees_description: '' },
  ...{ email: '', phone: '', url: '', status: 'active', assured_date: '' },
};

/** All that is typed in the form: the review day is no part of a service. */
const TypedForm = ServiceEdit.extend({ review_by: CalendarDate });

/** The fields in which a day stands that there is not, as 31 February: the browser gives them as if nothing were filled in. */
const unreadIn = (form: HTMLFormElement) =>
  [...form.querySelectorAll('input')].filter(({ validity }) => validity.badInput).map(({ name }) => name);

const today = () => new Date().toISOString().slice(0, 10);

/** One service to change, or a new one. */
export function ServiceScreen({ id }: { readonly id: string | undefined }) {
  const { say } = useAdministration();
  return (
    <div className={parts.screen}>
      <p>
        <Link className={styles.back} href={hrefOf(['directory'])}>
          <Icon of={ArrowLeft} className="mirrored" />
          {say('directory.form.back')}
        </Link>
      </p>
      {id === undefined ? (
        <>
          <h1>{say('directory.form.newTitle')}</h1>
          <Form form={EMPTY} reviewBy={nextReview(today(), today())} />
        </>
      ) : (
        <KnownService id={id} />
      )}
    </div>
  );
}

function KnownService({ id }: { readonly id: string }) {
  const { say, account } = useAdministration();
  const answer = useAsked(DIRECTORY_ROUTES.one, { params: { service: id } });
  return (
    <>
      <h1>{answer.value?.form.name ?? say('directory.edit')}</h1>
      <Answered answer={answer}>
        {({ form, reviewBy, changedAt }) => (
          <>
            <Form form={form} reviewBy={reviewBy} of={{ id, changedAt }} />
            {includesRole(account.role, DIRECTORY_ROUTES.remove.role) && (
              <RemoveService id={id} name={form.name} />
            )}
          </>
        )}
      </Answered>
    </>
  );
}

type FormProps = {
  readonly form: ServiceForm;
  readonly reviewBy: string;
  /** The service that is changed; without one it is new. */
  readonly of?: { readonly id: string; readonly changedAt: string };
};

function Form({ form, reviewBy, of }: FormProps) {
  const { say } = useAdministration();
  const [wrong, setWrong] = useState<Partial<Record<string, string>>>({});
  const [fault, setFault] = useState<AskFault>();
  const [busy, setBusy] = useState(false);
  const [assured, setAssured] = useState(form.assured_date);
  const [review, setReview] = useState(reviewBy);

  const save = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const typed = Object.fromEntries(new FormData(event.currentTarget)) as Record<string, string>;
    const { review_by: by = '', ...edit } = typed;
    const checked = TypedForm.safeParse(typed);
    const names = [
      ...unreadIn(event.currentTarget),
      ...(checked.error?.issues.map(({ path }) => String(path[0])) ?? []),
    ];
    if (!checked.success || names.length > 0) {
      setWrong(Object.fromEntries(names.map((name) => [name, say('failed.badRequest')])));
      // The first one on the page, of all that are wrong.
      const fields = names.map((name) => `[name="${name}"]`).join();
      event.currentTarget.querySelector<HTMLElement>(fields)?.focus();
      return;
    }
    setWrong({});
    setFault(undefined);
    // A second press would add the service again.
    setBusy(true);
    const body = { edit: edit as unknown as ServiceForm, reviewBy: by };
    const done: Promise<unknown> =
      of === undefined
        ? ask(DIRECTORY_ROUTES.add, { body })
        : ask(DIRECTORY_ROUTES.save, {
            params: { service: of.id },
            body: { ...body, changedAt: of.changedAt },
          });
    done.then(
      () => goTo(hrefOf(['directory'], { saved: checked.data.name })),
      (error: unknown) => {
        setBusy(false);
        setFault(error instanceof AskError ? error.fault : 'unavailable');
      },
    );
  };
  const lookedAtToday = () => {
    setAssured(today());
    setReview(nextReview(today(), today()));
  };
  const long = (name: 'description' | 'application_process' | 'fees_description', label: string) => (
    <div className={parts.field}>
      <label htmlFor={`service-${name}`}>{label}</label>
      <textarea
        id={`service-${name}`}
        name={name}
        defaultValue={form[name]}
        rows={3}
        maxLength={LONGEST_TEXT}
      />
    </div>
  );
  return (
    <form className={`${parts.card} ${parts.form} ${styles.form}`} onSubmit={save} noValidate>
      <Field
        label={say('directory.form.name')}
        name="name"
        defaultValue={form.name}
        wrong={wrong['name']}
        required
      />
      <Field
        label={say('directory.form.organization')}
        name="organization"
        defaultValue={form.organization}
        wrong={wrong['organization']}
        required
      />
      {long('description', say('directory.form.description'))}
      {long('application_process', say('directory.form.application'))}
      {long('fees_description', say('directory.form.fees'))}
      <div className={styles.pair}>
        <Field
          label={say('directory.form.email')}
          note={say('directory.form.emailNote')}
          name="email"
          type="email"
          defaultValue={form.email}
          wrong={wrong['email']}
        />
        <Field
          label={say('directory.form.phone')}
          name="phone"
          type="tel"
          defaultValue={form.phone}
          wrong={wrong['phone']}
        />
      </div>
      <div className={styles.pair}>
        <Field
          label={say('directory.form.url')}
          name="url"
          type="url"
          defaultValue={form.url}
          wrong={wrong['url']}
        />
        <div className={parts.field}>
          <label htmlFor="service-status">{say('directory.form.status')}</label>
          <select id="service-status" name="status" defaultValue={form.status}>
            {(['active', 'inactive', 'temporarily closed', 'defunct'] as const).map((status) => (
              <option key={status} value={status}>
                {say(`directory.form.statuses.${status}`)}
              </option>
            ))}
          </select>
        </div>
      </div>
      <div className={styles.pair}>
        <Field
          label={say('directory.form.assured')}
          name="assured_date"
          type="date"
          value={assured}
          wrong={wrong['assured_date']}
          onChange={({ target }) => setAssured(target.value)}
        />
        <Field
          label={say('directory.form.review')}
          name="review_by"
          type="date"
          value={review}
          wrong={wrong['review_by']}
          required
          onChange={({ target }) => setReview(target.value)}
        />
      </div>
      {fault === 'taken' ? (
        <p className={parts.wrong} role="alert">
          {say('directory.form.taken')}
        </p>
      ) : (
        fault !== undefined && <Failed fault={fault} />
      )}
      <div className={parts.row}>
        <Button submit look="strong" icon={Save} busy={busy}>
          {say('directory.form.save')}
        </Button>
        <Button icon={CalendarCheck} onPress={lookedAtToday}>
          {say('directory.form.today')}
        </Button>
      </div>
    </form>
  );
}
