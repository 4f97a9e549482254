import { Eye } from 'lucide-react';
import { useState } from 'react';
import type { RequestPage } from '../../../contract/documents.ts';
import { useLetterWords } from '../../i18n/desk-letters.ts';
import letters from './letters.module.css';
import type { Viewing } from './preview.tsx';
import css from './request.module.css';
import { stillOpen } from './steps.ts';

export interface ChosenSigner {
  /** Empty where nobody may sign. */
  readonly officialId: string;
  readonly choose: (id: string) => void;
  /** The next level signs too, where the letter leaves that to the case. */
  readonly knownBy: boolean;
  readonly askKnownBy: (asked: boolean) => void;
}

/** The usual signer until a clerk chooses another. */
export function useSigner({ signers, definition }: RequestPage): ChosenSigner {
  const [chosen, choose] = useState<string | null>(null);
  const [asked, askKnownBy] = useState(false);
  const officialId = signers.some(({ id }) => id === chosen) ? chosen : signers[0]?.id;
  return { officialId: officialId ?? '', choose, knownBy: asked && leftToCase(definition) !== null, askKnownBy };
}

interface Props {
  page: RequestPage;
  chosen: ChosenSigner;
  onPreview: (viewing: Viewing) => void;
}

/** Who may sign below "Mengetahui" when the resident needs it; null: nobody, or always. */
function leftToCase(definition: RequestPage['definition']): 'head' | 'camat' | null {
  if (definition.kind !== 'letter' || definition.signing.knownByAlways) return null;
  return definition.signing.knownBy;
}

/** Who signs, and with what power; only until the letter has its number. */
export function Signer({ page, chosen, onPreview }: Props) {
  const { words } = useLetterWords();
  const { decide } = words;
  const { signers, level, state } = page;
  if (!stillOpen(state)) return null;
  const next = leftToCase(page.definition);
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
      {next !== null && (
        <label className={letters.check}>
          <input
            type="checkbox"
            checked={chosen.knownBy}
            onChange={(event) => chosen.askKnownBy(event.target.checked)}
          />
          {decide.knownBy[next]}
        </label>
      )}
      <button
        type="button"
        className={css.plain}
        disabled={level !== 'applicant' && chosen.officialId === ''}
        onClick={() =>
          onPreview({ kind: 'preview', requestId: page.id, officialId: chosen.officialId, knownBy: chosen.knownBy })
        }
      >
        <Eye />
        {decide.preview}
      </button>
    </section>
  );
}
