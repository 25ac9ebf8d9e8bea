import { memo } from 'react';
import type { Id } from '../../../../core/domain/id.ts';
import { directionOf, type Language } from '../../../../core/domain/words.ts';
import type { PlacedCard } from '../../../../maps/flow-graph.ts';
import { MEASURE } from '../../../../maps/map-measures.ts';
import styles from './flow-map.module.css';

type Props = {
  readonly card: PlacedCard;
  readonly language: Language;
  readonly start: string | undefined;
  /** What stands above the card. */
  readonly note?: string | undefined;
  readonly chosen: boolean;
  readonly choose: (id: Id, byKey: boolean) => void;
  readonly reach: (card: PlacedCard) => void;
};

/** A question or an outcome on the map, where the layout put it: its lines are those that were measured. */
export const MapCard = memo(function MapCard({ card, language, start, note, chosen, choose, reach }: Props) {
  const { id, x, y, width, height, verdict, caption, title, rows } = card;
  return (
    <button
      type="button"
      className={styles.card}
      style={{
        transform: `translate(${x}px, ${y}px)`,
        inlineSize: width,
        blockSize: height,
        fontSize: MEASURE.row.size,
      }}
      data-node={id}
      data-verdict={verdict}
      data-tint={verdict === 'info' ? 'work' : undefined}
      aria-pressed={chosen}
      lang={language}
      dir={directionOf(language)}
      onClick={({ detail }) => choose(id, detail === 0)}
      onFocus={() => reach(card)}
    >
      {start !== undefined && <span className={styles.start}>{start}</span>}
      {note !== undefined && <span className={styles.note}>{note}</span>}
      <Lines lines={caption} className={styles.caption} {...MEASURE.caption} />
      <Lines lines={title} className={styles.title} {...MEASURE.title} />
      {rows.map((row, index) => (
        <span
          // biome-ignore lint/suspicious/noArrayIndexKey: a row has no other name than its place
          key={index}
          className={styles.answer}
          style={{ transform: `translateY(${row.top + MEASURE.row.padding}px)` }}
          data-way={row.way}
          data-indent={row.indent ? '' : undefined}
          data-leads={row.leads ? '' : undefined}
        >
          <Lines lines={row.lines} {...MEASURE.row} />
        </span>
      ))}
    </button>
  );
});

function Lines({
  lines,
  className,
  size,
  line: height,
}: {
  readonly lines: readonly string[];
  readonly className?: string | undefined;
  readonly size: number;
  readonly line: number;
}) {
  return lines.map((line, index) => (
    <span
      // biome-ignore lint/suspicious/noArrayIndexKey: a line has no other name than its place
      key={index}
      className={`${styles.line} ${className ?? ''}`}
      style={{ blockSize: height, lineHeight: `${height}px`, fontSize: size }}
    >
      {line}
    </span>
  ));
}
