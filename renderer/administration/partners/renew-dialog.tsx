import { type FormEvent, useState } from 'react';
import type { Partner } from '../../../core/contract/administration/organisations.ts';
import { isCalendarDate } from '../../../core/domain/calendar-date.ts';
import { Button } from '../parts/button.tsx';
import { Dialog } from '../parts/dialog.tsx';
import { Field } from '../parts/field.tsx';
import parts from '../parts/parts.module.css';
import { useAdministration } from '../use-administration.ts';

type Props = {
  readonly partner: Partner;
  readonly renew: (day: string) => void;
  readonly close: () => void;
};

/** Until when the agreement goes on. Nothing else of it changes. */
export function RenewDialog({ partner, renew, close }: Props) {
  const { say } = useAdministration();
  const [isWrong, setIsWrong] = useState(false);
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const field = event.currentTarget.querySelector('input');
    const day = field?.value ?? '';
    if (isCalendarDate(day) && day >= new Date().toISOString().slice(0, 10)) return renew(day);
    setIsWrong(true);
    field?.focus();
  };
  return (
    <Dialog title={say('partners.renewTitle', { name: partner.name })} close={close}>
      <p>{say('partners.renewLead')}</p>
      <form className={parts.form} onSubmit={submit} noValidate>
        <Field
          label={say('partners.until')}
          name="review_by"
          type="date"
          defaultValue={partner.review_by}
          wrong={isWrong ? say('partners.noDay') : undefined}
          onChange={() => setIsWrong(false)}
          required
        />
        <div className={parts.row}>
          <Button submit look="strong">
            {say('partners.save')}
          </Button>
          <Button onPress={close}>{say('cancel')}</Button>
        </div>
      </form>
    </Dialog>
  );
}
