import { CircleCheck, Eye, Map as MapIcon, Printer, SquareStack } from 'lucide';
import { useState } from 'react';
import type { FlowInPreview, PreviewOpened } from '../../../core/contract/preview.ts';
import { pick } from '../../../core/domain/words.ts';
import { Icon } from '../../ui/icon.tsx';
import { useAdminWords } from '../use-admin-words.ts';
import { Findings } from './findings.tsx';
import styles from './preview.module.css';
import { PrintFacts } from './print-facts.tsx';

type Props = {
  readonly opened: Extract<PreviewOpened, { kind: 'read' }>;
  /** Shows the screens of visitors, from home or of one flow. */
  readonly visit: (flow?: string) => void;
  /** Shows the map of a flow. */
  readonly map: (flow: string) => void;
  /** Are there printers to ask for? */
  readonly prints: boolean;
};

/** A pack that was read: who made it, what the check found, and its flows when a kiosk would show it. */
export function OpenedPack({ opened, visit, map, prints }: Props) {
  const { say, language } = useAdminWords();
  const [printing, setPrinting] = useState<FlowInPreview>();
  const { pack, errors, warnings } = opened;
  const titleOf = ({ id, titles }: FlowInPreview) => pick(titles, language)?.value ?? id;

  return (
    <>
      {pack !== null && (
        <section className={styles.about}>
          <div>
            <h2>{pack.about.title}</h2>
            <p>
              {say('preview.version', { version: pack.about.version })} ·{' '}
              {say('preview.by', { publisher: pack.about.publisher })}
            </p>
          </div>
          <button type="button" className={`${styles.button} ${styles.strong}`} onClick={() => visit()}>
            <Icon of={Eye} />
            {say('preview.visit')}
          </button>
        </section>
      )}
      {errors + warnings === 0 ? (
        <p className={styles.good}>
          <Icon of={CircleCheck} />
          {say('preview.good')}
        </p>
      ) : (
        <Findings opened={opened} />
      )}
      {pack === null ? (
        <p className={styles.waiting}>{say('preview.notShown')}</p>
      ) : (
        <section className={styles.part}>
          <h2>{say('preview.flows')}</h2>
          <table className={styles.table}>
            <thead>
              <tr>
                <th scope="col">{say('preview.flow')}</th>
                <th scope="col" className={styles.count}>
                  {say('preview.questions')}
                </th>
                <th scope="col" className={styles.count}>
                  {say('preview.outcomes')}
                </th>
                <th scope="col" className={styles.count}>
                  {say('preview.paths')}
                </th>
                <th scope="col" className={styles.count}>
                  {say('preview.look')}
                </th>
              </tr>
            </thead>
            <tbody>
              {pack.flows.map((flow) => (
                <tr key={flow.id} data-flow={flow.id} data-item>
                  <th scope="row">
                    {titleOf(flow)}
                    <span className={styles.note}>{flow.id}</span>
                  </th>
                  <td className={styles.count}>{flow.questions}</td>
                  <td className={styles.count}>{flow.outcomes}</td>
                  <td className={styles.count}>{flow.paths}</td>
                  <td>
                    <div className={styles.row}>
                      <button
                        type="button"
                        className={styles.button}
                        aria-label={say('preview.mapOf', { title: titleOf(flow) })}
                        onClick={() => map(flow.id)}
                      >
                        <Icon of={MapIcon} />
                        {say('preview.map')}
                      </button>
                      <button
                        type="button"
                        className={styles.button}
                        aria-label={say('preview.screensOf', { title: titleOf(flow) })}
                        onClick={() => visit(flow.id)}
                      >
                        <Icon of={SquareStack} />
                        {say('preview.screens')}
                      </button>
                      {prints && (
                        <button
                          type="button"
                          className={styles.button}
                          aria-label={say('preview.printOf', { title: titleOf(flow) })}
                          onClick={() => setPrinting(flow)}
                        >
                          <Icon of={Printer} />
                          {say('preview.print')}
                        </button>
                      )}
                    </div>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      )}
      {printing !== undefined && (
        <PrintFacts flow={printing} title={titleOf(printing)} close={() => setPrinting(undefined)} />
      )}
    </>
  );
}
