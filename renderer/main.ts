import './style/fonts.ts';
import './style/tokens.css';
import './style/base.css';
import { keepEarlyPress } from './early-press.ts';
import { firstPaint } from './first-paint.ts';
import { kiosk } from './kiosk.ts';
import { tidyAtRest } from './tidy-at-rest.ts';

const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no element with the id "root".');
// A file or a piece of text that is dragged in would be opened in place of the app.
for (const event of ['dragover', 'drop', 'dragstart'] as const)
  document.addEventListener(event, (dragged) => dragged.preventDefault());
const handOver = keepEarlyPress();
// The page comes with the first screen of a kiosk in one language (decision 5). Elsewhere it begins empty.
if (kiosk.about.language !== document.documentElement.lang || kiosk.about.profile === 'desk')
  root.replaceChildren();
const drawn = root.hasChildNodes() ? firstPaint : Promise.resolve();
void drawn
  .then(() => import('./answer.tsx'))
  .then(({ answer }) => {
    answer(root);
    handOver();
    tidyAtRest();
  });
