import '../style/fonts.ts';
import '../style/tokens.css';
import '../style/base.css';
import '../style/themes.css';
import { config } from 'zod';
import { readPlace } from './place/place.ts';
import { pathBehindPreview, versionBridge } from './preview/version-bridge.ts';

// Schemas are read and not compiled: that would be code made of text, which the page may not run.
config({ jitless: true });

const root = document.getElementById('root');
if (root === null) throw new Error('preview.html has no element with the id "root".');
const name = pathBehindPreview(readPlace(location)?.path ?? []);
// The screens of visitors ask what the preload of a kiosk put here. It must be there before they are loaded.
if (name !== undefined) Object.defineProperty(window, 'balie', { value: versionBridge(name) });
void import('./preview/preview-page.tsx').then(({ showPreview }) => showPreview(root, name));
