import type { HomePage } from '../../../core/contract/pages.ts';
import { languageName } from '../../../core/domain/language-name.ts';
import { type Language, pick } from '../../../core/domain/words.ts';
import type { Say } from '../../words/start-words.ts';
import type { Choice } from './filters.ts';

/** How a choice is called on its button, in the visitor's language; a topic as the home screen calls it. */
export function filterLabel({ key, value }: Choice, say: Say, home: HomePage, language: Language): string {
  switch (key) {
    case 'category':
      // Its name is a word between authors; the visitor knows it as what the questions led to.
      return say('directory.fitting');
    case 'openNow':
      return say('directory.open');
    case 'free':
      return say('directory.free');
    case 'wheelchair':
      return say('directory.wheelchair');
    case 'language':
      return languageName(String(value), language);
    case 'neighbourhood':
      return String(value);
    case 'topic': {
      const topic = home.topics.find(({ topic: { id } }) => id === value);
      return pick(topic?.words ?? {}, language)?.value.name ?? String(value);
    }
  }
}
