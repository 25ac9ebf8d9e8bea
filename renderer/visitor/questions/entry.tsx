import { ArrowRight, CircleAlert } from 'lucide';
import { type ReactNode, useEffect, useRef } from 'react';
import { useWords } from '../../hooks/use-words.ts';
import { Button } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import styles from './entry.module.css';
import { KeyPad } from './key-pad.tsx';

/** One box of an entry: what stands in it, how many signs it takes, and what it is called. */
export type Box = { readonly value: string; readonly length: number; readonly label: string };

type Props = {
  readonly boxes: readonly Box[];
  /** Which box the next sign goes to; none when all are full. */
  readonly current: number;
  readonly showLabels?: boolean;
  readonly unit?: string;
  readonly keys: 'digits' | 'letters';
  readonly press: (key: string) => void;
  readonly remove: () => void;
  readonly complaint: string | undefined;
  readonly ready: boolean;
  readonly confirm: () => void;
  readonly last: ReactNode;
};

/** Typing an answer: the boxes, the keys, "go on", and what is not right yet, said without blame. */
export function Entry({
  boxes,
  current,
  showLabels = false,
  unit,
  keys,
  press,
  remove,
  complaint,
  ready,
  confirm,
  last,
}: Props) {
  const say = useWords();
  const line = useRef<HTMLParagraphElement>(null);
  // With large letters it may stand above what is in sight, and the finger is on the keys below it.
  useEffect(() => {
    if (complaint !== undefined) line.current?.scrollIntoView({ block: 'nearest' });
  }, [complaint]);
  return (
    <div className={styles.entry}>
      {/* One piece of text for those who hear the screen: told again, whole and with its unit, when a sign is typed. */}
      <div className={styles.boxes} role="status" aria-label={say('flow.typed')}>
        {boxes.map(({ value, length, label }, index) => (
          <div key={label} className={styles.field}>
            {showLabels && <span className={styles.label}>{label}</span>}
            <span
              className={`${styles.box} ${index === current ? styles.current : ''}`}
              style={{ '--signs': length } as React.CSSProperties}
            >
              {value}
              {index === current && <i className={styles.caret} />}
            </span>
          </div>
        ))}
        {unit !== undefined && unit !== '' && <span className={styles.unit}>{unit}</span>}
      </div>
      <p ref={line} className={styles.complaint} role="alert">
        {complaint !== undefined && (
          <>
            <Icon of={CircleAlert} />
            {complaint}
          </>
        )}
      </p>
      <div className={styles.keys}>
        <KeyPad keys={keys} press={press} remove={remove} />
      </div>
      <div className={styles.next}>
        <Button
          look="strong"
          icon={ArrowRight}
          mirrored
          label={say('flow.next')}
          disabled={!ready}
          onPress={confirm}
        />
      </div>
      <div className={styles.last}>{last}</div>
    </div>
  );
}
