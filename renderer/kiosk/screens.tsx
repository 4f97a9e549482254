import { lazy } from 'react';
import type { Service } from '../../contract/queue.ts';
import { Attract } from './attract.tsx';
import { CheckNumber } from './check-number.tsx';
import { Closed } from './closed.tsx';
import type { Choice } from './flow-state.ts';
import { Home } from './home.tsx';
import { questionSeconds, secondsLeft } from './idle.ts';
import { agencyLayout, choiceLayout } from './layout.ts';
import { closureOf, opening } from './menu.ts';
import { OutOfOrder } from './messages.tsx';
import { PriorityQuestion } from './priority.tsx';
import { Services } from './services.tsx';
import { Taking } from './taking.tsx';
import { LiveTicket } from './ticket-live.tsx';
import type { ScreenProps } from './view.tsx';

// What not everybody comes to is loaded when somebody does.
const Checked = lazy(async () => ({ default: (await import('./checked.tsx')).Checked }));
const Agencies = lazy(async () => ({ default: (await import('./agencies.tsx')).Agencies }));
const SearchServices = lazy(async () => ({ default: (await import('./search.tsx')).SearchServices }));

const choice = (service: Service): Choice => ({ serviceId: service.id, closure: closureOf(service) });

/** The flow's screen, given what the hub knows. */
export function CurrentScreen(props: ScreenProps) {
  const { client, features, newKey, state, now, send, menu, shape, queue, lounge, hub, say } = props;
  const { screen, preferences } = state;
  const { services, byAgency, searchable } = menu;
  const [first] = services;
  const only = services.length === 1 && first !== undefined ? choice(first) : null;
  const serviceOf = (id: string) => services.find((service) => service.id === id);
  const onService = (service: Service) => send({ type: 'service', choice: choice(service) });
  const onPage = (page: number) => send({ type: 'page', page });
  const onSearch = () => send({ type: 'search' });
  const fitKey = `${shape} ${preferences.text} ${preferences.lowered} ${preferences.language} ${preferences.readAloud}`;
  const main = features.filter(({ aside }) => aside !== true).map(({ id }) => id);
  const onStart = () => send({ type: 'start', features: main, only, byAgency });
  const onCheck = features.some(({ id }) => id === 'check') ? () => send({ type: 'check' }) : null;
  const onEnd = () => send({ type: 'end' });
  switch (screen.name) {
    case 'attract':
      return (
        <Attract
          lounge={lounge}
          calls={queue.calls}
          opening={opening(services)}
          single={main.length === 1 && only !== null}
          clockAsked={props.clockAsked}
          say={say}
          onStart={onStart}
          onCheck={onCheck}
          onClock={props.onClock}
        />
      );
    case 'home':
      return (
        <Home
          features={features}
          waiting={services.reduce((sum, { waiting }) => sum + waiting, 0)}
          services={services.length}
          upright={shape === 'portrait'}
          onFeature={(id) => send({ type: 'feature', id, only, byAgency })}
        />
      );
    case 'agencies':
      return (
        <Agencies
          menu={menu}
          page={screen.page}
          layout={agencyLayout(shape, preferences, menu.agencies.length)}
          fitKey={fitKey}
          onAgency={(id) => send({ type: 'agency', id })}
          onPage={onPage}
          onSearch={onSearch}
        />
      );
    case 'services': {
      const agency = menu.agencies.find((entry) => entry.agency.id === screen.agencyId);
      const listed = screen.agencyId === null ? services : (agency?.services ?? []);
      return (
        <Services
          services={listed}
          agency={agency?.agency.name ?? null}
          desk={lounge.desk}
          searchable={searchable}
          page={screen.page}
          layout={choiceLayout(shape, preferences, listed.length)}
          fitKey={fitKey}
          say={say}
          onService={onService}
          onPage={onPage}
          onSearch={onSearch}
          onEnd={onEnd}
        />
      );
    }
    case 'check':
      return (
        <CheckNumber
          services={services}
          spareLetter={lounge.spareLetter}
          typed={screen.typed}
          problem={screen.problem}
          looking={state.lookup !== null}
          desk={lounge.desk}
          onType={(typed) => send({ type: 'type', typed })}
          onLook={() => send({ type: 'look' })}
        />
      );
    case 'checked':
      return (
        <Checked
          ticket={screen.ticket}
          service={serviceOf(screen.ticket.serviceId)}
          queue={queue}
          desk={lounge.desk}
          say={say}
          now={hub.now}
          onAnother={onStart}
          onEnd={onEnd}
        />
      );
    case 'search':
      return (
        <SearchServices
          services={services}
          typed={screen.typed}
          shape={shape}
          preferences={preferences}
          say={say}
          onType={(typed) => send({ type: 'type', typed })}
          onService={onService}
        />
      );
    case 'closed':
      return (
        <Closed
          service={serviceOf(screen.serviceId)}
          closure={screen.closure}
          desk={lounge.desk}
          say={say}
          onOther={services.length > 1 ? () => send({ type: 'back' }) : null}
          onEnd={onEnd}
        />
      );
    case 'priority':
      return (
        <PriorityQuestion
          layout={shape === 'portrait' && !preferences.lowered ? 'tall' : 'row'}
          onPriority={(priority) => send({ type: 'priority', priority, requestKey: newKey() })}
        />
      );
    case 'taking':
      return (
        <Taking
          unreachable={screen.retryAt !== null || screen.attempt > 1}
          asking={screen.retryAt === null}
          onRetry={() => send({ type: 'retry' })}
        />
      );
    case 'ticket':
      return (
        <LiveTicket
          client={client}
          send={send}
          shown={screen}
          service={serviceOf(screen.order.serviceId)}
          upright={shape === 'portrait'}
          outlet={lounge.slipOutlet}
          seconds={screen.printing === 'under way' ? null : secondsLeft(state, now)}
          questionSeconds={questionSeconds(state, now)}
          say={say}
          takenAt={hub.of(screen.takenAt)}
          onAnswer={(came) => send({ type: 'answer', came, requestKey: newKey() })}
          onEnd={onEnd}
        />
      );
    case 'letters': {
      const { letters: Letters, hold } = props;
      return (
        Letters !== null && (
          <Letters
            {...{ queue, say, shape, preferences, fitKey, hold, onEnd }}
            desk={lounge.desk[preferences.language]}
            takesRequests={lounge.space === 'enough'}
            seconds={screen.mode === 'receipt' ? secondsLeft(state, now) : null}
            onMode={props.onLetters}
            onService={(id) => {
              const service = serviceOf(id);
              if (service !== undefined) onService(service);
            }}
          />
        )
      );
    }
    case 'outOfOrder':
      return <OutOfOrder desk={lounge.desk} />;
    default:
      return null;
  }
}
