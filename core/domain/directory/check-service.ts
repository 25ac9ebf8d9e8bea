import { isPostcode } from '../postcode.ts';
import { type Checked, checkRecord, type Remark } from './check-record.ts';
import type { Address } from './location.ts';
import { isFictional } from './marks.ts';
import { Service } from './service.ts';

const NO_CODE = 'is missing: without a code of ISO 639 nobody can choose by this language';
const DUTCH = /^(?:NLD?|Nederland|(?:the )?Netherlands)$/i;

/**
 * Holds a service against its schema, and the postcodes of its places against what the Dutch post gives out; says of which languages
 * nobody can choose it.
 */
export function checkService(record: unknown): Checked<Service> {
  const checked = checkRecord(Service, record);
  if (checked.value === undefined) return checked;
  const more = [...dropPostcodes(checked.value), ...languagesWithoutCode(checked.value, checked.remarks)];
  return more.length === 0 ? checked : { value: checked.value, remarks: [...checked.remarks, ...more] };
}

/**
 * Leaves out what cannot be a postcode: who looks it up ends up nowhere, or elsewhere. An address without a country is
 * taken for a Dutch one. Places that do not exist may have a postcode that begins with 0, which nobody lives at.
 */
function dropPostcodes(service: Service): Remark[] {
  const remarks: Remark[] = [];
  service.service_at_locations?.forEach(({ location }, at) => {
    location?.addresses?.forEach((address, place) => {
      if (hasPostcode(address, service)) return;
      delete address.postal_code;
      remarks.push({
        path: ['service_at_locations', at, 'location', 'addresses', place, 'postal_code'],
        message: 'is no Dutch postcode: write 1234 AB',
        dropped: 'field',
      });
    });
  });
  return remarks;
}

/** A name is for people to read: it is by codes that languages are told apart. Of a code that was wrong it is said already. */
function languagesWithoutCode(service: Service, said: readonly Remark[]): Remark[] {
  const remarks: Remark[] = [];
  const look = ({ languages = [] }: Pick<Service, 'languages'>, holder: Remark['path']) =>
    languages.forEach(({ code }, index) => {
      if (code !== undefined) return;
      const path = [...holder, 'languages', index, 'code'];
      const isSaid = said.some((each) => each.path.join('/') === path.join('/'));
      if (!isSaid) remarks.push({ path, message: NO_CODE, dropped: 'nothing' });
    });
  look(service, []);
  service.service_at_locations?.forEach(({ location }, at) => {
    if (location !== undefined) look(location, ['service_at_locations', at, 'location']);
  });
  return remarks;
}

function hasPostcode({ postal_code, country = 'NL' }: Address, service: Service): boolean {
  if (postal_code === undefined || !DUTCH.test(country)) return true;
  const code = postal_code.replace(/\s/, '').toUpperCase();
  return (
    isPostcode(code) || (isPostcode(code.replace(/^0/, '1')) && isFictional(service, service.organization))
  );
}
