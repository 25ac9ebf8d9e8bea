import type { Audience } from '../../../core/domain/report/month-report.ts';
import type { Publication } from '../../../core/domain/report/publication.ts';

/** Whom a report can be for, as the screens name it. */
export type NamedAudience = { readonly audience: string; readonly of: Audience; readonly name: string };

/** What the names of a publication do not say. */
export type AudienceNames = {
  /** The branch of this device, of whose library the server told; undefined when the device told of itself. */
  readonly branch: string | undefined;
  readonly partners: readonly { readonly id: string; readonly name: string }[];
};

/** For whom a report of what was told of a month can be made, this branch first; when this device told, of itself only. */
export function audiencesOf(publication: Publication, { branch, partners }: AudienceNames): NamedAudience[] {
  if (branch === undefined) return [{ audience: 'desk', of: { kind: 'desk' }, name: '' }];
  const { places, tables, handovers } = publication;
  const here = places.find(({ id }) => id === `branch:${branch}`);
  const [library] = places;
  const told = new Set([
    ...tables
      .filter(({ variable }) => variable === 'organization')
      .flatMap(({ rows }) => rows.map(({ value }) => value)),
    ...handovers.partners.map(({ partner }) => partner),
  ]);
  return [
    ...(here === undefined
      ? []
      : [
          {
            audience: here.id,
            of: { kind: 'branch', id: branch, name: here.name } as const,
            name: here.name,
          },
        ]),
    { audience: 'library', of: { kind: 'library' }, name: library?.name ?? publication.library },
    ...places
      .filter(({ kind }) => kind === 'municipality')
      .map(({ id, name }) => ({ audience: id, of: { kind: 'municipality', name } as const, name })),
    ...partners
      .filter(({ id }) => told.has(id))
      .map(({ id, name }) => ({
        audience: `partner:${id}`,
        of: { kind: 'partner', id, name } as const,
        name,
      })),
  ];
}
