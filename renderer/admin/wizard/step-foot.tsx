import type { SettingsSnapshot } from '../../../contract/settings.ts';
import { Press } from '../parts/controls.tsx';
import css from './wizard.module.css';

export interface StepProps {
  settings: SettingsSnapshot;
  onNext: () => void;
  back: { label: string; onPress: () => void } | null;
}

/** The way on of a step that has nothing to save. */
export function StepFoot({ back, label, onNext }: { back: StepProps['back']; label: string; onNext: () => void }) {
  return (
    <div className={css.foot}>
      {back !== null && <Press onPress={back.onPress}>{back.label}</Press>}
      <Press kind="action" onPress={onNext}>
        {label}
      </Press>
    </div>
  );
}
