import { ImageUp, Trash2 } from 'lucide-react';
import { useRef } from 'react';
import type { LoungeFile, UnitType } from '../../../contract/catalogue.ts';
import { useWords } from '../../i18n/staff.ts';
import { useDesk } from '../desk.ts';
import { BothFields } from '../form/both.tsx';
import type { Form } from '../form/use-form.ts';
import { Chips, Press } from '../parts/controls.tsx';
import { Card, Stack } from '../parts/frame.tsx';
import css from './look.module.css';
import { logoFrom } from './small-png.ts';

const types = ['desa', 'kelurahan', 'lounge'] as const satisfies UnitType[];

/** Who the lounge is. */
export function OfficeTab({ form }: { form: Form<LoungeFile> }) {
  const { words } = useWords();
  const said = words.admin.look;
  const { content } = form;
  return (
    <Stack>
      <Card>
        <TypeAndName form={form} />
        <BothFields form={form} at={['desk']} value={content.desk} label={said.desk} hint={said.deskHint} />
        <BothFields
          form={form}
          at={['complaints']}
          value={content.complaints}
          label={said.complaints}
          hint={said.complaintsHint}
        />
      </Card>
      <Card title={said.logo} detail={said.logoDetail}>
        <Logo form={form} />
      </Card>
    </Stack>
  );
}

/** Also the first step of the wizard. */
export function TypeAndName({ form }: { form: Form<LoungeFile> }) {
  const { words } = useWords();
  const said = words.admin.look;
  const { content } = form;
  return (
    <>
      <Chips
        label={said.type}
        options={types.map((type) => [type, said.types[type]])}
        chosen={[content.unitType]}
        problem={form.problem(['unitType'])}
        onToggle={(type) => form.set(['unitType'], type)}
      />
      <BothFields form={form} at={['name']} value={content.name} label={said.name} hint={said.nameHint} />
      <BothFields form={form} at={['place']} value={content.place} label={said.place} hint={said.placeHint} />
    </>
  );
}

function Logo({ form }: { form: Form<LoungeFile> }) {
  const { words } = useWords();
  const { tell } = useDesk();
  const picker = useRef<HTMLInputElement>(null);
  const said = words.admin.look;
  const { logo } = form.content;
  const take = (file: File | undefined) => {
    if (file === undefined) return;
    logoFrom(file).then(
      (png) => (png === null ? tell({ tone: 'problem', text: said.logoTooLarge }) : form.set(['logo'], png)),
      () => tell({ tone: 'problem', text: said.logoUnread }),
    );
  };
  return (
    <div className={css.logo}>
      <span className={css.frame}>
        {logo === undefined ? (
          <span className={css.none}>{said.noLogo}</span>
        ) : (
          <img className={css.picture} src={`data:image/png;base64,${logo}`} alt={said.logo} />
        )}
      </span>
      <div className={css.buttons}>
        <input
          ref={picker}
          className={css.hidden}
          type="file"
          tabIndex={-1}
          aria-label={said.chooseLogo}
          accept="image/png,image/jpeg,image/webp,image/svg+xml"
          onChange={(event) => {
            take(event.target.files?.[0]);
            event.target.value = '';
          }}
        />
        <Press icon={<ImageUp />} onPress={() => picker.current?.click()}>
          {said.chooseLogo}
        </Press>
        {logo !== undefined && (
          <Press icon={<Trash2 />} onPress={() => form.set(['logo'], undefined)}>
            {said.removeLogo}
          </Press>
        )}
        {form.problem(['logo']) !== undefined && <p className={css.problem}>{form.problem(['logo'])}</p>}
      </div>
    </div>
  );
}
