import { TriangleAlert } from 'lucide';
import type { ServicePage } from '../../../core/contract/directory.ts';
import { dayText, siteText } from '../../../core/domain/day-text.ts';
import { useWords } from '../../hooks/use-words.ts';
import { Frame } from '../../ui/frame.tsx';
import halves from '../../ui/halves.module.css';
import { Icon } from '../../ui/icon.tsx';
import { PictureOf } from '../../ui/picture.tsx';
import { Said } from '../../ui/said.tsx';
import { ScrollArea } from '../../ui/scroll-area.tsx';
import { Badges } from '../directory/badges.tsx';
import { CodeCard } from '../directory/code-card.tsx';
import { InfoCard } from '../directory/info-card.tsx';
import { PhoneLines } from '../directory/phone-lines.tsx';
import { PlaceCard } from '../directory/place-card.tsx';
import { ServiceFacts } from '../directory/service-facts.tsx';
import { WeekTable } from '../directory/week-table.tsx';
import { TakeAlongButton } from '../take-along/take-along-button.tsx';
import { tintOfTopics } from '../tint-of-topics.ts';
import { useTools } from '../use-visit.ts';
import { OutdatedScreen } from './outdated.tsx';
import styles from './service.module.css';

/** One service, whole: what they do for you and whether it is open first, then who, what, where. */
export function ServiceScreen({ page }: { readonly page: ServicePage }) {
  const say = useWords();
  const { home, language } = useTools();
  if (page.outdated) return <OutdatedScreen />;
  const closed = page.status !== 'active';
  const site = page.url ?? page.organization?.website;
  const tint = tintOfTopics(home, page.topics);
  return (
    <Frame tint={tint}>
      <div className={styles.service}>
        <ScrollArea of="half" className={halves.upper} content={halves.stand}>
          <div className={styles.head}>
            <PictureOf name={page.picture} size="large" />
            <div className={styles.name}>
              <h1>
                <Said words={page.name} language={language} text={(name) => name} />
              </h1>
              {page.organization !== undefined && (
                <p>
                  <Said words={page.organization.name} language={language} text={(name) => name} />
                </p>
              )}
            </div>
          </div>
        </ScrollArea>
        <ScrollArea of="half" className={halves.lower}>
          <ScrollArea className={styles.scroll}>
            <div className={styles.columns}>
              <div className={styles.column}>
                {(closed || page.alert !== undefined) && (
                  <div className={styles.alert} data-item>
                    <Icon of={TriangleAlert} />
                    <div className={styles.told}>
                      {closed && <p>{say('directory.temporarilyClosedLead')}</p>}
                      {page.alert !== undefined && (
                        <p>
                          <Said words={page.alert} language={language} text={(alert) => alert} />
                        </p>
                      )}
                    </div>
                  </div>
                )}
                <div className={styles.lead} data-item>
                  <p>
                    {page.description === undefined ? (
                      say('directory.noDescription')
                    ) : (
                      <Said words={page.description} language={language} text={(text) => text} />
                    )}
                  </p>
                  <Badges
                    opening={page.opening}
                    free={page.free}
                    wheelchair={page.places.some(({ wheelchair }) => wheelchair)}
                    alert={false}
                    temporarilyClosed={closed}
                    outdated={false}
                    fictional={page.fictional}
                  />
                </div>
                {page.phones.length > 0 && (
                  <InfoCard picture="phone" title={say('directory.phone')}>
                    <PhoneLines phones={page.phones} />
                  </InfoCard>
                )}
                <ServiceFacts page={page} />
              </div>
              <div className={styles.column}>
                {page.week.length > 0 && (
                  <InfoCard picture="clock" title={say('directory.hours')}>
                    <WeekTable week={page.week} today={page.today} />
                  </InfoCard>
                )}
                {page.places.map((place, index) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: a service may be given twice at one place
                  <PlaceCard key={index} place={place} today={page.today} />
                ))}
                {(site !== undefined || page.email !== undefined) && (
                  <InfoCard picture="globe" title={say('directory.website')}>
                    {[site === undefined ? [] : siteText(site), page.email ?? []].flat().map((address) => (
                      <p key={address}>
                        <bdi dir="ltr">{address}</bdi>
                      </p>
                    ))}
                  </InfoCard>
                )}
                <CodeCard service={page.id} />
              </div>
              <div className={styles.foot}>
                {page.fictional && <p>{say('directory.fictionalLead')}</p>}
                {page.assured_date !== undefined && (
                  <p>{say('directory.checked', { date: dayText(page.assured_date, language) })}</p>
                )}
              </div>
            </div>
          </ScrollArea>
        </ScrollArea>
        <div className={styles.actions}>
          <TakeAlongButton of={{ kind: 'service', service: page.id }} tint={tint} />
        </div>
      </div>
    </Frame>
  );
}
