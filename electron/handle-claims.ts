/** Who opened which handle of this process, until it is closed. Numbers are used again: the last one who claims a handle has it. */
export type HandleClaims = {
  readonly claim: (owner: object, handles: readonly number[]) => void;
  /** Gives what the owner still has, and takes it from it. */
  readonly release: (owner: object) => number[];
};

/** Keeps claims; there are none at first. */
export function handleClaims(): HandleClaims {
  const owners = new Map<number, object>();
  return {
    claim: (owner, handles) => {
      for (const handle of handles) owners.set(handle, owner);
    },
    release: (owner) => {
      const own = [...owners].filter(([, of]) => of === owner).map(([handle]) => handle);
      for (const handle of own) owners.delete(handle);
      return own;
    },
  };
}
