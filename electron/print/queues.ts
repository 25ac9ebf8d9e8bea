import { type Paper, paperOf } from '../../core/domain/paper.ts';
import { ask, IPP, type IppGroup, type PrintServer } from './ipp.ts';

/** A queue of the print system. */
export type Queue = {
  readonly name: string;
  /** By the size of the medium that it uses when nobody says anything; undefined for another size. */
  readonly paper: Paper | undefined;
  /** It takes jobs and prints them. */
  readonly ready: boolean;
};

const STOPPED = 5;
/** A dimension of a medium is given in hundredths of a millimetre (PWG 5100.7). */
const PER_MM = 100;

/** All queues, in the order of their names. Throws UnreachableError. */
export async function listQueues(server: PrintServer): Promise<Queue[]> {
  const wanted = [
    'printer-name',
    'printer-state',
    'printer-is-accepting-jobs',
    'media-col-default',
    'media-default',
  ];
  const { groups } = await ask(server, IPP.cupsGetPrinters, [['requested-attributes', 'keyword', wanted]]);
  return groups.map(queueOf).sort((one, other) => (one.name < other.name ? -1 : 1));
}

/** The queue as its attributes tell it. */
export function queueOf(attributes: IppGroup): Queue {
  const [width, height] = sizeOf(attributes);
  return {
    name: String(attributes['printer-name']?.[0] ?? ''),
    paper: paperOf(width, height),
    ready:
      attributes['printer-state']?.[0] !== STOPPED && attributes['printer-is-accepting-jobs']?.[0] === true,
  };
}

/** Width and height in millimetres; zero when the queue does not say. */
function sizeOf(attributes: IppGroup): [number, number] {
  // The collection comes as a flat list: names, each before its value.
  const flat = attributes['media-col-default'] ?? [];
  const after = (name: string) => Number(flat[flat.indexOf(name) + 1]) / PER_MM;
  if (flat.includes('x-dimension') && flat.includes('y-dimension'))
    return [after('x-dimension'), after('y-dimension')];
  // A self-describing name (PWG 5101.1): iso_a4_210x297mm.
  const named = /_([\d.]+)x([\d.]+)(mm|in)$/.exec(String(attributes['media-default']?.[0] ?? ''));
  const unit = named?.[3] === 'in' ? 25.4 : 1;
  return [Number(named?.[1] ?? 0) * unit, Number(named?.[2] ?? 0) * unit];
}
