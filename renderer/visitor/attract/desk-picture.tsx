import styles from './desk-picture.module.css';

const BOOKS: readonly (readonly [x: number, y: number, width: number, height: number, colour: string])[] = [
  [96, 150, 26, 110, '#d3e5f7'],
  [126, 136, 30, 124, '#fbe3b4'],
  [160, 158, 22, 102, '#cfebea'],
  [186, 142, 34, 118, '#f9d8d0'],
  [224, 150, 24, 110, '#ddd9f3'],
  [252, 138, 28, 122, '#d5ead8'],
  [300, 168, 24, 92, '#fbdde9'],
  [328, 146, 32, 114, '#d3e5f7'],
  [630, 140, 30, 120, '#d5ead8'],
  [664, 152, 24, 108, '#fbe3b4'],
  [692, 138, 34, 122, '#ddd9f3'],
  [730, 156, 22, 104, '#f9d8d0'],
  [756, 144, 28, 116, '#cfebea'],
  [800, 150, 30, 110, '#fbdde9'],
  [834, 138, 26, 122, '#fbe3b4'],
  [112, 306, 30, 108, '#d5ead8'],
  [146, 318, 24, 96, '#fbdde9'],
  [174, 302, 32, 112, '#d3e5f7'],
  [730, 304, 28, 110, '#f9d8d0'],
  [762, 316, 24, 98, '#d3e5f7'],
  [790, 300, 34, 114, '#d5ead8'],
  [828, 312, 26, 102, '#ddd9f3'],
];

/** A warm wooden counter, a colleague, a visitor, two cups. Drawn here; no photograph, because nobody should be left out. */
export function DeskPicture({ label }: { readonly label: string }) {
  return (
    <svg viewBox="0 0 960 800" role="img" aria-label={label} preserveAspectRatio="xMidYMax slice">
      <circle cx="480" cy="470" r="400" className={styles.light} />
      <g className={styles.books}>
        {BOOKS.map(([x, y, width, height, colour]) => (
          <rect key={`${x}-${y}`} x={x} y={y} width={width} height={height} rx="5" fill={colour} />
        ))}
        {[
          [76, 260, 300],
          [612, 260, 272],
          [92, 414, 130],
          [712, 414, 160],
        ].map(([x, y, width]) => (
          <rect key={`${x}-${y}`} x={x} y={y} width={width} height="12" rx="6" fill="#c79a63" />
        ))}
      </g>
      <g>
        <path d="M480 0v72" stroke="#16302e" strokeWidth="5" />
        <path d="M410 132a70 62 0 0 1 140 0z" fill="#0c5a54" />
        <path d="M420 132h120l34 120H386z" className={styles.beam} />
        <circle cx="480" cy="136" r="15" fill="#f3a93c" />
      </g>
      <g>
        <path d="M508 640v-96c0-72 50-112 112-112s112 40 112 112v96z" fill="#0c5a54" />
        <path d="M586 436l34 46 34-46" fill="none" stroke="#e4f0ec" strokeWidth="12" strokeLinejoin="round" />
        <rect x="598" y="390" width="44" height="58" rx="20" fill="#b97a55" />
        <circle cx="620" cy="346" r="68" fill="#c98862" />
        <path
          d="M550 350c-8-66 30-100 72-100s82 36 70 104c-14-12-22-32-26-50-30 18-78 20-98 10-4 16-10 28-18 36z"
          fill="#3a2416"
        />
        <circle cx="598" cy="352" r="6" fill="#2a1a10" />
        <circle cx="644" cy="352" r="6" fill="#2a1a10" />
        <path
          d="M600 378c12 14 30 14 42 0"
          fill="none"
          stroke="#2a1a10"
          strokeWidth="6"
          strokeLinecap="round"
        />
        <path
          d="M546 560c-40 10-66 36-84 66"
          fill="none"
          stroke="#0c5a54"
          strokeWidth="44"
          strokeLinecap="round"
        />
        <circle cx="458" cy="634" r="25" fill="#c98862" />
      </g>
      <g className={styles.bubble}>
        <g transform="translate(36 -22) scale(0.88)">
          <path
            d="M716 214h132a36 36 0 0 1 36 36v52a36 36 0 0 1-36 36h-86l-44 40 6-42a36 36 0 0 1-44-34v-52a36 36 0 0 1 36-36z"
            fill="#fff"
            stroke="#dcd3c1"
            strokeWidth="3"
          />
          <path
            d="M782 314c-40-28-42-44-42-54a21 21 0 0 1 42-7 21 21 0 0 1 42 7c0 10-2 26-42 54z"
            fill="#c8452f"
          />
        </g>
      </g>
      <g>
        <path d="M150 800V640c0-84 46-132 116-132s116 48 116 132v160z" fill="#f3a93c" />
        <rect x="244" y="456" width="46" height="70" rx="22" fill="#e4b48e" />
        <circle cx="272" cy="412" r="66" fill="#eec09b" />
        <path
          d="M334 394c-2-62-40-88-82-82-48 6-66 58-50 116 8 26 26 36 38 40 0-30-6-44 0-62 30 4 74 0 94-12z"
          fill="#e9e3d8"
        />
        <circle cx="312" cy="412" r="6" fill="#2a1a10" />
        <path
          d="M298 440c10 8 22 8 30 2"
          fill="none"
          stroke="#2a1a10"
          strokeWidth="6"
          strokeLinecap="round"
        />
        <path
          d="M330 604c30 14 56 22 84 26"
          fill="none"
          stroke="#d98c20"
          strokeWidth="44"
          strokeLinecap="round"
        />
        <circle cx="420" cy="634" r="25" fill="#eec09b" />
      </g>
      <g>
        <path d="M384 652h576v148H384z" fill="#b9824c" />
        <path d="M384 708h576M384 756h576" stroke="#a06d3b" strokeWidth="4" />
        <rect x="356" y="632" width="604" height="36" rx="18" fill="#d7a56d" />
      </g>
      <g>
        <path d="M560 580h64v36a18 18 0 0 1-18 18h-28a18 18 0 0 1-18-18z" fill="#fff" />
        <path d="M624 590h10a14 14 0 0 1 0 28h-10" fill="none" stroke="#fff" strokeWidth="8" />
        <path
          className={styles.steam}
          d="M580 566c-8-14 8-20 0-36M602 566c-8-14 8-20 0-36"
          fill="none"
          stroke="#fff"
          strokeWidth="6"
          strokeLinecap="round"
        />
        <path d="M840 632h76l-10-70h-56z" fill="#c8452f" />
        <path
          d="M878 566c-6-60-46-60-62-58 6 28 22 52 62 58zM878 560c2-70 40-84 62-82 2 34-16 72-62 82z"
          fill="#1e7a4e"
        />
        <path d="M690 612h104v20H690z" fill="#d3e5f7" />
        <path d="M698 594h92v18h-92z" fill="#fbdde9" />
      </g>
    </svg>
  );
}
