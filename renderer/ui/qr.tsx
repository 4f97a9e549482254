import { useMemo } from 'react';
import { encode } from 'uqr';

interface Props {
  text: string;
  label: string;
  className: string;
  /** How much of it may be hidden: L for a long text on a clean screen. */
  ecc?: 'L' | 'M';
}

/** A QR code as one path, with its quiet zone. */
export function Qr({ text, label, className, ecc = 'M' }: Props) {
  const { size, path } = useMemo(() => {
    const { data, size } = encode(text, { ecc, border: 3 });
    const path = data.flatMap((row, y) => row.flatMap((dark, x) => (dark ? [`M${x} ${y}h1v1h-1z`] : []))).join('');
    return { size, path };
  }, [text, ecc]);
  return (
    <svg
      className={className}
      viewBox={`0 0 ${size} ${size}`}
      role="img"
      aria-label={label}
      shapeRendering="crispEdges"
    >
      <rect width={size} height={size} fill="#fff" />
      <path d={path} fill="#000" />
    </svg>
  );
}
