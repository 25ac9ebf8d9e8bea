import { type RefObject, useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react';
import {
  type Box,
  firstOf,
  type MapView,
  moved,
  reading,
  type Size,
  type Spot,
  showing,
  wholeOf,
  zoomed,
} from './map-view.ts';

/** Further than a finger that only taps. */
const DRAG_PX = 8;
const STEP = 1.35;
const ARROWS: Readonly<Record<string, Spot>> = {
  ArrowLeft: { x: 120, y: 0 },
  ArrowRight: { x: -120, y: 0 },
  ArrowUp: { x: 0, y: 120 },
  ArrowDown: { x: 0, y: -120 },
};

/** A map under the glass, and the ways to move it. */
export type PanZoom = {
  readonly glass: RefObject<HTMLElement | null>;
  readonly view: MapView;
  readonly size: Size;
  /** A step larger (1) or smaller (-1), around the middle. */
  readonly step: (direction: 1 | -1) => void;
  readonly fitAll: () => void;
  /** Brings a box of the map into sight. */
  readonly show: (box: Box) => void;
  /** The same, large enough to read. */
  readonly read: (box: Box) => void;
};

/** Moves a map by finger, mouse, wheel, two fingers and keys. A tap stays a tap: nothing is caught before it is a drag. */
export function usePanZoom(map: Size, start: Box): PanZoom {
  const glass = useRef<HTMLElement>(null);
  const [size, setSize] = useState<Size>({ width: 0, height: 0 });
  const [view, setView] = useState<MapView>({ x: 0, y: 0, scale: 1 });
  /** Until somebody moves it, it fits the glass, however large that becomes. */
  const touched = useRef(false);
  const change = useCallback((how: (before: MapView) => MapView) => {
    touched.current = true;
    setView(how);
  }, []);

  useLayoutEffect(() => {
    const element = glass.current;
    if (element === null) return;
    const observer = new ResizeObserver(() => {
      setSize({ width: element.clientWidth, height: element.clientHeight });
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  useLayoutEffect(() => {
    if (size.width > 0 && !touched.current) setView(firstOf(map, start, size));
  }, [map, start, size]);

  useEffect(() => {
    const element = glass.current;
    if (element === null) return;
    const fingers = new Map<number, Spot>();
    let dragging = false;
    const spotOf = ({ clientX, clientY }: MouseEvent): Spot => {
      const { left, top } = element.getBoundingClientRect();
      return { x: clientX - left, y: clientY - top };
    };
    const down = (event: PointerEvent) => {
      if (event.button !== 0) return;
      fingers.set(event.pointerId, spotOf(event));
      if (fingers.size === 1) dragging = false;
    };
    const drag = (event: PointerEvent) => {
      const before = fingers.get(event.pointerId);
      if (before === undefined) return;
      const now = spotOf(event);
      const other = [...fingers].find(([id]) => id !== event.pointerId)?.[1];
      if (!dragging && other === undefined && distance(before, now) < DRAG_PX) return;
      if (!dragging) {
        dragging = true;
        // From here on it is no press on what lies below.
        for (const id of fingers.keys()) element.setPointerCapture(id);
      }
      fingers.set(event.pointerId, now);
      if (other === undefined)
        return change((view) => moved(view, { x: now.x - before.x, y: now.y - before.y }));
      const [middle, was] = [between(now, other), between(before, other)];
      const factor = distance(now, other) / Math.max(1, distance(before, other));
      change((view) => zoomed(moved(view, { x: middle.x - was.x, y: middle.y - was.y }), factor, middle));
    };
    const up = (event: PointerEvent) => void fingers.delete(event.pointerId);
    const wheel = (event: WheelEvent) => {
      event.preventDefault();
      const at = spotOf(event);
      change((view) => zoomed(view, Math.exp(-event.deltaY / 400), at));
    };
    const key = (event: KeyboardEvent) => {
      const by = ARROWS[event.key];
      if (by === undefined) return;
      event.preventDefault();
      change((view) => moved(view, by));
    };
    element.addEventListener('pointerdown', down);
    element.addEventListener('pointermove', drag);
    element.addEventListener('pointerup', up);
    element.addEventListener('pointercancel', up);
    element.addEventListener('wheel', wheel, { passive: false });
    element.addEventListener('keydown', key);
    return () => {
      element.removeEventListener('pointerdown', down);
      element.removeEventListener('pointermove', drag);
      element.removeEventListener('pointerup', up);
      element.removeEventListener('pointercancel', up);
      element.removeEventListener('wheel', wheel);
      element.removeEventListener('keydown', key);
    };
  }, [change]);

  return {
    ...{ glass, view, size },
    step: (direction) =>
      change((before) => zoomed(before, STEP ** direction, { x: size.width / 2, y: size.height / 2 })),
    fitAll: () => change(() => wholeOf(map, size)),
    show: (box) => change((before) => showing(before, box, size)),
    read: (box) => change((before) => reading(before, box, size)),
  };
}

const distance = (one: Spot, other: Spot) => Math.hypot(one.x - other.x, one.y - other.y);
const between = (one: Spot, other: Spot): Spot => ({ x: (one.x + other.x) / 2, y: (one.y + other.y) / 2 });
