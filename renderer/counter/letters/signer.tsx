import { Eye } from 'lucide-react';
import { useState } from 'react';
import type { RequestPage } from '../../../contract/documents.ts';
import { useLetterWords } from '../../i18n/desk-letters.ts';
import type { Viewing } from './preview.tsx';
import css from './request.module.css';
import { stillOpen } from './steps.ts';

export interface ChosenSigner {
  /** Empty where nobody may sign. */
  readonly officialId: string;
  readonly choose: (id: string) => void;
}

/** The usual signer until a clerk chooses another. */
export function useSigner({ signers }: RequestPage): ChosenSigner {
  const [chosen, choose] = useState<string | null>(null);
  const officialId = signers.some(({ id }) => id === chosen) ? chosen : signers[0]?.id;
  return { officialId: officialId ?? '', choose };
}

interface Props {
  page: RequestPage;
  chosen: ChosenSigner;
  onPreview: (viewing: Viewing) => void;
}

/** Who signs, and with what power; only until the letter has its number. */
export function Signer({ page, chosen, onPreview }: Props) {
  const { words } = useLetterWords();
  const { decide } = words;
  const { signers, level, state } = page;
  if (!stillOpen(state)) return null;
  return (
    <section className={css.part}>
      {level === 'applicant' ? (
        <p>{decide.applicantSigns}</p>
      ) : signers.length === 0 ? (
        <p>{decide.noSigner}</p>
      ) : (
        <label className={css.field}>
          {decide.signer}
          <select value={chosen.officialId} onChange={(event) => chosen.choose(event.target.value)}>
            {signers.map(({ id, name, position, signsAs }) => (
              <option key={id} value={id}>
                {signsAs === 'own' ? `${name}, ${position}` : `${name}, ${position}, ${decide.mandates[signsAs]}`}
              </option>
            ))}
          </select>
        </label>
      )}
      <button
        type="button"
        className={css.plain}
        disabled={level !== 'applicant' && chosen.officialId === ''}
        onClick={() => onPreview({ kind: 'preview', requestId: page.id, officialId: chosen.officialId })}
      >
        <Eye />
        {decide.preview}
      </button>
    </section>
  );
}
