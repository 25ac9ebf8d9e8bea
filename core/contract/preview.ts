import { z } from 'zod';
import { Id } from '../domain/id.ts';
import { Language } from '../domain/language.ts';
import { MOST_LANGUAGES, PackAbout } from '../domain/pack.ts';

/** A path longer than this is no path of a folder of packs. */
export const MOST_PATH = 1_000;
/** More findings than these help nobody: they come from the first mistakes. All of them are counted. */
export const MOST_FINDINGS = 200;

/** Where a folder with packs was found: on a stick or disk that was put in, in the data folder, or with the app. */
export const PackPlace = z.enum(['stick', 'data', 'app']);
export type PackPlace = z.infer<typeof PackPlace>;

/** A folder that has a pack.yaml. Title and version are there when that can be read. */
export const PackFolder = z.strictObject({
  path: z.string(),
  place: PackPlace,
  title: z.string().nullable(),
  version: z.number().int().nullable(),
});
export type PackFolder = z.infer<typeof PackFolder>;

/**
 * Why a folder is not read at all: there is none; it or something in it is a link, or no plain file; a file, the whole, or the
 * number of files is too large for any pack; something cannot be read or changed meanwhile; reading ended or took too long; there
 * is no room to show it.
 */
export const FolderFault = z.enum([
  'no-folder',
  'link',
  'not-plain',
  'file-too-large',
  'too-large',
  'too-many',
  'unreadable',
  'changed',
  'ended',
  'no-room',
]);
export type FolderFault = z.infer<typeof FolderFault>;

/** A finding of the check, as `core/domain/check/finding.ts` has it. */
const FindingOnPage = z.strictObject({
  severity: z.enum(['error', 'warning']),
  rule: z.string(),
  file: z.string(),
  line: z.number().optional(),
  field: z.string(),
  message: z.string(),
});

/** A flow of a previewed pack in its list. */
export const FlowInPreview = z.strictObject({
  id: Id,
  titles: z.partialRecord(Language, z.string()),
  questions: z.number().int(),
  outcomes: z.number().int(),
  paths: z.number().int(),
});
export type FlowInPreview = z.infer<typeof FlowInPreview>;

/** A pack that can be looked at: who made it, and its flows. */
export const PackInPreview = z.strictObject({
  about: PackAbout,
  flows: z.array(FlowInPreview),
  articles: z.number().int(),
});
export type PackInPreview = z.infer<typeof PackInPreview>;

/**
 * What came of opening a folder: refused as a whole, with the file that did it; or read, with what the check found. The pack is
 * there when a kiosk would show it.
 */
export const PreviewOpened = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('refused'), fault: FolderFault, file: z.string() }),
  z.strictObject({
    kind: z.literal('read'),
    errors: z.number().int(),
    warnings: z.number().int(),
    findings: z.array(FindingOnPage).max(MOST_FINDINGS),
    pack: PackInPreview.nullable(),
  }),
]);
export type PreviewOpened = z.infer<typeof PreviewOpened>;

/** A flow to print for those who check facts, in these languages. */
export const FactSheetWanted = z.strictObject({
  flow: Id,
  languages: z.array(Language).min(1).max(MOST_LANGUAGES),
});
