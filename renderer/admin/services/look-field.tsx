import { Check } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import type { ServiceSettings, ServicesFile } from '../../../contract/catalogue.ts';
import { useWords } from '../../i18n/staff.ts';
import { Dialog } from '../../staff/dialog.tsx';
import { hueStyle, iconNames, ServiceIcon } from '../../ui/service-look.ts';
import type { Form } from '../form/use-form.ts';
import { Press } from '../parts/controls.tsx';
import { hues } from './service-draft.ts';
import css from './services.module.css';

interface Props {
  form: Form<ServicesFile>;
  at: number;
  service: ServiceSettings;
}

/** How the service looks on the kiosk, and another icon or hue for it. */
export function LookField({ form, at, service }: Props) {
  const { words, pick } = useWords();
  const [choosing, setChoosing] = useState(false);
  const said = words.admin.services;
  const problem = form.problem(['services', at, 'icon']) ?? form.problem(['services', at, 'hue']);
  return (
    <div className={css.look}>
      <span className={css.sample} style={hueStyle(service.hue)}>
        <ServiceIcon name={service.icon} />
        <span className={css.sampleLetter}>{service.letter}</span>
        <span>{pick(service.name)}</span>
      </span>
      <Press onPress={() => setChoosing(true)}>{said.changeLook}</Press>
      {problem !== undefined && <p className={css.problem}>{problem}</p>}
      {choosing && (
        <Dialog title={said.lookTitle} detail={pick(service.name)} broad onClose={() => setChoosing(false)}>
          <Swatches label={said.hue}>
            {hues.map((hue) => (
              <button
                key={hue}
                type="button"
                className={css.swatch}
                style={hueStyle(hue)}
                aria-label={said.hueNamed(hue)}
                aria-pressed={hue === service.hue}
                onClick={() => form.set(['services', at, 'hue'], hue)}
              >
                {hue === service.hue && <Check />}
              </button>
            ))}
          </Swatches>
          <Swatches label={said.icon}>
            {iconNames.map((icon) => (
              <button
                key={icon}
                type="button"
                className={css.icon}
                style={hueStyle(service.hue)}
                aria-label={icon}
                aria-pressed={icon === service.icon}
                onClick={() => form.set(['services', at, 'icon'], icon)}
              >
                <ServiceIcon name={icon} />
              </button>
            ))}
          </Swatches>
        </Dialog>
      )}
    </div>
  );
}

function Swatches({ label, children }: { label: string; children: ReactNode }) {
  return (
    <section>
      <h3 className={css.sub}>{label}</h3>
      <div className={css.swatches}>{children}</div>
    </section>
  );
}
