import { describe, expect, it } from 'vitest';
import { checkPack } from '../../../../core/domain/check-pack.ts';
import { readPackFolder } from '../../../../packs/read-pack-folder.ts';
import { SHIPPED_PACK } from '../../../flows/shipped-pack.ts';

const source = readPackFolder(SHIPPED_PACK);

describe('a pack that was published, looked at again by a kiosk', { timeout: 60_000 }, () => {
  it.each(['1970-01-01', '2040-06-01'])('is still taken when the clock says %s', (today) => {
    expect(checkPack(source, { today }).pack).toBeUndefined();
    const again = checkPack(source, { today, published: true });
    expect(again.findings.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(again.pack?.about.id).toBe('zelfredzaam');
  });
});
