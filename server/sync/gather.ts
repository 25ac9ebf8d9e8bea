/** How jobs are done together: `run` gets some of them and gives an outcome for each, in their order, or fails for all. */
export type Gathering<Job, Outcome> = {
  readonly run: (jobs: readonly Job[]) => Promise<readonly Outcome[]>;
  /** Two jobs with the same key are never in one group, and never done at the same time. */
  readonly keyOf: (job: Job) => string;
  /** The first job of a group waits so long for others, in milliseconds. */
  readonly waitMs: number;
  readonly most: number;
  /** So many groups run at the same time. */
  readonly atOnce: number;
};

type Waiting<Job, Outcome> = {
  readonly job: Job;
  readonly resolve: (outcome: Outcome) => void;
  readonly reject: (error: unknown) => void;
};

/**
 * A way to have a job done together with others that come at about the same time, so that they share what each of them would cost
 * alone. When a group fails, each of its jobs is tried alone: none fails for the sake of another.
 */
export function gather<Job, Outcome>(how: Gathering<Job, Outcome>): (job: Job) => Promise<Outcome> {
  let waiting: Waiting<Job, Outcome>[] = [];
  const busy = new Set<string>();
  let running = 0;
  let isTimed = false;

  const startSoon = () => {
    if (isTimed || waiting.length === 0) return;
    isTimed = true;
    // After the wait, everything that lies in the sockets is still read once.
    setTimeout(() => setImmediate(startNow), how.waitMs);
  };
  const startNow = () => {
    isTimed = false;
    if (running < how.atOnce) {
      const group = takeGroup();
      if (group.length > 0) void runGroup(group);
    }
    if (running < how.atOnce) startSoon();
  };
  const takeGroup = () => {
    const group: Waiting<Job, Outcome>[] = [];
    const rest: Waiting<Job, Outcome>[] = [];
    for (const each of waiting) {
      const key = how.keyOf(each.job);
      if (group.length === how.most || busy.has(key)) rest.push(each);
      else {
        busy.add(key);
        group.push(each);
      }
    }
    waiting = rest;
    return group;
  };
  const runGroup = async (group: readonly Waiting<Job, Outcome>[]) => {
    running += 1;
    try {
      await settle(how.run, group);
    } finally {
      for (const { job } of group) busy.delete(how.keyOf(job));
      running -= 1;
      startSoon();
    }
  };
  return (job) =>
    new Promise((resolve, reject) => {
      waiting.push({ job, resolve, reject });
      startSoon();
    });
}

async function settle<Job, Outcome>(
  run: Gathering<Job, Outcome>['run'],
  group: readonly Waiting<Job, Outcome>[],
): Promise<void> {
  try {
    const outcomes = await run(group.map(({ job }) => job));
    group.forEach(({ resolve }, index) => {
      resolve(outcomes[index] as Outcome);
    });
  } catch (error) {
    const [only, ...others] = group;
    if (others.length === 0) only?.reject(error);
    // One after another: all at once would take what others need, where each has to wait.
    else for (const each of group) await settle(run, [each]);
  }
}
