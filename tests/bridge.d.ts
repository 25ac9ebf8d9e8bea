// Tests that run code in the page see what the preload puts there.
export type {} from '../renderer/kiosk.ts';
