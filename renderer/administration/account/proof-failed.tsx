import type { AskFault } from '../api/ask.ts';
import { Failed } from '../parts/answered.tsx';
import parts from '../parts/parts.module.css';
import { useAdministration } from '../use-administration.ts';

/** Why a proof of who is here was not taken: it is not right, or the question had no answer. */
export function ProofFailed({ fault }: { readonly fault: AskFault }) {
  const { say } = useAdministration();
  if (fault !== 'sign-in-failed' && fault !== 'bad-request') return <Failed fault={fault} />;
  return (
    <p className={parts.wrong} role="alert">
      {say('account.notProved')}
    </p>
  );
}
