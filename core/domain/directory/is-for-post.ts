import type { Address, Location } from './location.ts';

/** Is an address of a place one to write to, and not to go to? What it does not say of itself, its place says. */
export function isForPost(
  { address_type }: Pick<Address, 'address_type'>,
  { location_type }: Pick<Location, 'location_type'>,
): boolean {
  return (address_type ?? location_type) === 'postal';
}
