import { afterAll } from 'vitest';
import { startXvfb } from '../../scripts/run/xvfb.mjs';

/**
 * Gives each file of tests a screen, and so a clipboard and a keyboard, that no other file shares; the screen of whoever runs
 * the tests is left alone.
 */
const screen = await startXvfb('1080x1920');
process.env['DISPLAY'] = screen.display;
delete process.env['WAYLAND_DISPLAY'];
afterAll(() => screen.stop());
