interface Props {
  weekdays: readonly string[];
  hours: readonly string[];
  /** By weekday, then hour. */
  values: readonly (readonly number[])[];
  width: number;
  height: number;
  rem: number;
  average: (value: number) => string;
}

/** How full the busiest cell is: more, and its figure could not be read (4.5:1). */
const fullest = 0.7;
const faintest = 0.05;

/** Which hours of which weekdays are busy: the fuller the colour, the more come. Each cell says its figure. */
export function Heat({ weekdays, hours, values, width, height, rem, average }: Props) {
  const most = Math.max(1e-9, ...values.flat());
  const left = 5 * rem;
  const head = 2.6 * rem;
  const cell = {
    width: (width - left) / Math.max(1, hours.length),
    height: (height - head) / Math.max(1, weekdays.length),
  };
  return (
    <>
      {hours.map((hour, column) => (
        <text key={hour} x={left + cell.width * (column + 0.5)} y={1.5 * rem} textAnchor="middle">
          {hour}
        </text>
      ))}
      {weekdays.map((weekday, row) => (
        <g key={weekday}>
          <text x={0} y={head + cell.height * (row + 0.5)} dy="0.35em">
            {weekday}
          </text>
          {hours.map((hour, column) => {
            const value = values[row]?.[column] ?? 0;
            const opacity = faintest + (fullest - faintest) * (value / most);
            return (
              <g key={hour}>
                <rect
                  x={left + cell.width * column + 1}
                  y={head + cell.height * row + 1}
                  width={Math.max(1, cell.width - 2)}
                  height={Math.max(1, cell.height - 2)}
                  rx={4}
                  data-mark="first"
                  fillOpacity={opacity.toFixed(3)}
                />
                {value > 0 && (
                  <text
                    data-part="value"
                    x={left + cell.width * (column + 0.5)}
                    y={head + cell.height * (row + 0.5)}
                    dy="0.35em"
                    textAnchor="middle"
                  >
                    {average(value)}
                  </text>
                )}
              </g>
            );
          })}
        </g>
      ))}
    </>
  );
}
