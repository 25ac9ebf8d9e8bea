import type { Stay } from './staying.tsx';

/** What of a question stays for the next one. */
export function stayIn({ channel, language, place }: Stay): Stay {
  return { channel, language, place };
}

/** What a correction changed of it: the rest, such as the language of a flow that was walked, was never for the next one. */
export function changedStay(before: Stay, after: Stay): Partial<Stay> {
  return {
    ...(before.channel === after.channel ? {} : { channel: after.channel }),
    ...(before.language === after.language ? {} : { language: after.language }),
    ...(before.place === after.place ? {} : { place: after.place }),
  };
}
