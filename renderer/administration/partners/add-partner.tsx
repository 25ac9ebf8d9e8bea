import { type FormEvent, useState } from 'react';
import { NewPartner, PartnerKind } from '../../../core/contract/administration/organisations.ts';
import { PARTNER_ROUTES } from '../../../core/contract/administration/partner-routes.ts';
import { VisitorDetail } from '../../../core/domain/desk/visitor-details.ts';
import { idFromName } from '../../../core/domain/id-from-name.ts';
import type { AdministrationWordKey } from '../../words/administration-words.ts';
import { AskError, type AskFault, ask } from '../api/ask.ts';
import { Failed } from '../parts/answered.tsx';
import { Button } from '../parts/button.tsx';
import { Dialog } from '../parts/dialog.tsx';
import { Field } from '../parts/field.tsx';
import parts from '../parts/parts.module.css';
import { useAdministration } from '../use-administration.ts';
import styles from './partners.module.css';

type Props = {
  /** Ids that partners of the library have. */
  readonly taken: ReadonlySet<string>;
  /** It was added, under this name. */
  readonly added: (name: string) => void;
  /** Asks first who is here, and goes on then. */
  readonly prove: (goOn: () => void) => void;
  /** Asks anew which partners there are: somebody may have been first. */
  readonly again: () => void;
  readonly close: () => void;
};

/** The longest id that a partner may have. */
const MOST_ID = 40;
/** What is said of a field that holds what it may not. */
const WRONG = {
  name: 'partners.noName',
  contact: 'partners.noName',
  phone: 'partners.noPhone',
  email: 'partners.noEmail',
  website: 'partners.noSite',
  review_by: 'partners.noDay',
  recipient: 'partners.badKey',
} as const satisfies Partial<Record<keyof NewPartner, AdministrationWordKey>>;
type FieldName = keyof typeof WRONG;

const today = () => new Date().toISOString().slice(0, 10);
/** The first of this month next year: a day that every year has. */
const inAYear = () => `${Number(today().slice(0, 4)) + 1}${today().slice(4, 8)}01`;

/** A new partner: who it is, how to reach it, until when the agreement holds, and the key to which details are locked. */
export function AddPartner({ taken, added, prove, again, close }: Props) {
  const { say } = useAdministration();
  const [wrong, setWrong] = useState<{ readonly at: FieldName; readonly words: AdministrationWordKey }>();
  const [fault, setFault] = useState<AskFault>();
  /** What was typed stays until the server has it. */
  const send = (partner: NewPartner) => {
    setFault(undefined);
    ask(PARTNER_ROUTES.add, { body: partner }).then(
      () => added(partner.name),
      (error: unknown) => {
        const why = error instanceof AskError ? error.fault : 'unavailable';
        if (why === 'prove-again') prove(() => send(partner));
        else {
          setFault(why);
          // Not of somebody who is not signed in any more: the page behind goes to the way in then, and what was typed with it.
          if (why === 'taken') again();
        }
      },
    );
  };
  const refuse = (form: HTMLFormElement, at: FieldName, words: AdministrationWordKey = WRONG[at]) => {
    setWrong({ at, words });
    form.querySelector<HTMLInputElement>(`[name="${at}"]`)?.focus();
  };
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = event.currentTarget;
    const typed = new FormData(form);
    const asks = typed.getAll('asks').map(String);
    const filled = [...typed].flatMap(([name, value]) => {
      const text = String(value).trim();
      return name === 'asks' || text === '' ? [] : [[name, text] as const];
    });
    const { name = '', ...fields } = Object.fromEntries(filled);
    const partner = NewPartner.safeParse({
      ...{ ...fields, name, id: idFromName(name, taken, MOST_ID) },
      ...(asks.length > 0 && { asks }),
    });
    if (asks.length > 0 && fields['recipient'] === undefined)
      return refuse(form, 'recipient', 'partners.needsKey');
    if (!partner.success) {
      const at = partner.error.issues.map(({ path }) => String(path[0])).find((each) => each in WRONG);
      return refuse(form, (at ?? 'name') as FieldName);
    }
    if ((partner.data.review_by ?? today()) < today()) return refuse(form, 'review_by');
    send(partner.data);
  };
  const field = (name: FieldName, more: Partial<Parameters<typeof Field>[0]> = {}) => (
    <Field
      label={say(`partners.field.${name}`)}
      name={name}
      autoComplete="off"
      wrong={wrong?.at === name ? say(wrong.words) : undefined}
      onChange={() => setWrong(undefined)}
      {...more}
    />
  );
  return (
    <Dialog title={say('partners.add')} close={close}>
      <form className={parts.form} onSubmit={submit} noValidate>
        {field('name', { maxLength: 80, required: true })}
        <div className={parts.field}>
          <label htmlFor="partner-kind">{say('partners.field.kind')}</label>
          <select id="partner-kind" name="kind" defaultValue="other">
            {PartnerKind.options.map((kind) => (
              <option key={kind} value={kind}>
                {say(`partners.kind.${kind}`)}
              </option>
            ))}
          </select>
        </div>
        {field('contact', { maxLength: 80, note: say('partners.contactNote') })}
        <div className={styles.pair}>
          {field('phone', { type: 'tel', maxLength: 40 })}
          {field('email', { type: 'email', maxLength: 120 })}
        </div>
        {field('website', { type: 'url', maxLength: 200 })}
        {field('review_by', { type: 'date', defaultValue: inAYear() })}
        {field('recipient', { maxLength: 62, note: say('partners.keyNote') })}
        <fieldset className={styles.asks}>
          <legend>{say('partners.asks')}</legend>
          {VisitorDetail.options.map((detail) => (
            <label key={detail}>
              <input type="checkbox" name="asks" value={detail} onChange={() => setWrong(undefined)} />
              {say(`partners.detail.${detail}`)}
            </label>
          ))}
        </fieldset>
        {fault !== undefined && (
          <Failed fault={fault} words={fault === 'too-large' ? 'partners.full' : undefined} />
        )}
        <div className={parts.row}>
          <Button submit look="strong">
            {say('partners.make')}
          </Button>
          <Button onPress={close}>{say('cancel')}</Button>
        </div>
      </form>
    </Dialog>
  );
}
