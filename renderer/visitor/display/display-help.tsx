import '../../style/themes.css';
import { Accessibility, CircleCheck, Contrast, Hand, Keyboard, Moon, RotateCcw, Waves, Wrench } from 'lucide';
import type { Display, DisplaySwitch } from '../../../core/domain/display.ts';
import { isUsual, TEXT_SIZES, USUAL_DISPLAY } from '../../../core/domain/display.ts';
import type { Language } from '../../../core/domain/words.ts';
import { useWords } from '../../hooks/use-words.ts';
import { kiosk } from '../../kiosk.ts';
import { Button } from '../../ui/button.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { Toggle } from '../../ui/toggle.tsx';
import { IdleWarning } from '../idle-warning.tsx';
import styles from './display-help.module.css';
import { useTwoKeys } from './use-two-keys.ts';

const SWITCHES = [
  ['contrast', Contrast],
  ['dark', Moon],
  ['calm', Waves],
  ['leftHand', Hand],
  ['low', Accessibility],
  ['twoKeys', Keyboard],
] as const satisfies readonly (readonly [DisplaySwitch, unknown])[];

type Props = {
  readonly display: Display;
  readonly change: (display: Display) => void;
  readonly open: boolean;
  readonly close: () => void;
  /**
   * On the first screen, before a visit begins: the language there, and the way to the admin's door. Nothing else warns there before
   * what was chosen is forgotten.
   */
  readonly first?: { readonly language: Language; readonly openAdmin: () => void } | undefined;
};

/** Forgets what was chosen, at once. */
const stop = () => void kiosk.invoke('session:end', {}).catch(() => undefined); // A refusal is main's to log.

/** The display help: how large, in which colours, where to press. What is chosen shows at once on the screen behind it. */
export function DisplayHelp({ display, change, open, close, first }: Props) {
  const say = useWords();
  useTwoKeys(display, change);
  if (!open) return null;
  return (
    <>
      <Sheet
        title={say('display.title')}
        closeLabel={say('display.close')}
        close={close}
        place="beside"
        foot={
          <div className={styles.actions}>
            <Button
              icon={RotateCcw}
              label={say('display.reset')}
              done={isUsual(display)}
              onPress={() => change(USUAL_DISPLAY)}
            />
            <Button look="strong" icon={CircleCheck} label={say('display.done')} onPress={close} />
          </div>
        }
      >
        {/* biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be laid out as a grid in the kiosk's oldest browser */}
        <div role="group" aria-labelledby="display-text" data-item>
          <h3 id="display-text" className={styles.ask}>
            {say('display.text')}
          </h3>
          <div className={styles.sizes}>
            {TEXT_SIZES.map((size) => (
              <button
                key={size}
                type="button"
                className={styles.size}
                aria-pressed={display.text === size}
                onClick={() => change({ ...display, text: size })}
              >
                <span className={styles.letter} data-letter={size} aria-hidden="true">
                  A
                </span>
                {say('display.percent', { size })}
              </button>
            ))}
          </div>
        </div>
        <ul className={styles.switches}>
          {SWITCHES.map(([name, icon]) => (
            <li key={name} className={styles[name]} data-item>
              <Toggle
                icon={icon}
                label={say(`display.${name}`)}
                note={say(`display.${name}Note`)}
                on={display[name]}
                flip={() => change({ ...display, [name]: !display[name] })}
              />
            </li>
          ))}
        </ul>
        <p className={styles.temporary} data-item>
          {say('display.temporary')}
        </p>
        {first && (
          <div className={styles.admin}>
            <Button look="quiet" icon={Wrench} label={say('display.admin')} onPress={first.openAdmin} />
          </div>
        )}
      </Sheet>
      {first && <IdleWarning language={first.language} stop={stop} />}
    </>
  );
}
