import { z } from 'zod';
import { Schedule } from '../directory/schedule.ts';
import { Id } from '../id.ts';
import { Language } from '../language.ts';
import { Picture } from '../picture.ts';
import { Category, DeskId } from './desk-question.ts';

/** The same name in several languages, the Dutch one at least. */
const Names = z
  .record(Language, z.string().trim().min(1).max(60))
  .refine((names) => names['nl'] !== undefined, 'has no name in Dutch (nl)');

const Named = z.strictObject({ id: DeskId, names: Names });
export type Named = z.infer<typeof Named>;

/** A finer sort of question, under one of the five of the law. */
const SubCategory = z.strictObject({
  ...Named.shape,
  category: Category,
  /** What it usually is about. */
  organization: DeskId.optional(),
  picture: Picture.optional(),
  /** Who walks one of these flows asks this. */
  flows: z.array(Id).max(60).default([]),
});
export type SubCategory = z.infer<typeof SubCategory>;

/** So many sub-categories a list has at most: each has a key of its own, from a to z, and again with Shift. */
export const MOST_SUBJECTS = 52;

/** The lists of a library for its desk (`desk.json`), in the order in which they stand on the screen. */
export const DeskLists = z
  .strictObject({
    $schema: z.string().optional(),
    /** May staff write a note with a question? */
    notes: z.boolean().default(false),
    subCategories: z
      .array(SubCategory)
      .min(1)
      .max(
        MOST_SUBJECTS,
        `there are more than ${MOST_SUBJECTS}, and each must have a key of its own: leave some out`,
      ),
    organizations: z.array(Named).max(80),
    places: z.array(Named).max(40),
    /** When there is somebody at the desk (HSDS), for a device whose server does not say so. */
    schedules: z.array(Schedule).max(60).default([]),
  })
  .superRefine(({ subCategories, organizations, places }, context) => {
    for (const [list, all] of Object.entries({ subCategories, organizations, places }))
      all.forEach(({ id }, index) => {
        if (all.findIndex((each) => each.id === id) < index)
          context.addIssue({
            code: 'custom',
            path: [list, index, 'id'],
            message: `"${id}" stands there twice`,
          });
      });
    subCategories.forEach(({ organization }, index) => {
      if (organization !== undefined && !organizations.some(({ id }) => id === organization))
        context.addIssue({
          code: 'custom',
          path: ['subCategories', index, 'organization'],
          message: `"${organization}" is none of the organizations`,
        });
    });
  });
export type DeskLists = z.infer<typeof DeskLists>;
