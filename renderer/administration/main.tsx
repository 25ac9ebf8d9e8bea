import '../style/fonts.ts';
import '../style/tokens.css';
import './style/page.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { config } from 'zod';
import { Administration } from './administration.tsx';

// Schemas are read and not compiled: that would be code made of text, which the page may not run.
config({ jitless: true });

const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no element with the id "root".');
createRoot(root).render(
  <StrictMode>
    <Administration />
  </StrictMode>,
);
