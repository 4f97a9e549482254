import { Plus } from 'lucide-react';
import { useMemo } from 'react';
import { useOfficeWords } from '../../i18n/office-letters.ts';
import { Press } from '../parts/controls.tsx';
import { Stack } from '../parts/frame.tsx';
import { Fold, Tools, Wrong } from './fold.tsx';
import { newPaper } from './letter-draft.ts';
import type { WholeLetterView } from './letter-view.ts';
import css from './letters.module.css';
import { PaperFields } from './paper-fields.tsx';
import { textPlaces } from './text-places.ts';

/** What is printed: one sheet or several. */
export function TextTab(view: WholeLetterView) {
  const { words, pick } = useOfficeWords();
  const { form, letter, people } = view;
  const { papers } = letter;
  const said = words.text;
  const places = useMemo(
    () => textPlaces(letter, people, pick, { group: said.office, names: said.officeNames }),
    [letter, people, pick, said],
  );
  return (
    <Stack>
      <Wrong text={form.problem(['papers'])} />
      <div className={css.folds}>
        {papers.map((paper, index) => (
          <Fold
            key={paper.id}
            name={paper.title}
            note={paper.model}
            open={papers.length === 1}
            marked={form.marked(['papers', index])}
            tools={
              papers.length > 1 && (
                <Tools
                  name={paper.title}
                  index={index}
                  length={papers.length}
                  onMove={(by) => form.move(['papers'], index, by)}
                  onRemove={() => form.remove(['papers'], index)}
                />
              )
            }
          >
            <PaperFields {...view} paper={paper} index={index} places={places} />
          </Fold>
        ))}
      </div>
      {papers.length < 6 && (
        <span>
          <Press
            icon={<Plus />}
            onPress={() => form.add(['papers'], newPaper(said.freshPaper, said.freshText, papers))}
          >
            {said.addPaper}
          </Press>
        </span>
      )}
    </Stack>
  );
}
