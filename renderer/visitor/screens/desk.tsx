import { ArrowLeft, Check, Users } from 'lucide';
import { useState } from 'react';
import { useWords } from '../../hooks/use-words.ts';
import { kiosk } from '../../kiosk.ts';
import { Button } from '../../ui/button.tsx';
import { Frame } from '../../ui/frame.tsx';
import halves from '../../ui/halves.module.css';
import { PictureOf } from '../../ui/picture.tsx';
import { ScrollArea } from '../../ui/scroll-area.tsx';
import { useTools } from '../use-visit.ts';
import styles from './desk.module.css';

/** Asking a person: that it is welcome, the number to say, where to walk, and that the screen waits meanwhile. */
export function DeskScreen({ ticket }: { readonly ticket: number | null }) {
  const say = useWords();
  const { move } = useTools();
  const [helped, setHelped] = useState(false);
  const help = () => {
    setHelped(true);
    void kiosk.invoke('session:helped', {}).catch(() => setHelped(false)); // A refusal is main's to log.
  };
  const steps = [
    { picture: 'footprints', text: say('desk.one') },
    {
      picture: 'message-circle',
      text: ticket === null ? say('desk.two') : say('desk.twoTicket', { ticket }),
    },
    { picture: 'heart-handshake', text: say('desk.three') },
  ];
  return (
    <Frame layout="split">
      <ScrollArea of="half" className={halves.upper} content={`${styles.head} ${halves.stand}`}>
        <h1>{say('desk.title')}</h1>
        <p>{say('desk.lead')}</p>
      </ScrollArea>
      <ScrollArea of="half" className={halves.lower}>
        <ScrollArea className={styles.scroll} content={styles.side}>
          {ticket !== null && (
            <p className={styles.ticket} data-item>
              <span>{say('desk.ticket')}</span>
              <strong>{ticket}</strong>
            </p>
          )}
          <ol className={styles.steps}>
            {steps.map(({ picture, text }) => (
              <li key={picture} data-item>
                <PictureOf name={picture} size="large" />
                {text}
              </li>
            ))}
          </ol>
          <p className={styles.waits} role="status">
            {helped && say('desk.waits')}
          </p>
          <div className={styles.actions}>
            <Button
              look="plain"
              icon={helped ? Check : Users}
              label={say('idle.helped')}
              disabled={helped}
              onPress={help}
            />
            <Button
              look="strong"
              icon={ArrowLeft}
              mirrored
              label={say('desk.back')}
              onPress={() => move({ kind: 'back' })}
            />
          </div>
        </ScrollArea>
      </ScrollArea>
    </Frame>
  );
}
