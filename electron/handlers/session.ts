import type { Handlers } from '../../core/contract/ipc.ts';

type SessionHandlers = Pick<
  Handlers,
  'session:activity' | 'session:helped' | 'session:end' | 'session:visitor-gone' | 'screen:shown'
>;

/** What a page may do to its own visit: keep it alive, end it, and say that it can be seen. */
export function sessionHandlers(visit: {
  touch: () => void;
  help: () => void;
  end: () => void;
  visitorGone: () => void;
  shown: (screen: string) => void;
}): SessionHandlers {
  return {
    'session:activity': () => {
      visit.touch();
      return null;
    },
    'session:helped': () => {
      visit.help();
      return null;
    },
    'session:end': () => {
      // The answer goes out before its page does.
      setImmediate(visit.end);
      return null;
    },
    'session:visitor-gone': () => {
      visit.visitorGone();
      return null;
    },
    'screen:shown': ({ screen }) => {
      visit.shown(screen);
      return null;
    },
  };
}
