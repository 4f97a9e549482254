import {
  Banknote,
  Clock,
  Copy,
  FileCheck,
  IdCard,
  Info,
  MapPin,
  Send,
  ShieldCheck,
  User,
  UsersRound,
} from 'lucide-react';
import { useState } from 'react';
import type { LetterFile, LetterRequirement } from '../../../contract/letters.ts';
import { useWords } from '../../i18n/index.ts';
import { useLetterWords } from '../../i18n/letters.ts';
import { Button } from '../../ui/button.tsx';
import { useFit } from '../../ui/fit.ts';
import { Notice } from '../../ui/notice.tsx';
import { Pager } from '../../ui/pager.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { Heading } from '../../ui/stage.tsx';
import { pageOf } from '../menu.ts';
import type { LetterView } from './letter-view.ts';
import type { LettersScreen } from './letters-state.ts';
import css from './standard.module.css';
import { rupiahShown } from './typing.ts';

interface Props extends LetterView {
  screen: Extract<LettersScreen, { name: 'standard' }>;
}

/** The service standard of a letter, before anything is asked: what to bring, how long, what it costs; and for whom it is. */
export function Standard({ screen, send, ticketOf, fitKey, upright }: Props) {
  const { words, pick } = useLetterWords();
  const { words: common } = useWords();
  const { standard: say } = words;
  const [more, setMore] = useState(false);
  const { info, page } = screen;
  const { definition } = info;
  const { requirements } = definition;
  const { fits, inside } = useFit<HTMLDivElement>(upright ? 8 : 6, fitKey, requirements, page);
  const shown = pageOf(requirements, page, fits);
  const number = ticketOf(info.queueService);
  const applies = definition.kind === 'letter' && definition.offered === 'kiosk';
  const byNumber = definition.kind === 'redirect' ? info.assisted : definition.offered === 'desk';
  // Upright everything to touch is at the foot.
  const pages = (
    <div className={css.pages}>
      <Pager
        page={shown.page}
        pages={shown.pages}
        words={common.common}
        onPage={(turned) => send({ type: 'page', page: turned })}
      />
    </div>
  );
  return (
    <main className={css.standard}>
      <div className={css.head}>
        <Heading>{pick(definition.name)}</Heading>
        <Facts definition={definition} />
      </div>
      <section className={css.list} data-hands ref={inside}>
        <Special definition={definition} assisted={info.assisted} />
        {requirements.length === 0 ? (
          <p>{say.nothing}</p>
        ) : (
          <>
            <h2>{say.bring}</h2>
            <ul>
              {shown.items.map((requirement) => (
                <Requirement key={requirement.id} requirement={requirement} />
              ))}
            </ul>
            {!upright && pages}
          </>
        )}
      </section>
      <div className={css.hands}>
        {upright && pages}
        {byNumber && number === null && <p>{say.closed}</p>}
        {applies && (
          <div className={css.whom}>
            <h2>{words.forWhom.question}</h2>
            <p className={css.privacy}>
              <ShieldCheck />
              <span>{words.forWhom.privacy}</span>
            </p>
          </div>
        )}
        <div className={css.ways}>
          {applies && (
            <>
              <Button kind="action" large icon={<User />} onPress={() => send({ type: 'apply', whom: 'self' })}>
                {words.forWhom.self}
              </Button>
              <Button kind="plain" large icon={<UsersRound />} onPress={() => send({ type: 'apply', whom: 'other' })}>
                {words.forWhom.other}
              </Button>
            </>
          )}
          {byNumber && number !== null && (
            <Button kind="action" large icon={definition.kind === 'redirect' && <Send />} onPress={number}>
              {say.ticket}
            </Button>
          )}
        </div>
        <Button kind="quiet" icon={<Info />} onPress={() => setMore(true)}>
          {say.more}
        </Button>
      </div>
      {more && <Details definition={definition} onClose={() => setMore(false)} />}
    </main>
  );
}

function Facts({ definition }: { definition: LetterFile }) {
  const { words, pick } = useLetterWords();
  const { standard: say } = words;
  const { minutes, fee, product } = definition.standard;
  return (
    <ul className={css.facts}>
      <li data-good={fee === 0 || undefined}>
        <Banknote />
        {fee === 0 ? say.free : say.fee(rupiahShown(String(fee)))}
      </li>
      <li>
        <Clock />
        {minutes === null ? say.noMinutes : say.minutes(minutes)}
      </li>
      {definition.kind === 'letter' && (
        <li>
          <FileCheck />
          {pick(product)}
        </li>
      )}
    </ul>
  );
}

/** Why it is not filled in here, who makes it instead, or that a higher office has handed it down. */
function Special({ definition, assisted }: { definition: LetterFile; assisted: boolean }) {
  const { words, pick } = useLetterWords();
  const { standard: say } = words;
  if (definition.kind === 'redirect') {
    const { to, address, assisted: help } = definition.redirect;
    const lines = [...(assisted ? [say.assist, pick(help)] : []), `${say.address}: ${pick(address)}`];
    return (
      <div className={css.redirect}>
        <p className={css.maker}>{say.redirect(pick(to))}</p>
        {assisted && (
          <p className={css.assist}>
            <Send />
            <span>
              <b>{lines[0]}</b> {lines[1]}
            </span>
          </p>
        )}
        <p className={css.address}>
          <MapPin />
          <span>{lines.at(-1)}</span>
        </p>
      </div>
    );
  }
  if (definition.offered === 'desk') {
    const reason = definition.deskReason === undefined ? [] : [pick(definition.deskReason)];
    return <Notice tone="warning" icon={<Info />} lines={[say.atDesk, ...reason]} />;
  }
  return definition.delegation === undefined ? null : (
    <Notice tone="good" icon={<FileCheck />} lines={[say.delegated]} />
  );
}

function Requirement({ requirement }: { requirement: LetterRequirement }) {
  const { words, pick } = useLetterWords();
  const { standard: say } = words;
  const { name, kind, ikd, optional } = requirement;
  const Icon = { show: IdCard, copy: Copy, check: FileCheck }[kind];
  const notes = [say[kind], ...(ikd ? [say.ikd] : []), ...(optional ? [say.optional] : [])];
  return (
    <li className={css.requirement}>
      <Icon />
      <span>
        <b>{pick(name)}</b>
        <span className={css.note}>{notes.join(', ')}</span>
      </span>
    </li>
  );
}

function Details({ definition, onClose }: { definition: LetterFile; onClose: () => void }) {
  const { words, pick } = useLetterWords();
  const { words: common } = useWords();
  const { standard: say } = words;
  const { procedure, legalBasis, version, date } = definition.standard;
  const handed = definition.kind === 'letter' ? definition.delegation : undefined;
  return (
    <Sheet title={say.procedure} onClose={onClose}>
      <ol className={css.procedure}>
        {procedure.map((step) => (
          <li key={step.id}>{pick(step)}</li>
        ))}
      </ol>
      <div className={css.law}>
        <p>
          <b>{say.legalBasis}:</b> {[...legalBasis, ...(handed === undefined ? [] : [handed.legalBasis])].join('; ')}
        </p>
        <p>{say.version(version, date.split('-').reverse().join('-'))}</p>
      </div>
      <Button kind="action" large onPress={onClose}>
        {common.common.close}
      </Button>
    </Sheet>
  );
}
