import { X } from 'lucide-react';
import type { DeviceDefaults, LoungeFile, SlipOutlet } from '../../../contract/catalogue.ts';
import { useWords } from '../../i18n/staff.ts';
import { useDesk } from '../desk.ts';
import type { Path } from '../form/draft.ts';
import type { Form } from '../form/use-form.ts';
import { Chips, Press, Switch } from '../parts/controls.tsx';
import { Card, Columns, Stack } from '../parts/frame.tsx';
import { useList } from '../use-work.ts';
import css from './look.module.css';

const outlets = ['below', 'left', 'right', 'none'] as const satisfies SlipOutlet[];
const sizes = ['100', '125', '150'] as const;

/** How the kiosks stand before the next person, all of them or one by one. */
export function KioskTab({ form }: { form: Form<LoungeFile> }) {
  const { words } = useWords();
  const { client } = useDesk();
  const { value: devices } = useList(client.devices.list);
  const said = words.admin.look;
  const { slipOutlet, devices: defaults } = form.content;
  const kiosks = devices?.filter(({ kind }) => kind === 'kiosk') ?? [];
  return (
    <Stack>
      <Card title={said.outlet} detail={said.outletDetail}>
        <Chips
          label={said.outletWhere}
          options={outlets.map((outlet) => [outlet, said.outlets[outlet]])}
          chosen={[slipOutlet]}
          problem={form.problem(['slipOutlet'])}
          onToggle={(outlet) => form.set(['slipOutlet'], outlet)}
        />
      </Card>
      <Columns>
        <Card title={said.allKiosks} detail={said.allKiosksDetail}>
          <Defaults form={form} at={['devices', 'default']} value={defaults.default} />
        </Card>
        {kiosks.map(({ id, name }) => {
          const own = defaults.own[id];
          const at = ['devices', 'own', id];
          return (
            <Card
              key={id}
              title={name}
              detail={own === undefined ? said.likeAll : said.ownLook}
              tools={
                own === undefined ? undefined : (
                  <Press kind="bare" icon={<X />} label={said.dropOwn(name)} onPress={() => form.set(at, undefined)} />
                )
              }
            >
              {own === undefined ? (
                <span>
                  <Press onPress={() => form.set(at, defaults.default)}>{said.makeOwn}</Press>
                </span>
              ) : (
                <Defaults form={form} at={at} value={own} />
              )}
            </Card>
          );
        })}
      </Columns>
    </Stack>
  );
}

function Defaults({ form, at, value }: { form: Form<LoungeFile>; at: Path; value: DeviceDefaults }) {
  const { words } = useWords();
  const said = words.admin.look;
  return (
    <div className={css.defaults}>
      <Chips
        label={said.textSize}
        options={sizes.map((size) => [size, `${size} %`])}
        chosen={[String(value.text) as (typeof sizes)[number]]}
        onToggle={(size) => form.set([...at, 'text'], Number(size))}
      />
      <Switch
        label={said.contrast}
        hint={said.contrastHint}
        on={value.highContrast}
        onChange={(on) => form.set([...at, 'highContrast'], on)}
      />
      <Switch
        label={said.lowered}
        hint={said.loweredHint}
        on={value.lowered}
        onChange={(on) => form.set([...at, 'lowered'], on)}
      />
    </div>
  );
}
