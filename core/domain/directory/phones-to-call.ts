/** A telephone number, as far as it is asked here. `type` is HSDS's: voice, text, textphone, fax... or what somebody wrote there. */
type Line = { readonly type?: string | undefined };

/** What somebody does with a number: talk, send a message, or type to whoever answers. */
type PhoneKind = 'voice' | 'text' | 'textphone';

/** Nobody who comes here can do anything with these. */
const OF_NO_USE = ['fax', 'pager'];
const ORDER: readonly PhoneKind[] = ['voice', 'textphone', 'text'];

/** The numbers that somebody can do something with, those to talk to somebody first. */
export function phonesToCall<T extends Line>(phones: readonly T[]): T[] {
  return phones
    .filter(({ type = '' }) => !OF_NO_USE.includes(type.toLowerCase()))
    .sort((one, other) => ORDER.indexOf(phoneKind(one)) - ORDER.indexOf(phoneKind(other)));
}

/** What a number is for; to talk, unless it says otherwise. */
export function phoneKind({ type = '' }: Line): PhoneKind {
  const said = type.toLowerCase();
  if (said === 'text' || said === 'sms') return 'text';
  return said === 'textphone' || said === 'tty' ? 'textphone' : 'voice';
}
