import { ArrowLeft, BellRing, Check, Users, X } from 'lucide';
import { useState } from 'react';
import type { HelpAbout } from '../../../core/domain/desk/help-request.ts';
import { useWords } from '../../hooks/use-words.ts';
import { kiosk } from '../../kiosk.ts';
import { Button } from '../../ui/button.tsx';
import { Frame } from '../../ui/frame.tsx';
import halves from '../../ui/halves.module.css';
import { PictureOf } from '../../ui/picture.tsx';
import { ScrollArea } from '../../ui/scroll-area.tsx';
import { aboutOf, hasAnswers, withAnswers } from '../desk/help-about.ts';
import { ShareAnswers } from '../desk/share-answers.tsx';
import { useDeskLine } from '../desk/use-desk-line.ts';
import { wayWords } from '../desk/way-words.ts';
import { useTools, useVisit } from '../use-visit.ts';
import type { AtDesk } from '../visit.ts';
import styles from './desk.module.css';

/**
 * Asking a person: that it is welcome, the number to say, where to walk, and that the screen waits meanwhile. Where a desk can be reached
 * over the local network, somebody can be asked to come.
 */
export function DeskScreen({ ticket, place }: AtDesk) {
  const say = useWords();
  const visit = useVisit();
  const { move, language } = useTools();
  const seen = useDeskLine();
  // The answer to what is asked is only that it was: what comes of it is told. A refusal is main's to log.
  const keep = (asked: Promise<unknown>) => void asked.catch(() => undefined);
  const [helped, setHelped] = useState(false);
  const [choosing, setChoosing] = useState(false);
  const help = () => {
    setHelped(true);
    void kiosk.invoke('session:helped', {}).catch(() => setHelped(false)); // A refusal is main's to log.
  };
  const ask = (about: HelpAbout) => {
    setChoosing(false);
    keep(kiosk.invoke('help:ask', { language, about }));
  };
  const isAsked = seen.kind === 'asking' || seen.kind === 'coming';
  const [title, lead] = {
    'no-desk': () => [say('desk.title'), say('desk.lead')],
    ready: () => [say('desk.title'), say('desk.lead')],
    asking: () => [say('help.asking'), say('help.askingLead')],
    coming: () => [say('help.coming'), comingLead()],
    walk: () => [say('desk.title'), say('help.late')],
  }[seen.kind]();
  function comingLead() {
    const number = seen.kind === 'coming' ? seen.number : null;
    return number === null ? say('help.comingLead') : say('help.comingFrom', { number });
  }
  const way = wayWords(place)
    .map((word) => say(word))
    .join(' ');
  // Whoever is waited for need not walk; that they may is said, and no more.
  const steps = isAsked
    ? [
        { picture: 'heart-handshake', text: say('help.keeps') },
        { picture: 'footprints', text: `${say('help.otherwise')} ${way}` },
      ]
    : [
        { picture: 'footprints', text: way },
        {
          picture: 'message-circle',
          text: ticket === null ? say('desk.two') : say('desk.twoTicket', { ticket }),
        },
        // Where somebody can come, that takes its place.
        ...(seen.kind === 'ready' ? [] : [{ picture: 'heart-handshake', text: say('desk.three') }]),
      ];
  return (
    <Frame layout="split">
      <ScrollArea of="half" className={halves.upper} content={`${styles.head} ${halves.stand}`}>
        <div role="status" className={styles.head}>
          <h1>{title}</h1>
          <p>{lead}</p>
          {seen.kind === 'ready' && <p>{say('help.sees')}</p>}
        </div>
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
            {seen.kind === 'ready' && (
              <div className={styles.call}>
                <Button
                  look="strong"
                  icon={BellRing}
                  label={say('help.call')}
                  onPress={() => (hasAnswers(visit) ? setChoosing(true) : ask(aboutOf(visit)))}
                />
              </div>
            )}
            {isAsked || seen.kind === 'walk' ? (
              <Button
                icon={X}
                label={say('help.withdraw')}
                onPress={() => keep(kiosk.invoke('help:withdraw', {}))}
              />
            ) : (
              <Button
                look="plain"
                icon={helped ? Check : Users}
                label={say('idle.helped')}
                done={helped}
                onPress={help}
              />
            )}
            <Button
              look={seen.kind === 'ready' ? 'plain' : 'strong'}
              icon={ArrowLeft}
              mirrored
              label={say('desk.back')}
              onPress={() => move({ kind: 'back' })}
            />
          </div>
        </ScrollArea>
      </ScrollArea>
      {choosing && (
        <ShareAnswers
          choose={(share) => ask(share ? withAnswers(visit) : aboutOf(visit))}
          close={() => setChoosing(false)}
        />
      )}
    </Frame>
  );
}
