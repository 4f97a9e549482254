import { useRef, useState } from 'react';
import type { VillagesFile } from '../../../contract/village.ts';
import { useOfficeWords } from '../../i18n/office-letters.ts';
import type { Form } from '../form/use-form.ts';
import { TextField } from '../parts/controls.tsx';
import { Empty } from '../parts/frame.tsx';
import { foundVillages, type ListedVillage } from './found-villages.ts';
import css from './letters.module.css';

/** Of what is found; a district's name narrows down the rest. */
const shownAtMost = 6;

/** The village out of those of the regency: whatever is known of it is filled in below, and can still be changed. */
export function VillageChoice({ form, list }: { form: Form<unknown>; list: VillagesFile | undefined }) {
  const { words } = useOfficeWords();
  const [typed, setTyped] = useState('');
  const box = useRef<HTMLDivElement>(null);
  const said = words.office;
  if (list?.villages.length === 0) return null;
  const found = foundVillages(list?.villages ?? [], typed);
  const choose = ({ code, name, district, postcode }: ListedVillage) => {
    const { regency = '', province = '' } = list ?? {};
    // A postcode that nobody knows is asked for, rather than that of another village kept.
    const known = { code, name, district, regency, province, postcode: postcode ?? '' };
    for (const [field, value] of Object.entries(known)) form.set([field], value);
    setTyped('');
    box.current?.querySelector('input')?.focus();
  };
  return (
    <div ref={box} className={css.choice}>
      <TextField type="search" label={said.choose} hint={said.chooseHint} value={typed} onChange={setTyped} />
      {found.length > 0 && (
        <ul className={css.found}>
          {found.slice(0, shownAtMost).map((village) => (
            <li key={village.code}>
              <button type="button" className={css.foundOne} onClick={() => choose(village)}>
                <strong>{`${said.villageKinds[village.kind]} ${village.name}`}</strong>
                <span>{said.villageNote(village.district, village.code)}</span>
              </button>
            </li>
          ))}
        </ul>
      )}
      {found.length > shownAtMost && <Empty>{said.chooseMore(found.length - shownAtMost)}</Empty>}
      {list !== undefined && typed.trim() !== '' && found.length === 0 && <Empty>{said.chooseNone}</Empty>}
    </div>
  );
}
