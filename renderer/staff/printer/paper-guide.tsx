import { TriangleAlert } from 'lucide-react';
import { useState } from 'react';
import { useWords } from '../../i18n/staff.ts';
import { Dialog, Option, Options } from '../dialog.tsx';
import css from './guide.module.css';
import { ClosePicture, OpenPicture, PullPicture, RollPicture } from './guide-pictures.tsx';

interface Props {
  /** Without a blade the paper is torn. */
  cutter: boolean;
  /** A test slip could not be read. */
  reversed?: boolean;
  /** What follows when the cover is closed. */
  last: { label: string; onChoose: () => void };
  onClose: () => void;
}

/** How a roll is changed, a picture and a sentence at a time, for somebody who has never done it. */
export function PaperGuide({ cutter, reversed = false, last, onClose }: Props) {
  const { words } = useWords();
  const { guide } = words.printers;
  const [at, setAt] = useState(0);
  const steps = [
    [OpenPicture, guide.open],
    [RollPicture, guide.roll],
    [PullPicture, guide.pull],
    [ClosePicture, cutter ? guide.cut : guide.tear],
  ] as const;
  const [Picture, sentence] = steps[at] ?? steps[0];
  const onward = at < steps.length - 1;
  return (
    <Dialog title={guide.title} detail={guide.step(at + 1, steps.length)} onClose={onClose}>
      {reversed && (
        <p className={css.reversed} role="status">
          <TriangleAlert />
          {guide.reversed}
        </p>
      )}
      <Picture />
      <p className={css.sentence} aria-live="polite">
        {sentence}
      </p>
      <Options>
        <Option
          nth={1}
          label={onward ? words.common.next : last.label}
          onChoose={() => (onward ? setAt(at + 1) : last.onChoose())}
        />
        <Option nth={2} label={words.common.previous} disabled={at === 0} onChoose={() => setAt(at - 1)} />
      </Options>
    </Dialog>
  );
}
