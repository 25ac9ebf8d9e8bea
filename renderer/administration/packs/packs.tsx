import { ArrowLeft, Eye, PackageOpen, TriangleAlert } from 'lucide';
import { PACK_ROUTES, type PackList, VersionName } from '../../../core/contract/administration/packs.ts';
import { OpenedPack } from '../../admin/preview/opened-pack.tsx';
import { bytesText, momentDay } from '../../admin/times.ts';
import { Icon } from '../../ui/icon.tsx';
import { useAsked } from '../api/use-asked.ts';
import { Answered } from '../parts/answered.tsx';
import { Empty } from '../parts/listed.tsx';
import parts from '../parts/parts.module.css';
import { Link } from '../place/link.tsx';
import { goTo, hrefOf } from '../place/place.ts';
import { NotThere } from '../shell/not-there.tsx';
import type { ScreenProps } from '../shell/screen-props.ts';
import { useAdministration } from '../use-administration.ts';
import { KioskWords } from './kiosk-words.tsx';
import { PackMap } from './pack-map.tsx';
import styles from './packs.module.css';

/** The packs of this server: all of them, one version, or the map of one of its flows. */
export function Packs({ path }: ScreenProps) {
  if (path.length === 0) return <AllPacks />;
  const [library, pack, channel, version, map, flow] = path;
  const name = VersionName.safeParse({ library, pack, channel, version });
  if (!name.success) return <NotThere />;
  if (map === undefined) return <OneVersion name={name.data} />;
  return map === 'map' && flow !== undefined ? <PackMap name={name.data} flow={flow} /> : <NotThere />;
}

function AllPacks() {
  const { say } = useAdministration();
  const answer = useAsked(PACK_ROUTES.list, {});
  return (
    <div className={parts.screen}>
      <div className={parts.head}>
        <div>
          <h1>{say('packs.title')}</h1>
          <p className={parts.lead}>{say('packs.lead')}</p>
        </div>
      </div>
      <Answered answer={answer}>
        {({ trouble, packs }) =>
          packs.length === 0 ? (
            <Empty
              icon={trouble === 'bad' ? TriangleAlert : PackageOpen}
              title={say(trouble === 'bad' ? 'packs.bad' : 'packs.none')}
              lead={say(trouble === 'bad' ? 'packs.badLead' : 'packs.noneLead')}
            />
          ) : (
            packs.map((pack) => <PackCard key={`${pack.library} ${pack.pack} ${pack.channel}`} {...pack} />)
          )
        }
      </Answered>
    </div>
  );
}

function PackCard({ library, pack, channel, title, versions }: PackList['packs'][number]) {
  const { say, language } = useAdministration();
  return (
    <section className={`${parts.card} ${parts.part}`} data-pack={`${library}/${pack}/${channel}`}>
      <div className={styles.name}>
        <h2>{title}</h2>
        <span className={parts.badge} data-tone={channel === 'test' ? 'wait' : undefined}>
          {say(`packs.channel.${channel}`)}
        </span>
        <p className={parts.note}>{say('packs.from', { library })}</p>
      </div>
      <ul className={styles.versions}>
        {versions.map(({ version, createdAt, files, bytes, offered }) => (
          <li key={version}>
            <strong>{say('packs.version', { version })}</strong>
            <span>{say(offered ? 'packs.offered' : 'packs.earlier')}</span>
            <span className={parts.note}>
              {say('packs.made', { day: momentDay(createdAt, language) })} ·{' '}
              {say('packs.files', { count: files })} · {bytesText(bytes, language)}
            </span>
            <Link
              className={parts.button}
              href={hrefOf(['packs', library, pack, channel, String(version)])}
              label={`${say('packs.look')}: ${say('packs.versionOf', { title, version })}`}
            >
              <Icon of={Eye} />
              {say('packs.look')}
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}

function OneVersion({ name }: { readonly name: VersionName }) {
  const { say } = useAdministration();
  const answer = useAsked(PACK_ROUTES.open, { params: name });
  const path = [name.library, name.pack, name.channel, String(name.version)];
  return (
    <div className={parts.screen}>
      <div className={parts.head}>
        <div>
          <p>
            <Link className={styles.back} href={hrefOf(['packs'])}>
              <Icon of={ArrowLeft} className="mirrored" />
              {say('packs.back')}
            </Link>
          </p>
          <h1>{say('packs.versionOf', { title: name.pack, version: name.version })}</h1>
          <p className={parts.lead}>
            {say('packs.from', { library: name.library })} · {say(`packs.channel.${name.channel}`)}
          </p>
        </div>
      </div>
      <Answered answer={answer}>
        {(opened) =>
          opened.kind === 'refused' ? (
            <p className={parts.wrong}>{say('packs.refused')}</p>
          ) : (
            <KioskWords>
              <div className={styles.opened} data-opened>
                <OpenedPack
                  opened={opened}
                  prints={false}
                  visit={(flow) =>
                    location.assign(
                      `${hrefOf(['preview', ...path])}/${flow === undefined ? '' : `?flow=${flow}`}`,
                    )
                  }
                  map={(flow) => goTo(hrefOf(['packs', ...path, 'map', flow]))}
                />
              </div>
            </KioskWords>
          )
        }
      </Answered>
    </div>
  );
}
