import { RotateCcw } from 'lucide-react';
import { useOfficeWords } from '../../i18n/office-letters.ts';
import { useDesk } from '../desk.ts';
import { Question } from '../parts/question.tsx';
import { useWork } from '../use-work.ts';

interface Props {
  id: string;
  revision: number;
  /** It came with the program: there is something to go back to. */
  comes: boolean;
  onDone: () => void;
  onClose: () => void;
}

/** Gives up the office's own copy of a letter. */
export function BackToShipped({ id, revision, comes, onDone, onClose }: Props) {
  const { words } = useOfficeWords();
  const { client, tell } = useDesk();
  const work = useWork('here');
  const said = words.editor;
  const give = () =>
    work.run(
      () => client.letterSettings.backToShipped({ id, revision }),
      () => {
        tell({ tone: 'good', text: comes ? said.shippedDone : said.dropDone });
        onDone();
      },
    );
  return (
    <Question
      title={comes ? said.shippedTitle : said.dropTitle}
      detail={comes ? said.shippedDetail : said.dropDetail}
      yes={comes ? said.shippedYes : said.dropYes}
      icon={<RotateCcw />}
      work={work}
      onYes={give}
      onBack={onClose}
    />
  );
}
