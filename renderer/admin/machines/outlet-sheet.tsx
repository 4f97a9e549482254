import { ScanSearch, SlidersHorizontal } from 'lucide-react';
import { useState } from 'react';
import type { KioskOutlet, Outlet, Paper } from '../../../contract/printing.ts';
import { useWords } from '../../i18n/staff.ts';
import { Dialog } from '../../staff/dialog.tsx';
import { useDesk } from '../desk.ts';
import { Chips, Press, TextField } from '../parts/controls.tsx';
import { Refused } from '../parts/refused.tsx';
import { PrinterBadge } from '../today/printer-badge.tsx';
import { useWork } from '../use-work.ts';
import css from './machines.module.css';
import { choicesFor, isTyped, outletFrom, speeds, type Typed, typedOf } from './outlet-form.ts';
import { ProbeSheet } from './probe-sheet.tsx';
import { ProfileSheet } from './profile-sheet.tsx';

const papers = ['80', '58'] as const;
const spoolers = [
  ['windows', 'Windows'],
  ['cups', 'Linux (CUPS)'],
] as const;

/** Where the slips of one kiosk come out, and on which paper. */
export function OutletSheet({ kiosk, onClose }: { kiosk: KioskOutlet; onClose: () => void }) {
  const { words } = useWords();
  const { client, tell } = useDesk();
  const work = useWork('here');
  const [kind, setKind] = useState<Outlet['kind']>(kiosk.outlet.kind);
  const [typed, setTyped] = useState(() => typedOf(kiosk.outlet));
  const [paper, setPaper] = useState<Paper>(kiosk.paper);
  const [asked, setAsked] = useState<'probe' | 'profile' | null>(null);
  const said = words.admin.machines.outlet;
  const outlet = outletFrom(kind, typed, kiosk.outlet);
  const ownPaper = kind !== 'hub' && kind !== 'none';
  const choose = (next: Outlet['kind']) => {
    setKind(next);
    // What was typed for another kind is no address of this one.
    setTyped(typedOf(next === kiosk.outlet.kind ? kiosk.outlet : { kind: 'none' }));
  };
  const type = (more: Partial<Typed>) => setTyped({ ...typed, ...more });
  // A printer is asked where it is, not where it is about to be.
  const standing = ownPaper && JSON.stringify(outlet) === JSON.stringify(kiosk.outlet);
  const save = () => {
    if (outlet === null) return;
    work.run(
      () => client.printing.setOutlet({ device: kiosk.device, outlet, paper }),
      () => {
        tell({ tone: 'good', text: said.saved(kiosk.name) });
        onClose();
      },
    );
  };
  const back = () => setAsked(null);
  if (asked === 'probe') return <ProbeSheet kiosk={kiosk} onClose={back} />;
  if (asked === 'profile') return <ProfileSheet kiosk={kiosk} onClose={back} />;
  return (
    <Dialog key="outlet" title={said.title(kiosk.name)} detail={said.ask} onClose={onClose}>
      <Chips
        label={said.where}
        options={choicesFor(kiosk).map((key) => [key, said.kinds[key]])}
        chosen={[kind]}
        onToggle={choose}
      />
      <p className={css.note}>{said.notes[kind]}</p>
      {kind === 'system' && (
        <Chips
          label={said.spooler}
          options={spoolers}
          chosen={[typed.spooler]}
          onToggle={(spooler) => type({ spooler })}
        />
      )}
      {isTyped(kind) && (
        <TextField
          label={said.address[kind]}
          hint={said.addressHint[kind]}
          problem={outlet === null && typed.address.trim() !== '' ? said.addressWrong[kind] : undefined}
          value={typed.address}
          maxLength={270}
          onChange={(address) => type({ address })}
        />
      )}
      {kind === 'serial' && (
        <Chips
          label={said.speed}
          options={speeds.map((speed) => [speed, speed])}
          chosen={[typed.speed]}
          onToggle={(speed) => type({ speed })}
        />
      )}
      {ownPaper && (
        <Chips
          label={said.paper}
          options={papers.map((mm) => [mm, `${mm} mm`])}
          chosen={[paper === 58 ? '58' : '80']}
          onToggle={(mm) => setPaper(mm === '58' ? 58 : 80)}
        />
      )}
      {standing && (
        <div className={css.tools}>
          <Press icon={<ScanSearch />} onPress={() => setAsked('probe')}>
            {words.admin.machines.probe.act}
          </Press>
          <Press icon={<SlidersHorizontal />} onPress={() => setAsked('profile')}>
            {words.admin.machines.profile.act}
          </Press>
        </div>
      )}
      <Refused work={work} />
      <div className={css.spread}>
        <PrinterBadge condition={kiosk.condition} />
        <Press kind="action" disabled={outlet === null || work.busy} onPress={save}>
          {words.admin.form.save}
        </Press>
      </div>
    </Dialog>
  );
}
