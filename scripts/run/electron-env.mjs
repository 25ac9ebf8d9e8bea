// What a driver of the real app (journeys, tour, measurements) must know: which Electron, which screen.
import { electronPath } from '../setup/electron.mjs';

/** @param {string} root @param {NodeJS.ProcessEnv} env @returns {NodeJS.ProcessEnv} */
export function driverEnv(root, env) {
  // Read by the electron package itself, and so by Playwright.
  return { ...env, ELECTRON_OVERRIDE_DIST_PATH: electronPath(root).dist };
}
