import { everyNth, ticksTo } from './scale.ts';

export interface Bar {
  readonly label: string;
  readonly values: readonly number[];
}

interface Props {
  bars: readonly Bar[];
  width: number;
  height: number;
  rem: number;
  /** Wide enough for the longest label, in rem. */
  labelRem: number;
  number: (value: number) => string;
}

const marks = ['first', 'second'] as const;

/** Upright bars over their labels, one or two side by side. */
export function Bars({ bars, width, height, rem, labelRem, number }: Props) {
  const ticks = ticksTo(Math.max(0, ...bars.flatMap(({ values }) => values)));
  const most = ticks.at(-1) as number;
  const left = (number(most).length * 0.85 + 0.9) * rem;
  const foot = 2.6 * rem;
  const head = 0.8 * rem;
  const inner = { width: width - left, height: height - foot - head };
  const y = (value: number) => head + inner.height * (1 - value / most);
  const slot = inner.width / Math.max(1, bars.length);
  const nth = everyNth(bars.length, inner.width, labelRem * rem);
  const parts = bars[0]?.values.length ?? 1;
  const breadth = Math.min((slot * 0.72) / parts, 3.2 * rem);
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
      {bars.map(({ label, values }, i) => {
        const middle = left + slot * (i + 0.5);
        return (
          <g key={label}>
            {values.map((value, part) => (
              <rect
                key={marks[part]}
                data-mark={marks[part]}
                x={middle + (part - parts / 2) * breadth + 0.5}
                y={y(value)}
                width={Math.max(1, breadth - 1)}
                height={inner.height + head - y(value)}
                rx={Math.min(3, breadth / 4)}
              />
            ))}
            {i % nth === 0 && (
              <text x={middle} y={height - 0.5 * rem} textAnchor="middle">
                {label}
              </text>
            )}
          </g>
        );
      })}
    </>
  );
}
