import type { Bridge } from '../core/contract/bridge.ts';

declare global {
  interface Window {
    /** Put there by the preload; the only way out of the page. */
    readonly balie: Bridge;
  }
}

/** The way to main. */
export const kiosk: Bridge = window.balie;
