import { Check, Trash2 } from 'lucide';
import { useEffect, useRef, useState } from 'react';
import type { DeskLog, LoggedChange, LoggedRow } from '../../../core/contract/desk/log.ts';
import type { QuestionFacts } from '../../../core/domain/desk/desk-question.ts';
import type { LocalHour } from '../../../core/domain/desk/local-hour.ts';
import { kiosk } from '../../kiosk.ts';
import { Button } from '../../ui/button.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { useStaff } from '../use-staff.ts';
import { beforeText } from './before-text.ts';
import { changeText } from './change-text.ts';
import { Choices } from './choices.tsx';
import styles from './form.module.css';
import { HourPicker } from './hour-picker.tsx';
import { NoteField } from './note-field.tsx';
import {
  categoryOptions,
  channelOptions,
  durationOptions,
  languageOptions,
  listOptions,
  outcomeOptions,
} from './options.ts';
import type { Refused } from './refused.ts';
import { withCategory } from './with-category.ts';

type Props = {
  readonly page: DeskLog;
  readonly start: QuestionFacts & { readonly at: LocalHour };
  /** The question that is changed; none when it is a new one. */
  readonly row: LoggedRow | undefined;
  readonly close: () => void;
  readonly save: (facts: QuestionFacts, at: LocalHour, note: string) => Promise<Refused | undefined>;
  readonly remove: (row: LoggedRow) => void;
};

type History = {
  readonly note: string | null;
  readonly changes: readonly LoggedChange[];
};

/** All fields of a question. */
export function QuestionForm({ page, start, row, close, save, remove }: Props) {
  const { say, language } = useStaff();
  const { lists } = page;
  const [facts, setFacts] = useState<QuestionFacts>(() => factsIn(start));
  const [at, setAt] = useState(start.at);
  const [note, setNote] = useState('');
  const [refused, setRefused] = useState<Refused>();
  const [history, setHistory] = useState<History>();
  const wording = { lists, say, language };
  const number = row?.number;
  useEffect(() => {
    if (number === undefined) return;
    kiosk
      .invoke('desk:history', { number })
      .then(setHistory)
      .catch(() => undefined); // Main logs why; the question can be changed without it.
  }, [number]);

  const change = (other: Partial<QuestionFacts>) => setFacts((before) => ({ ...before, ...other }));
  const subject = (id: string | null) => {
    const sub = lists.subCategories.find((each) => each.id === id);
    change({
      subCategory: id,
      ...(sub && { category: sub.category, organization: sub.organization ?? null }),
    });
  };
  const isSaving = useRef(false);
  const keep = async () => {
    // Pressed again before the disk has it: it is one question all the same.
    if (isSaving.current) return;
    isSaving.current = true;
    const why = await save(facts, at, note.trim());
    isSaving.current = false;
    if (why === undefined) close();
    else setRefused(why);
  };
  const mayChange = row?.canCorrect ?? true;
  return (
    <Sheet
      title={say(row === undefined ? 'form.new' : 'form.edit')}
      closeLabel={say('close')}
      close={close}
      foot={
        <div className={styles.foot}>
          <p role="alert" className={styles.refused}>
            {mayChange ? refused && say(`refused.${refused}`) : say('refused.too-late')}
          </p>
          {row !== undefined && mayChange && (
            <Button icon={Trash2} label={say('form.remove')} onPress={() => remove(row)} />
          )}
          {mayChange && (
            <Button look="strong" icon={Check} label={say('form.save')} onPress={() => void keep()} />
          )}
        </div>
      }
    >
      <Choices
        label={say('form.subject')}
        options={listOptions(lists.subCategories, language)}
        value={facts.subCategory}
        choose={subject}
      />
      <Choices
        label={say('form.category')}
        options={categoryOptions(say)}
        value={facts.category}
        choose={(category) => setFacts((before) => withCategory(before, category, lists))}
      />
      <Choices
        label={say('log.outcome')}
        options={outcomeOptions(say)}
        value={facts.outcome}
        choose={(outcome) => change({ outcome })}
      />
      <Choices
        label={say('log.duration')}
        options={durationOptions(say)}
        value={facts.duration}
        choose={(duration) => change({ duration })}
      />
      <Choices
        label={say('form.organization')}
        options={listOptions(lists.organizations, language, say('form.noOrganization'))}
        value={facts.organization}
        choose={(organization) => change({ organization })}
      />
      <Choices
        label={say('log.channel')}
        options={channelOptions(say)}
        value={facts.channel}
        choose={(channel) => change({ channel })}
      />
      <HourPicker at={at} now={page.now} choose={setAt} />
      <Choices
        label={say('form.place')}
        options={listOptions(lists.places, language)}
        value={facts.place}
        choose={(place) => change({ place })}
      />
      <Choices
        label={say('form.language')}
        options={languageOptions(language)}
        value={facts.language}
        choose={(spoken) => change({ language: spoken })}
      />
      {lists.notes && row === undefined && <NoteField note={note} change={setNote} />}
      {history?.note && <p>{say('form.noteOf', { note: history.note })}</p>}
      {row !== undefined && history !== undefined && history.changes.length > 0 && (
        <section className={styles.history}>
          <h3>{say('form.history')}</h3>
          <ul>
            {history.changes.map((each, index) => (
              <li key={each.at} data-item>
                {changeText(
                  each,
                  // The newest comes first: what it became is how it was before the next one, and at last what stands there now.
                  beforeText(each.before, history.changes[index - 1]?.before ?? row.question, wording),
                  wording,
                )}
              </li>
            ))}
          </ul>
        </section>
      )}
    </Sheet>
  );
}

function factsIn(question: QuestionFacts): QuestionFacts {
  const { category, subCategory, organization, channel, duration, outcome, language, place } = question;
  return { category, subCategory, organization, channel, duration, outcome, language, place };
}
