import { PACK_ROUTES, type VersionName } from '../../../core/contract/administration/packs.ts';
import type { Id } from '../../../core/domain/id.ts';
import { DrawnMap } from '../../admin/preview/map/drawn-map.tsx';
import { useAsked } from '../api/use-asked.ts';
import { Answered } from '../parts/answered.tsx';
import parts from '../parts/parts.module.css';
import { goTo, hrefOf } from '../place/place.ts';
import { useAdministration } from '../use-administration.ts';
import { KioskWords } from './kiosk-words.tsx';
import styles from './packs.module.css';

type Props = {
  readonly name: VersionName;
  readonly flow: string;
  /** What stands above questions and outcomes. */
  readonly notes?: ReadonlyMap<Id, string>;
  /** Where it came from; the version without one. */
  readonly from?: string;
};

/** The map of a flow of a version, in the whole window: the one that the kiosk's own admin shows. */
export function PackMap({ name, flow, notes, from }: Props) {
  const { say } = useAdministration();
  const { library, pack, channel, version } = name;
  const opened = useAsked(PACK_ROUTES.open, { params: name });
  const page = useAsked(PACK_ROUTES.flow, { params: { ...name, flow } });
  const back = () => goTo(from ?? hrefOf(['packs', library, pack, channel, String(version)]));
  return (
    <Answered answer={opened}>
      {(seen) => (
        <Answered answer={page}>
          {(found) =>
            found === null || seen.kind === 'refused' || seen.pack === null ? (
              <div className={parts.screen}>
                <h1>{say('notThere.title')}</h1>
              </div>
            ) : (
              <KioskWords>
                <div className={styles.whole}>
                  <DrawnMap pack={seen.pack} page={found} notes={notes} back={back} />
                </div>
              </KioskWords>
            )
          }
        </Answered>
      )}
    </Answered>
  );
}
