// `npm start`: from a bare checkout to the running app. The second time it only starts the app.
import { accessSync, constants } from 'node:fs';
import { join } from 'node:path';
import { launchApp, runningAlready } from './run/launch.mjs';
import { startOwnServer } from './run/own-server.mjs';
import { runsAlready } from './run/running-already.mjs';
import { startXvfb } from './run/xvfb.mjs';
import { stopAll } from './setup/children.mjs';
import { dataFolder, projectRoot } from './setup/places.mjs';
import { runCommand, say } from './setup/say.mjs';
import { fillStore } from './setup/store.mjs';
import { hasDisplay, setUp } from './setup.mjs';

const kioskScreen = '1080x1920';

async function start() {
  await setUp();
  const data = dataFolder(projectRoot);
  // Before anything is started beside it: a second server would take the kiosk away from the first.
  if (await runsAlready(data)) throw runningAlready(data);
  /** @type {NodeJS.ProcessEnv} */
  const env = { ...process.env, BALIE_DATA_DIR: data };
  const more = process.argv.slice(2);
  const prepare = () => Promise.all([fillStore(projectRoot, data), startOwnServer(projectRoot, data)]);
  if (hasDisplay()) {
    await prepare();
    return launchThenStop(env, more);
  }
  // The screen takes a quarter of a second to come up: time enough to look after the content.
  const [screen] = await Promise.all([startXvfb(kioskScreen), prepare()]);
  const pictures = process.env['BALIE_SCREENSHOT_DIR'] || join(placeForPictures(data), 'screenshots');
  say(
    `There is no screen here (DISPLAY is not set): Balie runs on a virtual one of ${kioskScreen}, display ${screen.display}.`,
  );
  say(`A picture of each screen it shows is written to ${pictures}.`);
  try {
    const onScreen = { ...env, DISPLAY: screen.display, BALIE_SCREENSHOT_DIR: pictures };
    return await launchThenStop(onScreen, more);
  } finally {
    await screen.stop();
  }
}

/** The server beside the app ends with it. @param {NodeJS.ProcessEnv} env @param {string[]} more */
async function launchThenStop(env, more) {
  try {
    return await launchApp(projectRoot, env, more);
  } finally {
    await stopAll();
  }
}

/** The project, or the data folder where the project belongs to somebody else. @param {string} data */
function placeForPictures(data) {
  try {
    accessSync(projectRoot, constants.W_OK);
    return projectRoot;
  } catch {
    return data;
  }
}

await runCommand(start);
