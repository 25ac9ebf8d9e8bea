import type { Handlers } from '../../core/contract/ipc.ts';
import { articlePage, flowPage, homePage, topicPage } from '../../db/content/pages.ts';
import type { ContentHouse } from '../content/content-house.ts';

type ContentHandlers = Pick<Handlers, 'content:home' | 'content:topic' | 'content:flow' | 'content:article'>;

/** Answers what the screens ask of the content. With no store, there is nothing to show, and the screens say so. */
export function contentHandlers(house: ContentHouse): ContentHandlers {
  return {
    'content:home': () =>
      house.read(
        (db) => homePage(db, house.troubles()),
        () => homePage(undefined, house.troubles()),
      ),
    'content:topic': ({ topic }) => house.read((db) => topicPage(db, topic, house.today()), nothing),
    'content:flow': ({ flow }) => house.read((db) => flowPage(db, flow, house.today()), nothing),
    'content:article': ({ article }) => house.read((db) => articlePage(db, article, house.today()), nothing),
  };
}

const nothing = () => null;
