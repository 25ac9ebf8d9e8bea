import { Clock3 } from 'lucide';
import { useState } from 'react';
import { includesRole } from '../../../core/contract/administration/role.ts';
import type { HoursList } from '../../../core/contract/administration/rollout.ts';
import { ROLLOUT_ROUTES } from '../../../core/contract/administration/rollout-routes.ts';
import { useAsked } from '../api/use-asked.ts';
import { Answered } from '../parts/answered.tsx';
import { Button } from '../parts/button.tsx';
import parts from '../parts/parts.module.css';
import { Said } from '../parts/screen.tsx';
import { useAdministration } from '../use-administration.ts';
import { HoursDialog } from './hours-dialog.tsx';
import styles from './rollouts.module.css';
import { weekText } from './week-text.ts';

type Branch = HoursList['branches'][number];

/** When the branches are open: a roll-out can wait for closing time there. */
export function HoursPart() {
  const { say, language, account } = useAdministration();
  const answer = useAsked(ROLLOUT_ROUTES.listHours, {});
  const [editing, setEditing] = useState<Branch>();
  const [said, setSaid] = useState('');
  const close = () => setEditing(undefined);
  const mayChange = includesRole(account.role, ROLLOUT_ROUTES.hours.role);
  const textOf = ({ hours }: Branch) =>
    typeof hours === 'string' ? say(`hours.${hours}`) : weekText(hours, language);
  return (
    <section className={parts.part} aria-labelledby="rollouts-hours">
      <div>
        <h2 id="rollouts-hours">{say('hours.title')}</h2>
        <p className={parts.lead}>{say('hours.lead')}</p>
      </div>
      <Said text={said} />
      <Answered answer={answer}>
        {({ branches }) =>
          branches.length === 0 ? (
            <p>{say('hours.noBranch')}</p>
          ) : (
            <ul className={`${parts.card} ${styles.hours}`}>
              {branches.map((branch) => (
                <li key={branch.id} data-hours={branch.id}>
                  <div>
                    <h3>{branch.name}</h3>
                    <p className={branch.hours === 'unknown' ? parts.note : undefined}>{textOf(branch)}</p>
                  </div>
                  {mayChange && (
                    <Button
                      icon={Clock3}
                      label={say('hours.changeOf', { branch: branch.name })}
                      onPress={() => {
                        setSaid('');
                        setEditing(branch);
                      }}
                    >
                      {say('hours.change')}
                    </Button>
                  )}
                </li>
              ))}
            </ul>
          )
        }
      </Answered>
      {editing !== undefined && (
        <HoursDialog
          branch={editing}
          saved={() => {
            close();
            setSaid(say('hours.saved', { branch: editing.name }));
            void answer.again();
          }}
          close={close}
        />
      )}
    </section>
  );
}
