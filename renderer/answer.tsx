import { StrictMode } from 'react';
import { createRoot, hydrateRoot } from 'react-dom/client';
import { App } from './app.tsx';
import { startWords } from './words/start-words.ts';

/** Puts the app behind the screen that the page came with, or draws it where the page came with none. */
export function answer(root: HTMLElement): void {
  const app = (
    <StrictMode>
      <App wordsIn={startWords()} />
    </StrictMode>
  );
  if (root.hasChildNodes()) hydrateRoot(root, app);
  else createRoot(root).render(app);
}
