import type { Language } from '../../core/domain/words.ts';
import type { SpokenPart } from './speak.ts';

/** What is read as one: a heading, a paragraph, a thing to choose. */
const READ_AS_ONE = 'h1, h2, h3, p, button, dt, dd, figcaption, [role=status]';
/** Keys to type with, and what only repeats words, are not read; nor is what stands closed. */
const NOT_READ = '[aria-hidden=true], [data-not-read], [hidden], dialog:not([open]), input';

/**
 * The parts of a screen, each in the language it is written in: the heading first, so that people hear where they are;
 * then what explains it and what can be chosen, in the order in which they stand there.
 */
export function screenParts(root: HTMLElement, language: Language): readonly SpokenPart[] {
  const parts: SpokenPart[] = [];
  const walk = (element: HTMLElement) => {
    if (element.matches(NOT_READ)) return;
    if (element.matches(READ_AS_ONE) || !element.firstElementChild || hasOwnText(element)) {
      const text = textOf(element);
      if (text !== '') parts.push({ text, language: languageOf(element) ?? language, shown: element });
      return;
    }
    for (const child of element.children) if (child instanceof HTMLElement) walk(child);
  };
  walk(root);
  const isHeading = ({ shown }: SpokenPart) => shown?.matches('h1') === true;
  return [...parts.filter(isHeading), ...parts.filter((part) => !isHeading(part))];
}

/** Words of its own, beside those of the elements in it: nobody would read them but with it, as those of a list item with a pictogram. */
function hasOwnText({ childNodes }: HTMLElement): boolean {
  return [...childNodes].some((node) => node instanceof Text && node.data.trim() !== '');
}

/** What is shown, with a rest where a line ends: a label and the line below it are not one sentence. */
function textOf(element: HTMLElement): string {
  // biome-ignore lint/performance/useDomNodeTextContent: what is hidden is not read, and lines end where they are seen to
  const shown = element.innerText.trim() || (element.getAttribute('aria-label') ?? '');
  return shown
    .split(/\n+/)
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((line) => (/[.!?؟:…]$/.test(line) ? line : `${line}.`))
    .join(' ');
}

/** Content that fell back on another language says so inside its element; the rest says it around it, if at all. */
function languageOf(element: HTMLElement): Language | undefined {
  return element.querySelector('[lang]')?.getAttribute('lang') ?? langAround(element);
}

function langAround(element: HTMLElement): string | undefined {
  const around = element.closest('[lang]');
  return around === document.documentElement ? undefined : (around?.getAttribute('lang') ?? undefined);
}
