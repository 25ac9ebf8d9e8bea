import './style/fonts.ts';
import './style/tokens.css';
import './style/base.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app.tsx';
import { startWords } from './words/start-words.ts';

const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no element with the id "root".');
// A file or a piece of text that is dragged in would be opened in place of the app.
for (const event of ['dragover', 'drop', 'dragstart'] as const)
  document.addEventListener(event, (dragged) => dragged.preventDefault());
// The letters come with the page (index.html). Drawn without them, the first screen would be laid out and drawn twice.
const letters = [400, 600, 700].map((weight) =>
  document.fonts.load(`${weight} 1em "Atkinson Hyperlegible Next"`),
);
void Promise.allSettled(letters).then(() =>
  createRoot(root).render(
    <StrictMode>
      <App wordsIn={startWords()} />
    </StrictMode>,
  ),
);
