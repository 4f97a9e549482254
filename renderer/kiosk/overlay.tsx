import { catalogues } from '../i18n/index.ts';
import { ForSomeoneElse, HelpCalled, ManyNumbers, StillHere } from './dialogs.tsx';
import { Panel } from './panel.tsx';
import type { ViewProps } from './view.tsx';

/** The one question over the screen, if there is one. */
export function Dialogs(props: ViewProps & { offline: boolean }) {
  const { state, send, warning, help, lounge, newKey, offline } = props;
  const dismiss = () => send({ type: 'dismiss' });
  if (warning !== null && !offline) return <StillHere seconds={warning} onStay={() => send({ type: 'touch' })} />;
  switch (state.dialog?.name) {
    case 'panel':
      return (
        <Panel
          preferences={state.preferences}
          canLower={props.shape === 'portrait'}
          canRead={props.canRead}
          onPrefer={(preferences) => send({ type: 'prefer', preferences })}
          onClean={state.screen.name === 'attract' ? () => send({ type: 'clean' }) : null}
          onClose={dismiss}
        />
      );
    case 'help':
      return (
        <HelpCalled
          view={help.view}
          desk={lounge?.desk ?? { id: catalogues.id.outOfOrder.desk, en: catalogues.en.outOfOrder.desk }}
          onCancel={help.cancel}
          onClose={dismiss}
        />
      );
    case 'another':
      return <ForSomeoneElse onYes={() => send({ type: 'goOn' })} onNo={dismiss} />;
    case 'many':
      return (
        <ManyNumbers
          onHelp={() => send({ type: 'help', requestKey: newKey() })}
          onGoOn={() => send({ type: 'goOn' })}
          onClose={dismiss}
        />
      );
    default:
      return null;
  }
}
