import { useState } from 'react';
import type { KioskOutlet } from '../../../contract/printing.ts';
import { useWords } from '../../i18n/staff.ts';
import { Dialog } from '../../staff/dialog.tsx';
import { useDesk } from '../desk.ts';
import { Chips, Press, Switch } from '../parts/controls.tsx';
import { Refused } from '../parts/refused.tsx';
import { useWork } from '../use-work.ts';
import css from './machines.module.css';
import { sameProfile, widths } from './probe-answers.ts';

/** What a printer can do, by hand: for one that does not speak, or that speaks wrongly of itself. */
export function ProfileSheet({ kiosk, onClose }: { kiosk: KioskOutlet; onClose: () => void }) {
  const { words } = useWords();
  const { client, tell } = useDesk();
  const work = useWork('here');
  const [profile, setProfile] = useState(kiosk.profile);
  const said = words.admin.machines.profile;
  return (
    <Dialog title={said.title(kiosk.name)} detail={said.detail} onClose={onClose}>
      <Chips
        label={said.dots}
        options={widths.map((width) => [String(width), said.dotsOf(width)] as const)}
        chosen={[String(profile.dots)]}
        onToggle={(chosen) =>
          setProfile({ ...profile, dots: widths.find((width) => String(width) === chosen) ?? profile.dots })
        }
      />
      <Chips
        label={said.qr}
        options={(['native', 'raster'] as const).map((way) => [way, said.qrs[way]] as const)}
        chosen={[profile.qr]}
        onToggle={(qr) => setProfile({ ...profile, qr })}
      />
      <Switch
        label={said.cutter}
        hint={said.cutterNote}
        on={profile.cutter}
        onChange={(cutter) => setProfile({ ...profile, cutter })}
      />
      <Refused work={work} />
      <div className={css.answers}>
        <Press onPress={onClose}>{words.admin.cancel}</Press>
        <Press
          kind="action"
          disabled={work.busy || sameProfile(profile, kiosk.profile)}
          onPress={() =>
            work.run(
              () => client.printing.setProfile({ device: kiosk.device, profile }),
              () => {
                tell({ tone: 'good', text: said.saved(kiosk.name) });
                onClose();
              },
            )
          }
        >
          {words.admin.form.save}
        </Press>
      </div>
    </Dialog>
  );
}
