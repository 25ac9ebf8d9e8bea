import { Info } from 'lucide';
import { useState } from 'react';
import type { FlowPage } from '../../../core/contract/pages.ts';
import type { Id } from '../../../core/domain/id.ts';
import { useWords } from '../../hooks/use-words.ts';
import { Button } from '../../ui/button.tsx';
import { Said } from '../../ui/said.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { useTools } from '../use-visit.ts';
import styles from './why.module.css';

/** The way to read why a question is asked. */
export function Why({ page, id }: { readonly page: FlowPage; readonly id: Id }) {
  const say = useWords();
  const { language } = useTools();
  const [open, setOpen] = useState(false);
  const close = () => setOpen(false);
  return (
    <>
      <Button look="quiet" icon={Info} label={say('flow.why')} onPress={() => setOpen(true)} />
      {open && (
        <Sheet title={say('flow.whyTitle')} closeLabel={say('language.close')} close={close} readAloud>
          <p className={styles.why}>
            <Said words={page.texts} language={language} text={({ questions }) => questions[id]?.why} />
          </p>
          <Button look="strong" label={say('flow.understood')} onPress={close} />
        </Sheet>
      )}
    </>
  );
}
