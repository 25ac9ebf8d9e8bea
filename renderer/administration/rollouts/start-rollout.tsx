import { type FormEvent, useState } from 'react';
import type { BranchOnPage } from '../../../core/contract/administration/devices.ts';
import { PACK_ROUTES, type PackList } from '../../../core/contract/administration/packs.ts';
import type { RolloutOnPage } from '../../../core/contract/administration/rollout.ts';
import { ROLLOUT_ROUTES } from '../../../core/contract/administration/rollout-routes.ts';
import { ShowRule } from '../../../core/domain/rollouts/rollout-step.ts';
import type { AdministrationWordKey } from '../../words/administration-words.ts';
import { AskError, type AskFault, ask } from '../api/ask.ts';
import { useAsked } from '../api/use-asked.ts';
import { Answered, Failed } from '../parts/answered.tsx';
import { Button } from '../parts/button.tsx';
import { Dialog } from '../parts/dialog.tsx';
import { Field } from '../parts/field.tsx';
import parts from '../parts/parts.module.css';
import { useAdministration } from '../use-administration.ts';
import { BranchChoice } from './branch-choice.tsx';
import styles from './rollouts.module.css';
import { ShareField } from './share-field.tsx';

type Props = {
  readonly branches: readonly BranchOnPage[];
  readonly started: (rollout: RolloutOnPage) => void;
  readonly close: () => void;
};

/** Begins a roll-out: which version, for whom first, from when on, and when it comes onto the screen. */
export function StartRollout({ branches, started, close }: Props) {
  const { say } = useAdministration();
  const answer = useAsked(PACK_ROUTES.list, {});
  return (
    <Dialog title={say('rollouts.start')} close={close}>
      <Answered answer={answer}>
        {({ packs }) =>
          packs.length === 0 ? (
            <p>{say('rollouts.noPacks')}</p>
          ) : (
            <Form packs={packs} branches={branches} started={started} close={close} />
          )
        }
      </Answered>
    </Dialog>
  );
}

/** Only what is offered can be installed: the newest of each pack on its channel. What the library follows comes first. */
function offered(packs: PackList['packs']) {
  return packs.flatMap(({ library, pack, channel, title, versions }) =>
    versions
      .filter((each) => each.offered)
      .map(({ version }) => ({
        key: `${library} ${pack} ${channel} ${version}`,
        of: { publisher: library, pack, channel, version },
        title,
      })),
  );
}

function Form({ packs, branches, started, close }: Props & Pick<PackList, 'packs'>) {
  const { say } = useAdministration();
  const versions = offered(packs);
  const [key, setKey] = useState(versions[0]?.key);
  const [share, setShare] = useState(10);
  const [chosen, setChosen] = useState<readonly string[] | null>(null);
  const [startsAt, setStartsAt] = useState('');
  const [show, setShow] = useState<ShowRule>('idle');
  const [wrong, setWrong] = useState<AdministrationWordKey>();
  const [fault, setFault] = useState<AskFault>();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setFault(undefined);
    const version = versions.find((each) => each.key === key);
    if (version === undefined) return;
    if (chosen?.length === 0) return setWrong('rollouts.noBranch');
    setWrong(undefined);
    const body = {
      ...version.of,
      ...{ share, show },
      ...(chosen !== null && { branches: [...chosen] }),
      ...(startsAt !== '' && { startsAt: new Date(startsAt).toISOString() }),
    };
    ask(ROLLOUT_ROUTES.start, { body }).then(started, (error: unknown) => {
      const why = error instanceof AskError ? error.fault : 'unavailable';
      // Two things may be in the way that only the server knows.
      if (why === 'bad-request') setWrong(`rollouts.refused.${show}`);
      else setFault(why);
    });
  };
  return (
    <form className={parts.form} onSubmit={submit}>
      <div className={parts.field}>
        <label htmlFor="rollout-version">{say('rollouts.version')}</label>
        <select id="rollout-version" value={key} onChange={({ target }) => setKey(target.value)}>
          {versions.map(({ key: each, of, title }) => (
            <option key={each} value={each}>
              {say('packs.versionOf', { title, version: of.version })}
              {of.channel !== 'stable' && ` (${say(`packs.channel.${of.channel}`)})`}
              {/* Two publishers may have a pack with the same name. */}
              {` · ${say('packs.from', { library: of.publisher })}`}
            </option>
          ))}
        </select>
      </div>
      <ShareField share={share} choose={setShare} />
      <BranchChoice branches={branches} chosen={chosen} choose={setChosen} />
      <Field
        label={say('rollouts.startField')}
        note={say('rollouts.startNote')}
        name="starts_at"
        type="datetime-local"
        value={startsAt}
        onChange={({ target }) => setStartsAt(target.value)}
      />
      <fieldset className={styles.choice}>
        <legend>{say('rollouts.showField')}</legend>
        {ShowRule.options.map((rule) => (
          <label key={rule} className={styles.tick}>
            <input type="radio" name="show" checked={show === rule} onChange={() => setShow(rule)} />
            {say(`rollouts.show.${rule}`)}
          </label>
        ))}
      </fieldset>
      {wrong !== undefined && (
        <p className={parts.wrong} role="alert">
          {say(wrong)}
        </p>
      )}
      {fault !== undefined && <Failed fault={fault} />}
      <div className={parts.row}>
        <Button submit look="strong">
          {say('rollouts.begin')}
        </Button>
        <Button onPress={close}>{say('cancel')}</Button>
      </div>
    </form>
  );
}
