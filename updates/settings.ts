import { readFileSync } from 'node:fs';
import { isAbsolute, join } from 'node:path';
import { z } from 'zod';
import { PackOnChannel } from '../core/contract/repository/names.ts';
import { UpdateError } from './update-error.ts';

const ONCE = 'name each pack once, with one library and one channel';

/** repository.json in the data folder: where this kiosk gets its content, and which packs it follows. */
export const RepositorySettings = z.strictObject({
  /** A web address, or the path of a folder. Without it, content comes by stick only. */
  address: z
    .string()
    .refine(
      (address) => /^https?:\/\//.test(address) || isAbsolute(address),
      'use https://… or the path of a folder',
    )
    .optional(),
  follow: z
    .array(PackOnChannel)
    .min(1)
    .max(20)
    // Of one pack one version is on the screen: two places for it would take turns for ever.
    .superRefine((follow, context) => {
      const packs = follow.map(({ pack }) => pack);
      const twice = [...new Set(packs.filter((pack, at) => packs.indexOf(pack) !== at))];
      if (twice.length > 0) context.addIssue({ code: 'custom', message: ONCE, params: { twice } });
    }),
});
export type RepositorySettings = z.infer<typeof RepositorySettings>;

/** repository.json is wrong. `twice`: the packs that stand in it more than once. */
export class WrongSettingsError extends UpdateError {
  readonly twice: readonly string[];

  constructor(message: string, twice: readonly string[], cause: unknown) {
    super('refused', message, cause);
    this.twice = twice;
  }
}

/**
 * The settings in a data folder; undefined when there are none: this kiosk follows no repository.
 * Throws WrongSettingsError (`refused`) when they are wrong.
 */
export function readRepositorySettings(dataDir: string): RepositorySettings | undefined {
  const file = join(dataDir, 'repository.json');
  try {
    return RepositorySettings.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    const why = error instanceof z.ZodError ? z.prettifyError(error) : (error as Error).message;
    const found = error instanceof z.ZodError ? error.issues : [];
    throw new WrongSettingsError(
      `${file} is wrong: ${why.replaceAll(/\s*\n\s*/g, ' ')}. Write for instance {"address": "https://…", "follow": [{"library": "bieb", "pack": "zelfredzaam", "channel": "stable"}]}.`,
      found.flatMap((issue) =>
        issue.code === 'custom' ? ((issue.params?.['twice'] ?? []) as string[]) : [],
      ),
      error,
    );
  }
}

/** The root of trust of a kiosk: root.json in its data folder, put there by whoever set it up. Throws UpdateError (`no-root`). */
export function readBundledRoot(file: string): Buffer {
  try {
    return readFileSync(file);
  } catch (cause) {
    throw new UpdateError(
      'no-root',
      `There is no root of trust at "${file}". Put the 1.root.json of the repository there, from somebody you trust.`,
      cause,
    );
  }
}
