import { Info } from 'lucide';
import { useState } from 'react';
import type { FlowPage } from '../../../core/contract/pages.ts';
import type { AmountSource } from '../../../core/domain/amount-sources.ts';
import type { Id } from '../../../core/domain/id.ts';
import { useWords } from '../../hooks/use-words.ts';
import { Button } from '../../ui/button.tsx';
import { SaidLine } from '../../ui/said.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { Sources } from '../sources.tsx';
import { StaleNote } from '../stale-note.tsx';
import { useTools } from '../use-visit.ts';
import styles from './why.module.css';

type Props = {
  readonly page: FlowPage;
  readonly id: Id;
  /** An amount in it is too old to be shown. */
  readonly stale: boolean;
  /** Where the amounts in the question and in this come from. */
  readonly amounts: readonly AmountSource[];
};

/** The way to read why a question is asked, and where the amounts in it come from. */
export function Why({ page, id, stale, amounts }: Props) {
  const say = useWords();
  const { language } = useTools();
  const [open, setOpen] = useState(false);
  const close = () => setOpen(false);
  return (
    <>
      <Button look="quiet" icon={Info} label={say('flow.why')} onPress={() => setOpen(true)} />
      {open && (
        <Sheet title={say('flow.whyTitle')} closeLabel={say('language.close')} close={close} readAloud>
          <SaidLine
            className={styles.why}
            words={page.texts}
            language={language}
            text={({ questions }) => questions[id]?.why}
          />
          {stale && <StaleNote />}
          <Sources sources={[]} amounts={amounts} />
          <Button look="strong" label={say('flow.understood')} onPress={close} />
        </Sheet>
      )}
    </>
  );
}
