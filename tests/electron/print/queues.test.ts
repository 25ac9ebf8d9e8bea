import { describe, expect, it } from 'vitest';
import { chooseQueue } from '../../../electron/print/choose-queue.ts';
import { readPrintServer } from '../../../electron/print/print-server.ts';
import { type Queue, queueOf } from '../../../electron/print/queues.ts';

const READY = {
  'printer-name': ['Hal'],
  'printer-state': [3],
  'printer-is-accepting-jobs': [true],
};
const size = (x: number, y: number) => ({
  'media-col-default': [
    '',
    'media-size',
    '',
    'x-dimension',
    x,
    'y-dimension',
    y,
    '',
    'media-top-margin',
    0,
    '',
  ],
});

describe('a queue', () => {
  it('is for the paper whose size it has by default', () => {
    expect(queueOf({ ...READY, ...size(20990, 29704) })).toEqual({ name: 'Hal', paper: 'a4', ready: true });
    expect(queueOf({ ...READY, ...size(7973, 29704) }).paper).toBe('receipt');
  });
  it('may say so by the name of the medium alone', () => {
    expect(queueOf({ ...READY, 'media-default': ['iso_a4_210x297mm'] }).paper).toBe('a4');
    expect(queueOf({ ...READY, 'media-default': ['custom_roll_3.15x11.7in'] }).paper).toBe('receipt');
    expect(queueOf({ ...READY, 'media-default': ['na_letter_8.5x11in'] }).paper).toBeUndefined();
    expect(queueOf(READY).paper).toBeUndefined();
  });
  it('is not ready when it is stopped or takes no jobs', () => {
    expect(queueOf({ ...READY, 'printer-state': [5] }).ready).toBe(false);
    expect(queueOf({ ...READY, 'printer-is-accepting-jobs': [false] }).ready).toBe(false);
    expect(queueOf({}).ready).toBe(false);
  });
});

describe('the queue for a paper', () => {
  const queues: Queue[] = [
    { name: 'Een', paper: 'a4', ready: false },
    { name: 'Twee', paper: 'a4', ready: true },
    { name: 'Vreemd', paper: undefined, ready: true },
  ];
  it('is the first that is ready', () => expect(chooseQueue(queues, 'a4', {})?.name).toBe('Twee'));
  it('is one that is not ready when there is no other', () =>
    expect(chooseQueue(queues.slice(0, 1), 'a4', {})?.name).toBe('Een'));
  it('is what the settings say', () => {
    expect(chooseQueue(queues, 'receipt', { receipt: 'Vreemd' })?.name).toBe('Vreemd');
    expect(chooseQueue(queues, 'a4', { a4: 'Een' })?.name).toBe('Een');
    expect(chooseQueue(queues, 'a4', { a4: 'Weg' })).toBeUndefined();
    expect(chooseQueue(queues, 'a4', { a4: null })).toBeUndefined();
  });
  it('is none where none fits', () => expect(chooseQueue(queues, 'receipt', {})).toBeUndefined());
});

it.each([
  ['/run/cups/cups.sock\n', { socketPath: '/run/cups/cups.sock' }],
  ['localhost:631', { host: 'localhost', port: 631 }],
  ['print.bieb.example', { host: 'print.bieb.example', port: 631 }],
  ['[::1]:8631', { host: '::1', port: 8631 }],
  ['', { host: 'localhost', port: 631 }],
])('reads where the print system listens from %j', (said, server) =>
  expect(readPrintServer(said)).toEqual(server),
);
