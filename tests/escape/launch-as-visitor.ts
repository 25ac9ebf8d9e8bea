import { type Kiosk, type KioskOptions, launchKiosk } from '../journeys/launch-kiosk.ts';
import { makeVisitorAccount, type VisitorAccount } from './visitor-account.ts';

/** The real app in the sandbox that visitors meet, and the account it runs under. */
export type VisitorKiosk = Kiosk & { readonly account: VisitorAccount };

/** Starts the app as somebody without rights. `prepare` may change the copied app before it starts. */
export async function launchAsVisitor(
  options: Omit<KioskOptions, 'dataDir' | 'appFolder' | 'executable'> = {},
  prepare: (account: VisitorAccount) => void = () => undefined,
): Promise<VisitorKiosk> {
  const account = makeVisitorAccount();
  try {
    prepare(account);
    const { appFolder, executable, dataDir } = account;
    const kiosk = await launchKiosk({
      ...options,
      appFolder,
      executable,
      dataDir,
      env: { ...account.env, ...options.env },
    });
    return {
      ...kiosk,
      account,
      close: async () => {
        await kiosk.close();
        account.remove();
      },
    };
  } catch (error) {
    account.remove();
    throw error;
  }
}
