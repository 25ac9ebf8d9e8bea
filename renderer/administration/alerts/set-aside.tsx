import { RefreshCw } from 'lucide';
import { includesRole } from '../../../core/contract/administration/role.ts';
import { SET_ASIDE_ROUTES } from '../../../core/contract/administration/set-aside.ts';
import { useActs } from '../api/use-acts.ts';
import { useAsked } from '../api/use-asked.ts';
import { Answered, Failed } from '../parts/answered.tsx';
import { Button } from '../parts/button.tsx';
import parts from '../parts/parts.module.css';
import { useAdministration } from '../use-administration.ts';

/** What devices sent and the server does not count, by reason; nothing where that is nothing. `judged`: the page behind is to be asked anew. */
export function SetAside({ judged }: { readonly judged: () => void }) {
  const { say, account } = useAdministration();
  const answer = useAsked(SET_ASIDE_ROUTES.list, {});
  const { said, fault, act } = useActs(answer.again, () => undefined);
  const mayJudge = includesRole(account.role, SET_ASIDE_ROUTES.judge.role);
  const judge = () =>
    void act(SET_ASIDE_ROUTES.judge, { body: {} }, ({ counted }) =>
      say('setAside.counted', { number: String(counted) }),
    ).then(judged);
  return (
    <Answered answer={answer}>
      {({ groups }) =>
        groups.length === 0 && said === '' ? null : (
          <section className={parts.part} aria-labelledby="set-aside">
            <h2 id="set-aside">{say('setAside.title')}</h2>
            <p className={parts.lead}>{say('setAside.lead')}</p>
            <p className={parts.said} role="status">
              {said}
            </p>
            {fault !== undefined && <Failed fault={fault} />}
            {groups.length > 0 && (
              <section
                className={`${parts.card} ${parts.across}`}
                // biome-ignore lint/a11y/noNoninteractiveTabindex: the arrow keys move what is wider than the window
                tabIndex={0}
                aria-label={say('setAside.table')}
              >
                <table className={parts.table}>
                  <thead>
                    <tr>
                      <th scope="col">{say('setAside.why')}</th>
                      <th scope="col">{say('setAside.number')}</th>
                      <th scope="col">{say('setAside.devices')}</th>
                    </tr>
                  </thead>
                  <tbody>
                    {groups.map(({ why, number, devices }) => (
                      <tr key={why} data-why={why}>
                        <th scope="row">{say(`setAside.whys.${why}`)}</th>
                        <td>{number}</td>
                        <td>{devices}</td>
                      </tr>
                    ))}
                  </tbody>
                </table>
              </section>
            )}
            {mayJudge && groups.some(({ why }) => why === 'not-understood') && (
              <div className={parts.row}>
                <Button icon={RefreshCw} onPress={judge}>
                  {say('setAside.judge')}
                </Button>
              </div>
            )}
          </section>
        )
      }
    </Answered>
  );
}
