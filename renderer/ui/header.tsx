import css from './header.module.css';
import { Sign } from './motif.tsx';

interface Props {
  name: string;
  place: string;
  time: string;
  date: string;
}

/** Where one is and what time it is. */
export function Header({ name, place, time, date }: Props) {
  return (
    <header className={css.header}>
      <Sign className={css.sign ?? ''} />
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
