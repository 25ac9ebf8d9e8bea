/** The sizes of text that can be chosen, in per cent of the usual size. WCAG 1.4.4 asks for up to 200. */
export const TEXT_SIZES = [100, 125, 150, 175, 200] as const;
export type TextSize = (typeof TEXT_SIZES)[number];

/** How a visitor wants to see and press the screens. It lives as long as the page of the visit. */
export type Display = {
  readonly text: TextSize;
  /** High contrast. */
  readonly contrast: boolean;
  /** Light letters on a dark ground. */
  readonly dark: boolean;
  /** Nothing moves. */
  readonly calm: boolean;
  /** On a tall screen, all that can be pressed stands below the middle. */
  readonly low: boolean;
  /** What can be pressed stands at the left where it would stand at the right. */
  readonly leftHand: boolean;
  /** Two keys are enough: the space bar goes to the next control, Enter presses it. */
  readonly twoKeys: boolean;
};

/** What can be switched on and off. */
export type DisplaySwitch = Exclude<keyof Display, 'text'>;

/** How every visit begins. */
export const USUAL_DISPLAY: Display = {
  text: 100,
  contrast: false,
  dark: false,
  calm: false,
  low: false,
  leftHand: false,
  twoKeys: false,
};

/** Is nothing chosen? */
export function isUsual(display: Display): boolean {
  return Object.entries(USUAL_DISPLAY).every(([name, usual]) => display[name as keyof Display] === usual);
}

/** The facts about a screen that decide what a choice does on it. */
export type Surroundings = {
  /** Taller than wide. Only there the middle of the screen can be too high to reach. */
  readonly tall: boolean;
  /** The system asks for more contrast (`prefers-contrast`, forced colours). */
  readonly contrast: boolean;
};

/** What moves when there is more than fits: a part of the screen, the whole page below its name, or its two halves. */
export type Scrolling = 'part' | 'page' | 'half';

/** Which parts of a screen may scroll. At most one level ever does, so that nobody is lost between two of them. */
export function scrollingOf({ text, low }: Display, { tall }: Surroundings): Scrolling {
  if (low && tall) return 'half';
  return text > 100 ? 'page' : 'part';
}

/**
 * What the style is told: the attributes of the root element, each with its value, or none where the screens are as
 * usual. `data-enlarged` is there above 100%, as `much` from 175%.
 */
export function attributesOf(
  display: Display,
  surroundings: Surroundings,
): Readonly<Record<string, string | undefined>> {
  const on = (there: boolean, value: string) => (there ? value : undefined);
  return {
    'data-text': on(display.text > 100, String(display.text)),
    'data-enlarged': on(display.text > 100, display.text >= 175 ? 'much' : 'some'),
    'data-contrast': on(display.contrast || surroundings.contrast, 'more'),
    'data-scheme': on(display.dark, 'dark'),
    'data-motion': on(display.calm, 'calm'),
    'data-controls': on(display.low && surroundings.tall, 'low'),
    'data-hand': on(display.leftHand, 'left'),
    'data-keys': on(display.twoKeys, 'two'),
  };
}
