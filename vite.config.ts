// The screens. Everything the page loads is a file of its own next to index.html: no data: URLs and no
// inline script, so that the content security policy can forbid both.
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const chrome = 114; // the oldest Electron the screens must work in

export default defineConfig({
  root: 'renderer',
  base: './',
  plugins: [react()],
  css: {
    transformer: 'lightningcss',
    lightningcss: { targets: { chrome: chrome << 16 } },
  },
  build: {
    target: `chrome${chrome}`,
    cssMinify: 'lightningcss',
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
  },
});
