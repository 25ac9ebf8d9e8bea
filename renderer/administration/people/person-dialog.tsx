import { type FormEvent, useState } from 'react';
import { NewPerson, PEOPLE_ROUTES } from '../../../core/contract/administration/people.ts';
import { Person } from '../../../core/domain/person.ts';
import type { AdministrationWordKey } from '../../words/administration-words.ts';
import { AskError, type AskFault, ask } from '../api/ask.ts';
import { Failed } from '../parts/answered.tsx';
import { Button } from '../parts/button.tsx';
import { Dialog } from '../parts/dialog.tsx';
import { Field } from '../parts/field.tsx';
import parts from '../parts/parts.module.css';
import { RoleChoice } from '../parts/role-choice.tsx';
import { useAdministration } from '../use-administration.ts';

type Props = {
  /** Who is changed; without, somebody new. */
  readonly person: Person | undefined;
  readonly done: (person: Person) => void;
  readonly close: () => void;
};
/** What is wrong, and with what. `whole`: with none of the fields. */
type Wrong = { readonly at: 'id' | 'name' | 'whole'; readonly words: AdministrationWordKey };

/** Somebody who works at the devices: a name to show, an id for the logs, and what they may do. No PIN is asked for here. */
export function PersonDialog({ person, done, close }: Props) {
  const { say } = useAdministration();
  const [role, setRole] = useState<Person['role']>(person?.role ?? 'staff');
  const [wrong, setWrong] = useState<Wrong>();
  const [fault, setFault] = useState<AskFault>();
  const saying = (at: Wrong['at']) => (wrong?.at === at ? say(wrong.words) : undefined);
  const save = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = event.currentTarget;
    const field = (name: string) => form.querySelector<HTMLInputElement>(`input[name="${name}"]`);
    const refuse = (found: Wrong) => {
      setWrong(found);
      field(found.at)?.focus();
    };
    const name = NewPerson.shape.name.safeParse(field('name')?.value);
    if (!name.success) return refuse({ at: 'name', words: 'people.noName' });
    const id = NewPerson.shape.id.safeParse(person?.id ?? field('id')?.value.trim());
    if (!id.success) return refuse({ at: 'id', words: 'people.noId' });
    setFault(undefined);
    const saved = { id: id.data, name: name.data, role };
    const asked =
      person === undefined
        ? ask(PEOPLE_ROUTES.add, { body: saved })
        : ask(PEOPLE_ROUTES.change, { params: { person: person.id }, body: { name: saved.name, role } });
    asked.then(
      () => done(saved),
      (error: unknown) => {
        const why = error instanceof AskError ? error.fault : 'unavailable';
        if (why === 'taken') refuse({ at: 'id', words: 'people.taken' });
        else if (why === 'too-large') refuse({ at: 'whole', words: 'people.full' });
        else setFault(why);
      },
    );
  };
  return (
    <Dialog
      title={person === undefined ? say('people.add') : say('people.changeTitle', { name: person.name })}
      close={close}
    >
      <form className={parts.form} onSubmit={save} noValidate>
        <Field
          label={say('people.nameField')}
          note={say('people.nameNote')}
          name="name"
          autoComplete="off"
          maxLength={80}
          defaultValue={person?.name}
          wrong={saying('name')}
          onChange={() => setWrong(undefined)}
          required
        />
        {person === undefined && (
          <Field
            label={say('people.idField')}
            note={say('people.idNote')}
            name="id"
            autoComplete="off"
            maxLength={64}
            wrong={saying('id')}
            onChange={() => setWrong(undefined)}
            required
          />
        )}
        <RoleChoice
          legend={say('people.mayDo')}
          roles={Person.shape.role.options}
          role={role}
          choose={setRole}
          name={(each) => say(`people.role.${each}`)}
          text={(each) => say(`people.roleText.${each}`)}
        />
        {wrong?.at === 'whole' && (
          <p className={parts.wrong} role="alert">
            {say(wrong.words)}
          </p>
        )}
        {fault !== undefined && <Failed fault={fault} />}
        <div className={parts.row}>
          <Button submit look="strong">
            {say(person === undefined ? 'people.make' : 'people.save')}
          </Button>
          <Button onPress={close}>{say('cancel')}</Button>
        </div>
      </form>
    </Dialog>
  );
}
