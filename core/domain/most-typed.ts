/** No field takes more than this many characters: a question is short, and what is long is pasted by mistake. */
export const MOST_TYPED = 200;
