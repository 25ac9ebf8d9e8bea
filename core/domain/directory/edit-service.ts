import { z } from 'zod';
import { Day, Email, HsdsId, Name, Text, Uri } from './hsds-values.ts';
import { Phone } from './phone.ts';
import { Service } from './service.ts';

/** What is filled in, or nothing: an empty field of a form is one that is not given. */
const orNothing = <T extends z.ZodType<string, string>>(schema: T) =>
  z
    .string()
    .trim()
    .transform((value) => (value === '' ? undefined : value))
    .pipe(schema.optional());

/** The part of a service that people edit in a form, by its HSDS names. The rest of it stays as it is. */
export const ServiceEdit = z.strictObject({
  name: Name,
  organization: Name,
  description: orNothing(Text),
  application_process: orNothing(Text),
  fees_description: orNothing(Text),
  email: orNothing(Email),
  phone: orNothing(Phone.shape.number),
  url: orNothing(Uri),
  status: Service.shape.status,
  assured_date: orNothing(Day),
});
/** What a form holds. */
export type ServiceForm = z.input<typeof ServiceEdit>;

/** What a form shows of a service. */
export function formOf(service: Service): ServiceForm {
  const { name, organization, phones, status } = service;
  return {
    name,
    organization: organization?.name ?? '',
    description: service.description ?? '',
    application_process: service.application_process ?? '',
    fees_description: service.fees_description ?? '',
    email: service.email ?? '',
    phone: phones?.[0]?.number ?? '',
    url: service.url ?? '',
    status,
    assured_date: service.assured_date ?? '',
  };
}

/**
 * The service after an edit: what the form does not have stays, also other telephone numbers. `freshId`: an id that nothing has, for what
 * comes into a service of which the own id leaves no room for more.
 */
export function editService(
  service: Service,
  edit: z.output<typeof ServiceEdit>,
  freshId: () => string,
): Service {
  const { organization, phone, name, status, ...optional } = edit;
  const idOf = (part: string) => HsdsId.safeParse(`${service.id}-${part}`).data ?? freshId();
  const [first, ...others] = service.phones ?? [];
  const phones = [
    ...(phone === undefined ? [] : [{ ...(first ?? { id: idOf('phone') }), number: phone }]),
    ...others,
  ];
  const { phones: _, ...rest } = service;
  const edited: Record<string, unknown> = {
    ...rest,
    ...{ name, status },
    organization: { ...(service.organization ?? { id: idOf('organization') }), name: organization },
    ...(phones.length > 0 && { phones }),
  };
  for (const [field, value] of Object.entries(optional))
    if (value === undefined) delete edited[field];
    else edited[field] = value;
  return Service.parse(edited);
}
