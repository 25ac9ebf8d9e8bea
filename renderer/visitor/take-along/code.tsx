import { useMemo } from 'react';
import styles from './code.module.css';
import { codePath, QUIET_EDGE } from './code-path.ts';

/** A QR code, black on white in every theme: telephones read it so. `label` says what it is for. */
export function Code({ text, label }: { readonly text: string; readonly label: string }) {
  const { size, path } = useMemo(() => codePath(text), [text]);
  const side = size + 2 * QUIET_EDGE;
  return (
    <svg
      className={styles.code}
      viewBox={`${-QUIET_EDGE} ${-QUIET_EDGE} ${side} ${side}`}
      shapeRendering="crispEdges"
      role="img"
      aria-label={label}
    >
      <path d={path} />
    </svg>
  );
}
