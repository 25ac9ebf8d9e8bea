import { Accessibility } from 'lucide';
import type { PlaceOnPage } from '../../../core/contract/directory.ts';
import type { CalendarDate } from '../../../core/domain/calendar-date.ts';
import { siteText } from '../../../core/domain/day-text.ts';
import { useWords } from '../../hooks/use-words.ts';
import { Icon } from '../../ui/icon.tsx';
import { Said } from '../../ui/said.tsx';
import { useTools } from '../use-visit.ts';
import badges from './badges.module.css';
import { InfoCard } from './info-card.tsx';
import { PhoneLines } from './phone-lines.tsx';
import { SpokenLines } from './spoken-lines.tsx';
import { WeekTable } from './week-table.tsx';

type Text = PlaceOnPage['name'];

/** A place where a service is given: where it is, how to come there and in, and its hours. */
export function PlaceCard({ place, today }: { readonly place: PlaceOnPage; readonly today: CalendarDate }) {
  const say = useWords();
  const { language } = useTools();
  const line = (words: Text) =>
    words === undefined ? null : (
      <p>
        <Said words={words} language={language} text={(text) => text} />
      </p>
    );
  // What is only called or mailed is nowhere to go to.
  const isSomewhere = place.addresses.length > 0 || place.name !== undefined || place.url !== undefined;
  return (
    <>
      <InfoCard
        picture={isSomewhere ? 'map-pin' : 'phone'}
        title={say(isSomewhere ? 'directory.where' : 'directory.phone')}
      >
        {place.name !== undefined && (
          <p>
            <strong>
              <Said words={place.name} language={language} text={(name) => name} />
            </strong>
          </p>
        )}
        {place.addresses.map((address, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: an address has no other name than its place
          <p key={index}>
            {address.address_type === 'postal' ? (
              say('directory.forPost', { address: writtenAddress(address) })
            ) : (
              <bdi lang="nl" dir="ltr">
                {writtenAddress(address)}
              </bdi>
            )}
          </p>
        ))}
        {line(place.note)}
        {line(place.description)}
        {line(place.transportation)}
        {place.wheelchair && (
          <span className={badges.badges}>
            <span className={badges.fact}>
              <Icon of={Accessibility} />
              {say('directory.wheelchair')}
            </span>
          </span>
        )}
        {place.accessibility.map(({ description, details }, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: what is said of a way in has no other name than its place
          <div key={index}>
            {line(description)}
            {line(details)}
          </div>
        ))}
        <SpokenLines
          spoken={place.languages}
          line={(languages) => say('directory.spokenHere', { languages })}
        />
        <PhoneLines phones={place.phones} />
        {[place.url === undefined ? [] : siteText(place.url), place.email ?? []].flat().map((address) => (
          <p key={address}>
            <bdi dir="ltr">{address}</bdi>
          </p>
        ))}
      </InfoCard>
      {place.week.length > 0 && (
        <InfoCard picture="clock" title={say('directory.hours')}>
          <WeekTable week={place.week} today={today} />
        </InfoCard>
      )}
    </>
  );
}

function writtenAddress({
  address_1,
  address_2,
  postal_code,
  city,
}: PlaceOnPage['addresses'][number]): string {
  return [address_1, address_2, [postal_code, city].filter(Boolean).join(' ')].filter(Boolean).join(', ');
}
