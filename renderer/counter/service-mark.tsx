import { useWords } from '../i18n/staff.ts';
import { hueStyle } from '../ui/service-look.ts';
import css from './service-mark.module.css';
import { useDesk } from './view.ts';

/** The letter of a service on its hue. */
export function ServiceMark({ serviceId }: { serviceId: string }) {
  const service = useDesk().services.get(serviceId);
  if (service === undefined) return null;
  return (
    <span className={css.mark} style={hueStyle(service.hue)} aria-hidden="true">
      {service.letter}
    </span>
  );
}

/** A service's name; its id until the hub has named it. */
export function useServiceName(): (serviceId: string) => string {
  const { services } = useDesk();
  const { pick } = useWords();
  return (serviceId) => {
    const service = services.get(serviceId);
    return service === undefined ? serviceId : pick(service.name);
  };
}

export function useHue(serviceId: string): Record<`--${string}`, string> {
  const service = useDesk().services.get(serviceId);
  return service === undefined ? hueStyle('#5c566b') : hueStyle(service.hue);
}
