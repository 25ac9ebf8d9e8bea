import { ArrowLeft } from 'lucide';
import { useWords } from '../../hooks/use-words.ts';
import { Button } from '../../ui/button.tsx';
import { Frame } from '../../ui/frame.tsx';
import { PictureOf } from '../../ui/picture.tsx';
import { useTools } from '../use-visit.ts';
import styles from './desk.module.css';

/** Asking a person: that it is welcome, where to walk, what to say. */
export function DeskScreen() {
  const say = useWords();
  const { move } = useTools();
  const steps = [
    { picture: 'footprints', text: say('desk.one') },
    { picture: 'message-circle', text: say('desk.two') },
    { picture: 'heart-handshake', text: say('desk.three') },
  ];
  return (
    <Frame layout="split">
      <div className={styles.head}>
        <h1>{say('desk.title')}</h1>
        <p>{say('desk.lead')}</p>
      </div>
      <div className={styles.side}>
        <ol className={styles.steps}>
          {steps.map(({ picture, text }) => (
            <li key={picture}>
              <PictureOf name={picture} size="large" />
              {text}
            </li>
          ))}
        </ol>
        <Button
          look="strong"
          icon={ArrowLeft}
          mirrored
          label={say('desk.back')}
          onPress={() => move({ kind: 'back' })}
        />
      </div>
    </Frame>
  );
}
