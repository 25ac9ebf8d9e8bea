import { type ChildProcess, execFileSync, spawn } from 'node:child_process';

/** A host on a network of its own. */
export type NetworkHost = {
  readonly address: string;
  /** Starts a program of the test's own Node on it. It ends with the test. */
  readonly run: (file: string, ...more: string[]) => ChildProcess;
  /** Starts any program on it. */
  readonly exec: (command: string, ...more: string[]) => ChildProcess;
  /** Takes its cable out, and puts it back. */
  readonly cut: () => void;
  readonly mend: () => void;
};

let networks = 0;

/** Hosts, and how to take them away with all that runs on them. */
export type NetworkHosts = { readonly hosts: readonly NetworkHost[]; readonly remove: () => Promise<void> };

/** So many hosts on one switch, with nothing else on it and no way out: network namespaces, which need root and `ip` (iproute2). */
export function makeNetworkHosts(count: number): NetworkHosts {
  const name = `balie${process.pid}x${++networks}`;
  const middle = `${name}s`;
  const made: string[] = [];
  const children = new Set<ChildProcess>();
  const ip = (...args: string[]) => execFileSync('ip', args, { stdio: 'pipe' });
  const add = (namespace: string) => {
    try {
      ip('netns', 'add', namespace);
    } catch (cause) {
      throw new Error('No hosts can be made here: it takes root and the `ip` of iproute2.', { cause });
    }
    made.push(namespace);
    ip('-n', namespace, 'link', 'set', 'lo', 'up');
  };
  const remove = async () => {
    const ended = [...children].map(
      (child) =>
        new Promise<void>((resolve) => {
          if (child.exitCode !== null || child.signalCode !== null) return resolve();
          child.once('exit', () => resolve());
          child.kill('SIGKILL');
        }),
    );
    await Promise.all(ended);
    for (const namespace of made) ip('netns', 'delete', namespace);
  };
  add(middle);
  // Without a querier on it, a switch that listens in would stop handing on what is meant for all.
  ip('-n', middle, 'link', 'add', 'br0', 'type', 'bridge', 'mcast_snooping', '0');
  ip('-n', middle, 'link', 'set', 'br0', 'up');
  const hosts = Array.from({ length: count }, (_, at): NetworkHost => {
    const namespace = `${name}h${at}`;
    const [address, port] = [`10.77.0.${at + 1}`, `p${at}`];
    add(namespace);
    ip('link', 'add', 'eth0', 'netns', namespace, 'type', 'veth', 'peer', 'name', port, 'netns', middle);
    ip('-n', middle, 'link', 'set', port, 'master', 'br0');
    ip('-n', namespace, 'addr', 'add', `${address}/24`, 'dev', 'eth0');
    const cable = (how: string) => ip('-n', middle, 'link', 'set', port, how);
    cable('up');
    ip('-n', namespace, 'link', 'set', 'eth0', 'up');
    const exec = (command: string, ...more: string[]) => {
      const child = spawn('ip', ['netns', 'exec', namespace, command, ...more], {
        stdio: ['pipe', 'pipe', 'inherit'],
      });
      children.add(child);
      return child;
    };
    return {
      address,
      exec,
      run: (file, ...more) => exec(process.execPath, file, ...more),
      cut: () => void cable('down'),
      mend: () => void cable('up'),
    };
  });
  return { hosts, remove };
}
