import { z } from 'zod';
import { LibraryRole } from '../../core/contract/administration/role.ts';
import { LibraryId } from '../../core/contract/repository/names.ts';

const value = z.string().min(1).max(200);

/**
 * What the file of `balie serve --oidc FILE` says. `label`: on the button. `claim`: the claim of the ID token that says what
 * somebody may do, a text or a list of them; `roles`: what its values mean here, the first that fits. `nameClaim`: the claim
 * with the name of an account; without, it gets a number, and nothing of the person is kept.
 */
export const OidcFile = z.strictObject({
  issuer: z.url({ protocol: /^https?$/ }),
  clientId: value,
  secretFile: value,
  label: z.string().min(1).max(80),
  scope: value.default('openid'),
  claim: value,
  nameClaim: value.optional(),
  roles: z
    .array(
      z.union([
        z.strictObject({ value, library: LibraryId, role: LibraryRole }),
        z.strictObject({ value, role: z.literal('operator') }),
      ]),
    )
    .min(1),
});
export type OidcFile = z.infer<typeof OidcFile>;

/** The same, with the secret itself in the place of its file. */
export type OidcSettings = Omit<OidcFile, 'secretFile'> & { readonly secret: string };

/** What somebody may do, by the claims of an ID token; undefined when nothing there means anything here. */
export function rightsFrom(
  { claim, roles }: Pick<OidcSettings, 'claim' | 'roles'>,
  claims: Readonly<Record<string, unknown>>,
): (Pick<OidcFile['roles'][number], 'role'> & { readonly library: string | null }) | undefined {
  const said = Object.hasOwn(claims, claim) ? claims[claim] : undefined;
  const values = Array.isArray(said) ? said : [said];
  const found = roles.find((each) => values.includes(each.value));
  if (found === undefined) return undefined;
  return { role: found.role, library: 'library' in found ? found.library : null };
}
