import type { PlaceOnPage } from '../../core/contract/directory.ts';
import type { Phone, SpokenLanguage } from '../../core/domain/directory/phone.ts';
import { phonesToCall } from '../../core/domain/directory/phones-to-call.ts';
import type { DirectoryContact } from '../../core/domain/directory/reach.ts';
import { wordsOf } from '../../core/domain/directory/translation.ts';
import { present } from './present.ts';

/** A record of the directory that says how somebody is reached. */
type Reached = {
  readonly phones?: readonly Phone[] | undefined;
  readonly email?: string | undefined;
  readonly contacts?: readonly DirectoryContact[] | undefined;
};
type PhoneOnPage = PlaceOnPage['phones'][number];

/** The numbers to call of the nearest of these that has any; after its own those of the departments that can be asked for there. */
export function phonesOf(...records: readonly (Reached | undefined)[]): PhoneOnPage[] {
  const lists = records.flatMap((record) => [
    phonesToCall(record?.phones ?? []).map((phone) => phoneOnPage(phone)),
    phonesToCall((record?.contacts ?? []).flatMap(phonesOfContact)),
  ]);
  return lists.find((list) => list.length > 0) ?? [];
}

/** The mail address of the nearest of these that has one: its own, else that of a department. */
export function emailOf(...records: readonly (Reached | undefined)[]): string | undefined {
  return records
    .flatMap((record) => [record?.email, ...(record?.contacts ?? []).map(({ email }) => email)])
    .find((email) => email !== undefined);
}

/** The languages that are spoken, each with its note. */
export function spokenOnPage(languages: readonly SpokenLanguage[] = []): PlaceOnPage['languages'] {
  return languages.map((language) =>
    present({ code: language.code, name: wordsOf(language, 'name'), note: wordsOf(language, 'note') }),
  );
}

/** Whom a number is of is said where the number itself says nothing. */
function phonesOfContact(contact: DirectoryContact): PhoneOnPage[] {
  const { phones = [] } = contact;
  const whose = wordsOf(contact, 'department') ?? wordsOf(contact, 'title') ?? wordsOf(contact, 'name');
  return phones.map((phone) => present({ description: whose, ...phoneOnPage(phone) }));
}

function phoneOnPage(phone: Phone): PhoneOnPage {
  return present({
    number: phone.number,
    extension: phone.extension,
    type: phone.type,
    description: wordsOf(phone, 'description'),
    languages: spokenOnPage(phone.languages),
  });
}
