import parts from '../parts/parts.module.css';
import { useAdministration } from '../use-administration.ts';

const SHARES = [5, 10, 25, 50, 75, 100];

type Props = {
  readonly share: number;
  /** Who has a version keeps it, so no less than this. */
  readonly least?: number;
  readonly choose: (share: number) => void;
};

/** Which share of the devices goes first. */
export function ShareField({ share, least = 1, choose }: Props) {
  const { say } = useAdministration();
  const shares = [...new Set([...SHARES, least])].filter((each) => each >= least && each > 1);
  return (
    <div className={parts.field}>
      <label htmlFor="rollout-share">{say('rollouts.shareField')}</label>
      <select id="rollout-share" value={share} onChange={({ target }) => choose(Number(target.value))}>
        {shares
          .sort((one, other) => one - other)
          .map((each) => (
            <option key={each} value={each}>
              {each === 100 ? say('rollouts.allDevices') : say('rollouts.share', { share: each })}
            </option>
          ))}
      </select>
    </div>
  );
}
