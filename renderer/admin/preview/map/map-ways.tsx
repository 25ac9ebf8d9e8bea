import { memo } from 'react';
import type { Id } from '../../../../core/domain/id.ts';
import { edgePath } from '../../../../maps/edge-route.ts';
import type { FlowGraph, PlacedEdge } from '../../../../maps/flow-graph.ts';
import styles from './flow-map.module.css';

type Props = {
  readonly graph: FlowGraph;
  /** Those that are in sight, or near. */
  readonly edges: readonly PlacedEdge[];
  readonly chosen: Id | undefined;
};

/** The ways of a map, below its cards: in the colour of the outcome they lead to, and those of the chosen card in front. */
export const MapWays = memo(function MapWays({ graph, edges, chosen }: Props) {
  const verdicts = new Map(graph.cards.map(({ id, verdict }) => [id, verdict]));
  return (
    <svg className={styles.ways} width={graph.width} height={graph.height} aria-hidden="true">
      {edges.map(({ from, to, way, points }, index) => {
        const { x, y } = points.at(-1) ?? { x: 0, y: 0 };
        return (
          <g
            // biome-ignore lint/suspicious/noArrayIndexKey: two ways may join the same cards
            key={`${from} ${to} ${way} ${index}`}
            className={styles.way}
            data-way={way}
            data-verdict={verdicts.get(to)}
            data-far={chosen !== undefined && from !== chosen && to !== chosen ? '' : undefined}
          >
            <path className={styles.stroke} d={edgePath(points)} />
            <path className={styles.arrow} d={`M${x - 11} ${y - 6}L${x} ${y}L${x - 11} ${y + 6}Z`} />
          </g>
        );
      })}
    </svg>
  );
});
