import type { Kiosk } from '../journeys/launch-kiosk.ts';

type Point = { readonly x: number; readonly y: number };

/** Touches the screen as a real hand would: Chromium itself sees the press, with all that a press allows. */
export async function press(
  kiosk: Kiosk,
  { x, y }: Point,
  button: 'left' | 'right' | 'middle' = 'left',
  times = 1,
): Promise<void> {
  await send(kiosk, [
    { type: 'mouseMove', x, y },
    ...Array.from({ length: times }, (_, index) => [
      { type: 'mouseDown' as const, x, y, button, clickCount: index + 1 },
      { type: 'mouseUp' as const, x, y, button, clickCount: index + 1 },
    ]).flat(),
  ]);
}

/** Moves over the screen with the button held down. */
export async function drag(kiosk: Kiosk, from: Point, to: Point): Promise<void> {
  const steps = Array.from({ length: 8 }, (_, step) => ({
    type: 'mouseMove' as const,
    button: 'left' as const,
    modifiers: ['leftbuttondown' as const],
    x: Math.round(from.x + ((to.x - from.x) * (step + 1)) / 8),
    y: Math.round(from.y + ((to.y - from.y) * (step + 1)) / 8),
  }));
  await send(kiosk, [
    { type: 'mouseMove', ...from },
    { type: 'mouseDown', ...from, button: 'left', clickCount: 1 },
    ...steps,
    { type: 'mouseUp', ...to, button: 'left', clickCount: 1 },
  ]);
}

/** Strikes a key, such as 'F11' or 'I' with ['control', 'shift']. */
export async function strike(
  kiosk: Kiosk,
  keyCode: string,
  modifiers: readonly Modifier[] = [],
): Promise<void> {
  const character = keyCode.length === 1 && modifiers.every((each) => each === 'shift');
  await send(kiosk, [
    { type: 'keyDown', keyCode, modifiers: [...modifiers] },
    ...(character ? [{ type: 'char' as const, keyCode, modifiers: [...modifiers] }] : []),
    { type: 'keyUp', keyCode, modifiers: [...modifiers] },
  ]);
}

export type Modifier = 'control' | 'shift' | 'alt' | 'meta';

type InputEvent = Electron.MouseInputEvent | Electron.MouseWheelInputEvent | Electron.KeyboardInputEvent;

/** Hands events to the one page there is, in order. */
export async function send(kiosk: Kiosk, events: readonly InputEvent[]): Promise<void> {
  await kiosk.app.evaluate(({ BrowserWindow }, given) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents;
    contents?.focus();
    for (const event of given) contents?.sendInputEvent(event);
  }, events);
}
