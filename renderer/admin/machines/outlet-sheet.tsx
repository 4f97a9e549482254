import { useState } from 'react';
import type { KioskOutlet, Outlet, Paper } from '../../../contract/printing.ts';
import { useWords } from '../../i18n/staff.ts';
import { Dialog } from '../../staff/dialog.tsx';
import { useDesk } from '../desk.ts';
import { Chips, Press, TextField } from '../parts/controls.tsx';
import { Refused } from '../parts/refused.tsx';
import { PrinterBadge } from '../today/machines-card.tsx';
import { useWork } from '../use-work.ts';
import css from './machines.module.css';
import { choicesFor, outletFrom, spokenAddress } from './outlet-form.ts';

const papers = ['80', '58'] as const;

/** Where the slips of one kiosk come out, and on which paper. */
export function OutletSheet({ kiosk, onClose }: { kiosk: KioskOutlet; onClose: () => void }) {
  const { words } = useWords();
  const { client, tell } = useDesk();
  const work = useWork('here');
  const [kind, setKind] = useState<Outlet['kind']>(kiosk.outlet.kind);
  const [address, setAddress] = useState(() => spokenAddress(kiosk.outlet));
  const [paper, setPaper] = useState<Paper>(kiosk.paper);
  const said = words.admin.machines.outlet;
  const outlet = outletFrom(kind, address, kiosk.outlet);
  const ownPaper = kind === 'network' || kind === 'usb' || kind === 'machine';
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
  return (
    <Dialog title={said.title(kiosk.name)} detail={said.ask} onClose={onClose}>
      <Chips
        label={said.where}
        options={choicesFor(kiosk).map((key) => [key, said.kinds[key]])}
        chosen={[kind]}
        onToggle={setKind}
      />
      <p className={css.note}>{said.notes[kind]}</p>
      {kind === 'network' && (
        <TextField
          label={said.address}
          hint={said.addressHint}
          problem={outlet === null && address.trim() !== '' ? said.addressWrong : undefined}
          value={address}
          maxLength={270}
          onChange={setAddress}
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
