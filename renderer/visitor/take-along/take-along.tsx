import { Printer, QrCode, Receipt, ZoomIn } from 'lucide';
import { useState } from 'react';
import type { SlipOf } from '../../../core/contract/print.ts';
import { PAPERS, type Paper } from '../../../core/domain/paper.ts';
import type { Tint } from '../../../core/domain/topic.ts';
import { useWords } from '../../hooks/use-words.ts';
import { Button } from '../../ui/button.tsx';
import { Frame } from '../../ui/frame.tsx';
import halves from '../../ui/halves.module.css';
import { ScrollArea } from '../../ui/scroll-area.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { OutdatedScreen } from '../screens/outdated.tsx';
import { useTools } from '../use-visit.ts';
import { PhoneCode } from './phone-code.tsx';
import { PrintSheet } from './print-sheet.tsx';
import { SlipView } from './slip-view.tsx';
import styles from './take-along.module.css';
import { useSlip } from './use-slip.ts';

type Open = 'phone' | 'larger' | Paper;

/**
 * Taking along what was found: what the slip says, and the ways to take it. With no printer the telephone comes first; and when
 * the print system takes its time, so that nobody waits for it. Then printers come behind the rest, where room was kept for them and
 * for the line that tells of them: no button moves under a finger.
 */
export function TakeAlongScreen({ of, tint }: { readonly of: SlipOf; readonly tint: Tint | undefined }) {
  const say = useWords();
  const { language } = useTools();
  const { slip, papers, late } = useSlip(of, language);
  const [open, setOpen] = useState<Open>();
  if (slip === null) return <OutdatedScreen />;
  const ready = papers?.filter((paper) => paper.ready) ?? [];
  const close = () => setOpen(undefined);
  const here = ready.map(({ paper }) => paper);
  const shown = late ? [...here, ...PAPERS.filter((paper) => !here.includes(paper))] : here;
  const printers = shown.map((paper, index) => (
    <Button
      key={paper}
      look={index === 0 && !late ? 'strong' : 'plain'}
      icon={paper === 'a4' ? Printer : Receipt}
      label={say(`takeAlong.${paper}`)}
      disabled={!here.includes(paper)}
      onPress={() => setOpen(paper)}
    />
  ));
  return (
    <Frame tint={tint}>
      <div className={styles.screen}>
        <ScrollArea of="half" className={halves.upper} content={`${styles.head} ${halves.stand}`}>
          <h1>{say('takeAlong.title')}</h1>
          {slip !== undefined && (papers !== undefined || late) && (
            <p className={papers === undefined ? styles.awaited : undefined}>
              {papers === undefined || ready.length > 0
                ? say('takeAlong.lead')
                : say(papers.length > 0 ? 'takeAlong.printerOff' : 'takeAlong.noPrinter')}
            </p>
          )}
        </ScrollArea>
        <ScrollArea of="half" className={halves.lower} content={styles.lower}>
          <section className={styles.preview} aria-label={say('takeAlong.preview')}>
            <ScrollArea>{slip !== undefined && <SlipView slip={slip} />}</ScrollArea>
          </section>
          {slip !== undefined && (papers !== undefined || late) && (
            <div className={styles.ways}>
              {!late && printers}
              <Button
                look={ready.length > 0 && !late ? 'plain' : 'strong'}
                icon={QrCode}
                label={say('takeAlong.phone')}
                onPress={() => setOpen('phone')}
              />
              <Button
                look="plain"
                icon={ZoomIn}
                label={say('takeAlong.larger')}
                onPress={() => setOpen('larger')}
              />
              {late && printers}
            </div>
          )}
        </ScrollArea>
      </div>
      {slip !== undefined && open === 'phone' && (
        <Sheet
          title={say('takeAlong.phone')}
          closeLabel={say('takeAlong.close')}
          close={close}
          readAloud
          tall
        >
          <PhoneCode slip={slip} />
        </Sheet>
      )}
      {slip !== undefined && open === 'larger' && (
        <Sheet title={say('takeAlong.larger')} closeLabel={say('takeAlong.close')} close={close} readAloud>
          <SlipView slip={slip} large />
        </Sheet>
      )}
      {slip !== undefined && (open === 'a4' || open === 'receipt') && (
        <PrintSheet of={of} slip={slip} paper={open} close={close} />
      )}
    </Frame>
  );
}
