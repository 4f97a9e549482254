/** Gajah oling: the curled trunk of Banyuwangi batik with its leaves, as one drawing of ours. */

const trunk =
  'M352 60C250 8 112 46 74 160c-34 104 34 206 136 206 86 0 144-66 134-140-9-66-70-104-126-84-48 17-66 72-38 106 22 27 66 24 78-8 8-22-8-44-29-40';
const leaves = [
  'M74 160c-34-18-52-50-46-92 34 14 52 48 46 92z',
  'M112 322c-34 14-70 4-94-30 34-16 72-4 94 30z',
  'M210 366c-4 34-30 60-70 66 2-36 30-62 70-66z',
  'M318 312c32-8 66 8 82 44-36 8-68-8-82-44z',
  'M344 226c16-30 48-44 86-34-12 34-46 48-86 34z',
  'M210 34c2-34 24-62 62-72 4 36-20 64-62 72z',
];

export function Motif({ className }: { className: string }) {
  return (
    <svg className={className} viewBox="0 -44 440 484" fill="none" aria-hidden="true">
      <path d={trunk} stroke="currentColor" strokeWidth="22" strokeLinecap="round" />
      {leaves.map((leaf) => (
        <path key={leaf} d={leaf} fill="currentColor" />
      ))}
    </svg>
  );
}

/** The house's sign in the header. */
export function Sign({ className }: { className: string }) {
  return (
    <svg className={className} viewBox="0 0 92 92" aria-hidden="true">
      <defs>
        <linearGradient id="sunrise" x1="0.2" y1="0" x2="0.5" y2="1">
          <stop stopColor="#E4570F" />
          <stop offset="0.5" stopColor="#CF3460" />
          <stop offset="1" stopColor="#4F2278" />
        </linearGradient>
      </defs>
      <rect width="92" height="92" rx="24" fill="url(#sunrise)" />
      <g transform="translate(16 19.5) scale(.136)" fill="none" stroke="#fff">
        <path d={trunk} strokeWidth="38" strokeLinecap="round" />
        {leaves.map((leaf) => (
          <path key={leaf} d={leaf} fill="#fff" stroke="none" />
        ))}
      </g>
    </svg>
  );
}
