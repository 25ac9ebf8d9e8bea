import { useEffect, useState } from 'react';
import type { DeskPlace, PlaceSettings } from '../../../core/domain/desk/desk-place.ts';
import { DESK_FLOORS, DESK_NEARS, DESK_WAYS } from '../../../core/domain/desk/desk-ways.ts';
import { kiosk } from '../../kiosk.ts';
import { useAdmin } from '../use-admin.ts';
import { ChooseOne } from './choose-one.tsx';
import styles from './place-section.module.css';

/** Figures that fit on a label; a branch with more screens writes the others in place.json. */
const NUMBERS = Array.from({ length: 12 }, (_, at) => at + 1);
const UNKNOWN: PlaceSettings = { number: null, desk: null };
const AT_FIRST: DeskPlace = { floor: 'same', way: null, near: null };

/** Where this device stands: its figure, and for a kiosk the way to the desk. What is chosen is kept at once. */
export function PlaceSection() {
  const { say } = useAdmin();
  const [place, setPlace] = useState(UNKNOWN);
  const [said, setSaid] = useState<'kept' | 'failed'>();
  useEffect(() => {
    kiosk.invoke('place:read', {}).then(setPlace, () => setSaid('failed'));
  }, []);
  const keep = (wanted: PlaceSettings) => {
    const before = place;
    setPlace(wanted);
    kiosk.invoke('place:write', wanted).then(
      (kept) => {
        setSaid(kept ? 'kept' : 'failed');
        if (!kept) setPlace(before);
      },
      () => {
        setSaid('failed');
        setPlace(before);
      },
    );
  };
  const desk = place.desk ?? AT_FIRST;
  const at = (change: Partial<DeskPlace>) => keep({ ...place, desk: { ...desk, ...change } });
  return (
    <>
      <h1>{say('place.title')}</h1>
      <div className={styles.said} role="status" data-said={said ?? ''}>
        {said && <p>{say(`place.${said}`)}</p>}
      </div>
      <ChooseOne
        name={say('place.number')}
        note={say('place.numberNote')}
        chosen={place.number}
        choose={(number) => keep({ ...place, number })}
        choices={[
          { value: null, label: say('place.noNumber') },
          ...NUMBERS.map((value) => ({ value, label: String(value) })),
        ]}
      />
      {kiosk.about.profile === 'kiosk' && (
        <>
          <h2>{say('place.way')}</h2>
          <p>{say('place.wayNote')}</p>
          <ChooseOne
            name={say('place.floor')}
            chosen={desk.floor}
            choose={(floor) => at({ floor })}
            choices={DESK_FLOORS.map((value) => ({ value, label: say(`place.floors.${value}`) }))}
          />
          <ChooseOne
            name={say('place.direction')}
            chosen={desk.way}
            choose={(way) => at({ way })}
            choices={[
              { value: null, label: say('place.unsaid') },
              ...DESK_WAYS.map((value) => ({ value, label: say(`place.ways.${value}`) })),
            ]}
          />
          <ChooseOne
            name={say('place.near')}
            chosen={desk.near}
            choose={(near) => at({ near })}
            choices={[
              { value: null, label: say('place.unsaid') },
              ...DESK_NEARS.map((value) => ({ value, label: say(`place.nears.${value}`) })),
            ]}
          />
        </>
      )}
    </>
  );
}
