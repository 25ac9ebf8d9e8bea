import { describe, expect, it } from 'vitest';
import { edgePath, routeEdge } from '../../maps/edge-route.ts';

const PORT = { x: 100, y: 10 };
const GOAL = { x: 500, y: 90 };
const LANE = [
  { x: 100, y: 0 },
  { x: 300, y: 40 },
  { x: 500, y: 40 },
];

describe('a way from an answer to its card', () => {
  it('bends once between neighbours: cards on either side are not in the way', () => {
    const columns = [
      { left: 0, right: 100 },
      { left: 500, right: 600 },
    ];
    expect(routeEdge(PORT, GOAL, [...LANE, { x: 700, y: 40 }], columns)).toEqual([PORT, GOAL]);
  });

  it('runs straight past a column, as high as the lane lies in its middle', () => {
    expect(routeEdge(PORT, GOAL, LANE, [{ left: 150, right: 250 }])).toEqual([
      PORT,
      { x: 150, y: 20 },
      { x: 250, y: 20 },
      GOAL,
    ]);
  });

  it('does not bend where the lane does not come', () => {
    expect(routeEdge(PORT, GOAL, LANE.slice(1), [{ left: 150, right: 250 }])).toEqual([PORT, GOAL]);
    expect(routeEdge(PORT, GOAL, [], [{ left: 150, right: 250 }])).toEqual([PORT, GOAL]);
  });

  it('takes the end of a lane that goes straight up there', () => {
    const up = [
      { x: 200, y: 5 },
      { x: 200, y: 30 },
    ];
    expect(routeEdge(PORT, GOAL, up, [{ left: 150, right: 250 }])[1]).toEqual({ x: 150, y: 30 });
  });
});

it('is drawn with a bend in a pair of points, and straight between pairs', () => {
  const points = [PORT, { x: 150, y: 20 }, { x: 250, y: 20 }, GOAL];
  expect(edgePath(points)).toBe('M100 10C125 10 125 20 150 20L250 20C375 20 375 90 500 90');
});
