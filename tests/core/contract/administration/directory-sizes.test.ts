import { expect, it } from 'vitest';
import type { z } from 'zod';
import { DIRECTORY_ROUTES } from '../../../../core/contract/administration/directory.ts';
import {
  MOST_EDIT_BYTES,
  MOST_SERVICE_BYTES,
} from '../../../../core/contract/administration/directory-sizes.ts';
import { ServiceEdit } from '../../../../core/domain/directory/edit-service.ts';
import { LONGEST_NAME, LONGEST_TEXT } from '../../../../core/domain/directory/hsds-values.ts';
import { Organization } from '../../../../core/domain/directory/organization.ts';
import { Service } from '../../../../core/domain/directory/service.ts';

/** A letter of three bytes, and one that JSON writes in two. */
const LETTERS = ['ไ', '"'];
const USUAL = {
  ...{ id: 'desk', email: 'desk@other.example', phone: '010 1234567', status: 'active' },
  ...{ url: 'https://other.example/', assured_date: '2026-11-01' },
};

/** Each field of a schema that takes a text, with the longest one that it takes; the others as usual. */
function longest(shape: Readonly<Record<string, z.ZodType>>, letter: string): Record<string, unknown> {
  const filled: Record<string, unknown> = {};
  for (const [field, schema] of Object.entries(shape)) {
    const texts = [LONGEST_TEXT, LONGEST_NAME, 100].map((length) => letter.repeat(length));
    const taken = [...texts, USUAL[field as keyof typeof USUAL]].find(
      (value) => value !== undefined && schema.safeParse(value).success,
    );
    if (taken !== undefined) filled[field] = taken;
  }
  return filled;
}

const bytesOf = (body: object) => Buffer.byteLength(JSON.stringify(body));

it.each(LETTERS)(
  'has room for the longest edit that the form takes, in letters as %s, and for little more',
  (letter) => {
    const edit = longest(ServiceEdit.shape, letter);
    const body = { edit, reviewBy: '2027-11-01', changedAt: '2026-11-01T12:00:00.000Z' };
    expect(DIRECTORY_ROUTES.save.body.safeParse(body).success).toBe(true);
    expect(bytesOf(body)).toBeLessThan(MOST_EDIT_BYTES);
    if (letter === 'ไ') expect(bytesOf(body)).toBeGreaterThan(MOST_EDIT_BYTES * 0.95);
  },
);

it.each(LETTERS)(
  'has room for the longest texts of a service, in letters as %s, and for little more',
  (letter) => {
    const service = { ...longest(Service.shape, letter), organization: longest(Organization.shape, letter) };
    expect(Service.safeParse(service).success).toBe(true);
    expect(bytesOf({ service })).toBeLessThan(MOST_SERVICE_BYTES);
    if (letter === 'ไ') expect(bytesOf({ service })).toBeGreaterThan(MOST_SERVICE_BYTES * 0.95);
  },
);
