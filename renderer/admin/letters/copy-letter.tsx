import { useState } from 'react';
import type { LetterFile } from '../../../contract/letters.ts';
import { useOfficeWords } from '../../i18n/office-letters.ts';
import { useWords } from '../../i18n/staff.ts';
import { Dialog } from '../../staff/dialog.tsx';
import { Press, TextField } from '../parts/controls.tsx';
import { copyOf } from './letter-draft.ts';
import css from './letters.module.css';

interface Props {
  file: LetterFile;
  /** Ids of all letters. */
  taken: readonly string[];
  onCopy: (copy: LetterFile) => void;
  onClose: () => void;
}

/** Asks what the new letter is called: its id, which stays, is made of the name. */
export function CopyLetter({ file, taken, onCopy, onClose }: Props) {
  const { words, pick } = useOfficeWords();
  const { words: staff } = useWords();
  const [name, setName] = useState({ id: '', en: '' });
  const said = words.editor;
  return (
    <Dialog title={said.copyTitle} detail={said.copyDetail(pick(file.name))} onClose={onClose}>
      <TextField
        label={said.copyName}
        value={name.id}
        maxLength={90}
        first
        onChange={(text) => setName({ ...name, id: text })}
      />
      <TextField
        label={staff.admin.form.inEnglish(said.copyName)}
        value={name.en}
        maxLength={90}
        onChange={(text) => setName({ ...name, en: text })}
      />
      <div className={css.answers}>
        <Press onPress={onClose}>{said.cancel}</Press>
        <Press
          kind="action"
          disabled={name.id.trim() === '' || name.en.trim() === ''}
          onPress={() => onCopy(copyOf(file, name, taken))}
        >
          {said.copyYes}
        </Press>
      </div>
    </Dialog>
  );
}
