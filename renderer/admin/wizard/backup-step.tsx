import { lazy, Suspense } from 'react';
import { useWords } from '../../i18n/staff.ts';
import { PageFrame, Waiting } from '../parts/frame.tsx';
import { StepFoot, type StepProps } from './step-foot.tsx';

const BackupCards = lazy(() => import('../backup/cards.tsx'));

/** The recovery key and the second copy, before anything is there that could be lost. */
export function BackupStep({ settings, onNext, back }: StepProps) {
  const { words } = useWords();
  const said = words.admin.wizard;
  return (
    <PageFrame
      title={said.steps.backup.title}
      detail={said.steps.backup.detail}
      foot={<StepFoot back={back} label={said.next} onNext={onNext} />}
    >
      <Suspense fallback={<Waiting />}>
        <BackupCards office={settings.lounge.name} />
      </Suspense>
    </PageFrame>
  );
}
