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

/**
 * So many hosts on one switch, with nothing else on it and no way out: network namespaces, by `ip` (iproute2). Only root may make them;
 * another user does it in a namespace of their own, in which they are root.
 */
export function makeNetworkHosts(count: number): NetworkHosts {
  const { enter, leave } = process.getuid?.() === 0 ? HERE : ownNamespace();
  const name = `balie${process.pid}x${++networks}`;
  const middle = `${name}s`;
  const made: string[] = [];
  const children = new Set<ChildProcess>();
  const there = (...command: string[]) => [...enter, ...command] as [string, ...string[]];
  const run = (...given: string[]) => {
    const [command, ...args] = there(...given);
    execFileSync(command, args, { stdio: 'pipe' });
  };
  const ip = (...args: string[]) => run('ip', ...args);
  const add = (namespace: string) => {
    try {
      ip('netns', 'add', namespace);
    } catch (cause) {
      throw new Error(
        'No hosts can be made here: it takes the `ip` of iproute2, and root or user namespaces.',
        { cause },
      );
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
    try {
      for (const namespace of made) ip('netns', 'delete', namespace);
    } finally {
      leave();
    }
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
      const [program, ...args] = there('ip', 'netns', 'exec', namespace, command, ...more);
      const child = spawn(program, args, {
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

/** Where hosts are made: what goes before a command that is meant for there. */
type Place = { readonly enter: readonly string[]; readonly leave: () => void };

const HERE: Place = { enter: [], leave: () => undefined };

/** What `ip` writes goes to a folder of its own there. It is gone with the process that sleeps in it, an hour later at the latest. */
function ownNamespace(): Place {
  const prepare =
    'mount -t tmpfs balie-test /run && mkdir /run/netns && { sleep 3600 >/dev/null 2>&1 & echo $!; }';
  const inside = ['--user', '--map-root-user', '--net', '--mount', 'sh', '-c', prepare];
  let sleeper: string;
  try {
    sleeper = execFileSync('unshare', inside, { encoding: 'utf8', stdio: 'pipe' }).trim();
  } catch (cause) {
    throw new Error('No hosts can be made here: it takes root, or user namespaces.', { cause });
  }
  return {
    enter: ['nsenter', '--preserve-credentials', '--user', '--net', '--mount', '--target', sleeper],
    leave: () => void process.kill(Number(sleeper), 'SIGKILL'),
  };
}
