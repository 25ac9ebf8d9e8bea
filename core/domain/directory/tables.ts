import { z } from 'zod';
import { Attribute, TaxonomyTerm } from './attribute.ts';
import { Accessibility, Address, Location } from './location.ts';
import { Organization } from './organization.ts';
import { Phone, SpokenLanguage } from './phone.ts';
import { DirectoryContact, FurtherUrl, ServiceArea } from './reach.ts';
import { Schedule } from './schedule.ts';
import { CostOption, RequiredDocument, Service, ServiceAtLocation } from './service.ts';

/** The tables of HSDS that are used, by the names that the specification gives them. */
export type TableName =
  | 'service'
  | 'organization'
  | 'location'
  | 'service_at_location'
  | 'address'
  | 'phone'
  | 'contact'
  | 'schedule'
  | 'service_area'
  | 'required_document'
  | 'language'
  | 'accessibility'
  | 'cost_option'
  | 'url'
  | 'taxonomy_term'
  | 'attribute';

/**
 * A table of HSDS: the file it lies in, its record, the fields of a nested record that are lists of another table, and
 * the fields that are a record of another one, which a row points at.
 */
export type Table = {
  readonly path: string;
  readonly schema: z.ZodObject;
  readonly lists: Readonly<Record<string, TableName>>;
  readonly points: Readonly<Record<string, TableName>>;
};

const attributes = { attributes: 'attribute' } as const;

/** The tables, in the order in which an export writes them. */
export const TABLES: Readonly<Record<TableName, Table>> = {
  organization: {
    path: 'organizations.csv',
    schema: Organization,
    lists: { additional_websites: 'url', contacts: 'contact', phones: 'phone', ...attributes },
    points: {},
  },
  service: {
    path: 'services.csv',
    schema: Service,
    lists: {
      additional_urls: 'url',
      phones: 'phone',
      schedules: 'schedule',
      service_areas: 'service_area',
      service_at_locations: 'service_at_location',
      languages: 'language',
      cost_options: 'cost_option',
      required_documents: 'required_document',
      contacts: 'contact',
      ...attributes,
    },
    points: { organization: 'organization' },
  },
  location: {
    path: 'locations.csv',
    schema: Location,
    lists: {
      languages: 'language',
      addresses: 'address',
      contacts: 'contact',
      accessibility: 'accessibility',
      phones: 'phone',
      schedules: 'schedule',
      ...attributes,
    },
    points: {},
  },
  service_at_location: {
    path: 'service_at_location.csv',
    schema: ServiceAtLocation,
    lists: {
      service_areas: 'service_area',
      contacts: 'contact',
      phones: 'phone',
      schedules: 'schedule',
      ...attributes,
    },
    points: { location: 'location' },
  },
  address: { path: 'addresses.csv', schema: Address, lists: attributes, points: {} },
  phone: {
    path: 'phones.csv',
    schema: Phone,
    lists: { languages: 'language', ...attributes },
    points: {},
  },
  contact: {
    path: 'contacts.csv',
    schema: DirectoryContact,
    lists: { phones: 'phone', ...attributes },
    points: {},
  },
  schedule: { path: 'schedules.csv', schema: Schedule, lists: attributes, points: {} },
  service_area: { path: 'service_areas.csv', schema: ServiceArea, lists: attributes, points: {} },
  required_document: {
    path: 'required_documents.csv',
    schema: RequiredDocument,
    lists: attributes,
    points: {},
  },
  language: { path: 'languages.csv', schema: SpokenLanguage, lists: attributes, points: {} },
  accessibility: { path: 'accessibility.csv', schema: Accessibility, lists: attributes, points: {} },
  cost_option: { path: 'cost_options.csv', schema: CostOption, lists: attributes, points: {} },
  url: { path: 'urls.csv', schema: FurtherUrl, lists: attributes, points: {} },
  taxonomy_term: { path: 'taxonomy_terms.csv', schema: TaxonomyTerm, lists: {}, points: {} },
  attribute: {
    path: 'attributes.csv',
    schema: Attribute,
    lists: {},
    points: { taxonomy_term: 'taxonomy_term' },
  },
};

export const TABLE_NAMES = Object.keys(TABLES) as readonly TableName[];

/** A column of a table in a file, and whether it holds numbers. */
export type Column = { readonly name: string; readonly isNumber: boolean };

/** The fields of a record that are neither a list nor a record of another table: the columns of its file. */
export function columnsOf(table: TableName): Column[] {
  const { schema, lists, points } = TABLES[table];
  return Object.entries(schema.shape).flatMap(([name, field]) => {
    if (name in lists || name in points) return [];
    const type = field instanceof z.ZodOptional ? field.unwrap() : field;
    return [{ name, isNumber: type instanceof z.ZodNumber }];
  });
}

/** The tables whose records a list of this table can belong to, with the name of the list there. */
export function ownersOf(table: TableName): { readonly owner: TableName; readonly list: string }[] {
  return TABLE_NAMES.flatMap((owner) =>
    Object.entries(TABLES[owner].lists).flatMap(([list, of]) => (of === table ? [{ owner, list }] : [])),
  );
}
