import { everyNth, ticksTo } from './scale.ts';

interface Props {
  /** In order of time; `at` in ms. */
  points: readonly { readonly at: number; readonly waiting: number }[];
  width: number;
  height: number;
  rem: number;
  number: (value: number) => string;
  clock: (at: number) => string;
}

const hourMs = 3_600_000;

/** How the line grew and shrank over a day. */
export function WaitingLine({ points, width, height, rem, number, clock }: Props) {
  const ticks = ticksTo(Math.max(0, ...points.map(({ waiting }) => waiting)));
  const most = ticks.at(-1) as number;
  const left = (number(most).length * 0.85 + 0.9) * rem;
  const foot = 2.6 * rem;
  const head = 0.8 * rem;
  const right = 2 * rem;
  const begin = points[0]?.at ?? 0;
  const end = Math.max(points.at(-1)?.at ?? 0, begin + 1);
  const x = (at: number) => left + ((at - begin) / (end - begin)) * (width - left - right);
  const y = (value: number) => head + (height - foot - head) * (1 - value / most);
  const path = points
    .map(({ at, waiting }, i) => `${i === 0 ? 'M' : 'L'}${x(at).toFixed(1)} ${y(waiting).toFixed(1)}`)
    .join('');
  const firstHour = Math.ceil(begin / hourMs) * hourMs;
  const hours = Array.from(
    { length: Math.max(0, Math.floor((end - firstHour) / hourMs) + 1) },
    (_, i) => firstHour + i * hourMs,
  );
  const nth = everyNth(hours.length, width - left - right, 5 * rem);
  return (
    <>
      {ticks.map((tick) => (
        <g key={tick}>
          <line data-part={tick === 0 ? 'base' : 'grid'} x1={left} x2={width} y1={y(tick)} y2={y(tick)} />
          <text x={left - 0.8 * rem} y={y(tick)} dy="0.35em" textAnchor="end">
            {number(tick)}
          </text>
        </g>
      ))}
      {points.length > 0 && (
        <>
          <path data-part="area" d={`${path}L${x(end).toFixed(1)} ${y(0)}L${left.toFixed(1)} ${y(0)}Z`} />
          <path data-part="line" d={path} />
        </>
      )}
      {hours
        .filter((_, i) => i % nth === 0)
        .map((at) => (
          <text key={at} x={x(at)} y={height - 0.5 * rem} textAnchor="middle">
            {clock(at)}
          </text>
        ))}
    </>
  );
}
