import type { DisplaySetting } from '../../../contract/devices.ts';
import { useWords } from '../../i18n/staff.ts';
import { useDesk } from '../desk.ts';
import { Chips, Switch } from '../parts/controls.tsx';
import { Volume } from '../parts/volume.tsx';
import { useList } from '../use-work.ts';

interface Props {
  value: DisplaySetting;
  /** Of the lounge, 0 to 1: what a display takes that has no volume of its own. */
  loungeVolume: number | undefined;
  onChange: (value: DisplaySetting) => void;
}

/** Where the lounge's is not known yet. */
const usualVolume = 0.9;

/** What one display shows and calls for, in which language, and how loud. */
export function DisplayFields({ value, loungeVolume, onChange }: Props) {
  const { words, language } = useWords();
  const { client } = useDesk();
  const { value: counters } = useList(client.counters.list);
  const said = words.admin.machines;
  const chosen = value.counters ?? [];
  return (
    <>
      <Switch
        label={said.allCounters}
        hint={said.allCountersNote}
        on={value.counters === null}
        onChange={(all) => onChange({ ...value, counters: all ? null : [] })}
      />
      {value.counters !== null && (
        <Chips
          label={said.whichCounters}
          options={counters?.map(({ id, name }) => [id, name[language]] as const) ?? []}
          chosen={chosen}
          problem={chosen.length === 0 ? said.noCounter : undefined}
          onToggle={(id) =>
            onChange({
              ...value,
              counters: chosen.includes(id) ? chosen.filter((one) => one !== id) : [...chosen, id],
            })
          }
        />
      )}
      <Chips
        label={said.language}
        options={(['id', 'en'] as const).map((key) => [key, said.languages[key]])}
        chosen={[value.language]}
        onToggle={(key) => onChange({ ...value, language: key })}
      />
      <Switch
        label={said.likeLounge}
        hint={loungeVolume === undefined ? undefined : said.loungeVolume(Math.round(loungeVolume * 100))}
        on={value.volume === null}
        onChange={(like) => onChange({ ...value, volume: like ? null : (loungeVolume ?? usualVolume) })}
      />
      {value.volume !== null && <Volume value={value.volume} onChange={(volume) => onChange({ ...value, volume })} />}
    </>
  );
}
