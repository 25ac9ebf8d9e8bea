import type { Pack } from '../pack.ts';
import type { Field } from '../pack-source.ts';
import type { Source } from '../parameter.ts';
import { webAddressFault } from '../web-address.ts';
import type { Remark } from './finding.ts';

type PlacedAddress = { readonly file: string; readonly field: Field; readonly address: string | undefined };

/** Every web address of a pack can be typed over and leads where it seems to lead. */
export function checkAddresses(pack: Pack): Remark[] {
  return addressesOf(pack).flatMap(({ file, field, address = '' }): Remark[] => {
    const fault = webAddressFault(address);
    return fault === undefined
      ? []
      : [{ severity: 'error', rule: 'address', file, field, message: `"${address}" ${fault}` }];
  });
}

function addressesOf(pack: Pack): PlacedAddress[] {
  const ofSources = (file: string, sources: readonly Source[]): PlacedAddress[] =>
    sources.map(({ url }, index) => ({ file, field: ['sources', index, 'url'], address: url }));
  return [
    ...pack.flows.flatMap(({ flow }) => ofSources(`flows/${flow.id}/flow.yaml`, flow.sources)),
    ...pack.articles.flatMap(({ article }) =>
      ofSources(`articles/${article.id}/article.yaml`, article.sources),
    ),
    ...Object.entries(pack.contacts).flatMap(([id, contact]) =>
      (['url', 'source'] as const).map((name) => ({
        file: 'contacts.yaml',
        field: [id, name],
        address: contact[name],
      })),
    ),
    ...Object.entries(pack.parameters).flatMap(([id, { values }]) =>
      values.map(({ source }, index) => ({
        file: 'parameters.yaml',
        field: [id, 'values', index, 'source'],
        address: source,
      })),
    ),
  ];
}
