import type { SourceMedia } from '../core/domain/pack-source.ts';

/** Larger pictures than this many million dots are refused before they are unpacked: a small file can hold a huge one. */
export const MOST_MEGAPIXELS = 24;

export const TOO_MANY_DOTS = 'This picture has too many dots. Make it smaller.';
/** More is packed in it than its width and height tell. */
export const OVERFULL =
  'There is far more packed in this picture than it shows. Save it again as PNG or JPEG.';
export const DAMAGED = 'This picture is damaged and cannot be opened. Save it again as PNG or JPEG.';

export const INTERLACED =
  'This PNG is interlaced and has few colours, so it cannot be looked at to its end. Save it without interlacing.';

type Kind = NonNullable<SourceMedia['type']>;

const NAME_ADVICE: Readonly<Record<Kind, string>> = {
  'image/png': 'This is a PNG picture. Let its name end in ".png", in small letters.',
  'image/jpeg': 'This is a JPEG picture. Let its name end in ".jpg", in small letters.',
};

/** Judges a picture by its first bytes and its name, and then by `faultOf`, which is asked when these fit. */
export function judgeMedia(
  path: string,
  bytes: Uint8Array,
  faultOf: (type: Kind) => string | undefined,
): SourceMedia {
  const type = typeOf(bytes);
  const found = { path, bytes: bytes.length };
  if (type === undefined)
    return { ...found, fault: 'This is neither a PNG nor a JPEG picture. Save it again as PNG or JPEG.' };
  if (!hasName(path, type)) return { ...found, type, fault: NAME_ADVICE[type] };
  const fault = faultOf(type);
  return { ...found, type, ...(fault === undefined ? {} : { fault }) };
}

function typeOf(bytes: Uint8Array): Kind | undefined {
  const starts = (...values: number[]) => values.every((value, index) => bytes[index] === value);
  if (starts(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)) return 'image/png';
  return starts(0xff, 0xd8, 0xff) ? 'image/jpeg' : undefined;
}

function hasName(path: string, type: Kind): boolean {
  return type === 'image/png' ? path.endsWith('.png') : /\.jpe?g$/.test(path);
}
