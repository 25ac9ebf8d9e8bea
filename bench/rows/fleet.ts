import { runFleet } from '../fleet/run-fleet.ts';
import type { Row } from '../row.ts';

const FEW = 200;
const TIMES = 10;
const MOST = 1.1;

/**
 * From publishing a version until the server knows that every kiosk shows it: a tenth first, then all. The floor is ten times what a
 * tenth as many kiosks take. The most memory of the server and of the kiosks' processes must not grow faster either.
 */
export const fleet: Row = {
  name: 'fleet',
  unit: 's',
  goal: `${FEW * TIMES} kiosks install a version and none fails, in at most ${MOST} times ${TIMES} times the time and memory of ${FEW}`,
  isMet: ({ ratio }) => ratio <= MOST,
  measure: async (say) => {
    const few = await runFleet(FEW);
    say(told(FEW, few));
    const many = await runFleet(FEW * TIMES);
    say(told(FEW * TIMES, many));
    const grows = (one: number, other: number) => other / (one * TIMES) <= MOST;
    return {
      measured: [many.seconds],
      floor: [few.seconds * TIMES],
      holds: grows(few.serverMb, many.serverMb) && grows(few.kiosksMb, many.kiosksMb),
    };
  },
};

function told(number: number, { seconds, serverMb, kiosksMb }: Awaited<ReturnType<typeof runFleet>>): string {
  return `${number} kiosks: ${seconds.toFixed(1)} s, ${((seconds / number) * 1000).toFixed(1)} ms each; at most ${serverMb.toFixed(0)} MB at the server, ${kiosksMb.toFixed(0)} MB for all kiosks`;
}
