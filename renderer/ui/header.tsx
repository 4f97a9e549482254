import { useState } from 'react';
import css from './header.module.css';
import { Sign } from './motif.tsx';

interface Props {
  /** A picture's address; null, or one that cannot be drawn, leaves the house's sign. */
  logo: string | null;
  name: string;
  place: string;
  time: string;
  date: string;
}

/** Where one is and what time it is. */
export function Header({ logo, name, place, time, date }: Props) {
  const [broken, setBroken] = useState<string | null>(null);
  return (
    <header className={css.header}>
      {logo === null || logo === broken ? (
        <Sign className={css.sign ?? ''} />
      ) : (
        <img className={css.logo} src={logo} alt="" onError={() => setBroken(logo)} />
      )}
      <div className={css.house}>
        <p className={css.name}>{name}</p>
        <p className={css.note}>{place}</p>
      </div>
      <div className={css.moment}>
        <p className={css.time}>{time}</p>
        <p className={css.note}>{date}</p>
      </div>
    </header>
  );
}
