import { type ReactNode, useEffect } from 'react';
import type { LetterSettingsSnapshot } from '../../../contract/letter-settings.ts';
import type { SettingsSnapshot } from '../../../contract/settings.ts';
import type { VillageFile } from '../../../contract/village.ts';
import { useOfficeWords } from '../../i18n/office-letters.ts';
import { useDesk } from '../desk.ts';
import { SaveBar } from '../form/save-bar.tsx';
import { PageFrame, Stack } from '../parts/frame.tsx';
import { useList } from '../use-work.ts';
import { Wrong } from './fold.tsx';
import css from './letters.module.css';
import { NumberCard } from './number-card.tsx';
import { KeepingCard, PlaceCard, TrustCard, WaysCard } from './office-cards.tsx';
import { OfficialsCard } from './officials-card.tsx';
import { PreviewPane, showWrong } from './preview-pane.tsx';
import { useLetterForm } from './use-letter-form.ts';

interface Props {
  frame: { title: string; detail: string; tabs: ReactNode };
  settings: SettingsSnapshot;
  snapshot: LetterSettingsSnapshot;
  last: string | undefined;
  onSaved: () => void;
  onUnsaved: (unsaved: boolean) => void;
}

/** The office that issues letters, and a letter of it as it will be printed. */
export function OfficeTab({ frame, settings, snapshot, last, onSaved, onUnsaved }: Props) {
  const { words } = useOfficeWords();
  const { at, client } = useDesk();
  const { value: villages } = useList(client.letterSettings.villages);
  const form = useLetterForm<VillageFile>({
    part: 'village',
    content: snapshot.village,
    revision: snapshot.revision,
    onSaved,
    onOvertaken: onSaved,
  });
  const { changed, content: village } = form;
  const said = words.office;
  const cards: Readonly<Record<string, string>> = {
    officials: said.officials,
    camat: said.camat,
    queueService: said.services,
    signerPin: said.services,
    lastDistrict: said.services,
    unitCode: said.numbering,
    numbering: said.numbering,
    retention: said.retention,
    trust: said.trust,
  };
  const cardOf = (at: string) => cards[/^\w*/.exec(at)?.[0] ?? ''] ?? said.place;
  useEffect(() => {
    onUnsaved(changed);
    return () => onUnsaved(false);
  }, [changed, onUnsaved]);
  return (
    <PageFrame {...frame} detail={last ?? words.history.never} foot={<SaveBar form={form} />}>
      <div className={css.editor}>
        <div className={css.form}>
          <Stack>
            <Wrong text={form.problem([])} />
            <PlaceCard form={form} village={village} villages={villages} />
            <OfficialsCard form={form} village={village} />
            <WaysCard form={form} village={village} services={settings.services.services} />
            <NumberCard form={form} village={village} today={at?.slice(0, 10) ?? ''} />
            <KeepingCard form={form} village={village} />
            <TrustCard form={form} village={village} />
          </Stack>
        </div>
        <PreviewPane form={form} papers wrongIn={cardOf(form.wrong?.at ?? '')} onShow={showWrong} />
      </div>
    </PageFrame>
  );
}
