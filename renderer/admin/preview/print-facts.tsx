import { Printer } from 'lucide';
import { useEffect, useState } from 'react';
import type { FlowInPreview } from '../../../core/contract/preview.ts';
import type { PrintResult } from '../../../core/contract/print.ts';
import type { Language } from '../../../core/domain/words.ts';
import { kiosk } from '../../kiosk.ts';
import { Icon } from '../../ui/icon.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { nameOf } from '../../words/start-words.ts';
import { useAdmin } from '../use-admin.ts';
import styles from './preview.module.css';

type Props = { readonly flow: FlowInPreview; readonly title: string; readonly close: () => void };

/** Prints all screens of a flow, in the languages that are chosen. What goes wrong is said where it was asked. */
export function PrintFacts({ flow, title, close }: Props) {
  const { say } = useAdmin();
  const all = Object.keys(flow.titles);
  const [chosen, setChosen] = useState<readonly Language[]>(all.slice(0, 1));
  const [printable, setPrintable] = useState<boolean>();
  const [state, setState] = useState<'printing' | PrintResult>();

  useEffect(() => {
    kiosk.invoke('preview:printable', {}).then(setPrintable, () => setPrintable(false)); // A refusal is main's to log.
  }, []);
  const flip = (language: Language) =>
    setChosen(all.filter((each) => (each === language) !== chosen.includes(each)));
  const canPrint = printable === true && chosen.length > 0 && state !== 'printing';
  const print = async () => {
    setState('printing');
    setState(
      await kiosk
        .invoke('preview:print', { flow: flow.id, languages: [...chosen] })
        .catch((): PrintResult => 'failed'),
    );
  };
  const shut = () => {
    if (state === 'printing') void kiosk.invoke('print:cancel', {}).catch(() => undefined); // Main ends it anyway.
    close();
  };

  return (
    <Sheet title={say('preview.printTitle')} closeLabel={say('preview.close')} close={shut}>
      <div className={styles.printing}>
        <p>{say('preview.printLead', { title })}</p>
        <h3>{say('preview.printLanguages')}</h3>
        <div className={styles.row}>
          {all.map((language) => (
            <button
              key={language}
              type="button"
              lang={language}
              className={`${styles.button} ${styles.choice}`}
              aria-pressed={chosen.includes(language)}
              onClick={() => flip(language)}
            >
              {nameOf(language)}
            </button>
          ))}
        </div>
        <p role="status" data-print={state ?? (printable === false ? 'no-printer' : 'ready')}>
          {state === 'printing'
            ? say('preview.printing')
            : state !== undefined
              ? say(`preview.printed.${state}`)
              : printable === false
                ? say('preview.noPrinter')
                : ''}
        </p>
        <button
          type="button"
          className={`${styles.button} ${styles.strong}`}
          aria-disabled={!canPrint || undefined}
          onClick={() => canPrint && void print()}
        >
          <Icon of={Printer} />
          {say('preview.printNow')}
        </button>
      </div>
    </Sheet>
  );
}
