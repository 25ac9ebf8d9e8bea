import { expect, it } from 'vitest';
import { startNginx } from './own-nginx.ts';

it('says that there is no nginx, and takes nobody else along', async () => {
  const starting = startNginx((port) => `listen 127.0.0.1:${port};`, '', '/nowhere/nginx');
  await expect(starting).rejects.toThrow('ENOENT');
});
