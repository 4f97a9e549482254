import { Check, CheckCheck, Play, X } from 'lucide-react';
import { type ReactNode, useEffect, useReducer } from 'react';
import type { StepFinding } from '../../contract/diagnostics.ts';
import type { DiagnosticWords } from '../i18n/diagnostics/id.ts';
import { Button, Buttons } from '../ui/button.tsx';
import { FindingList } from './finding-list.tsx';
import css from './self-test.module.css';
import { beginning, colours, inOrder, marks, next, type SelfTestAct, type SelfTestState } from './self-test-flow.ts';

export interface SelfTestProps {
  words: DiagnosticWords;
  /** The machine's own findings; asked for once. The same function from render to render. */
  machine: (signal: AbortSignal) => AsyncIterable<StepFinding>;
  /** Plays a clip through the loudspeaker of this machine. */
  play: () => Promise<void>;
  /** The person has seen the results. */
  onDone: (findings: readonly StepFinding[]) => void;
}

/** A machine that has told nothing more for so long is not waited for, ms: each of its steps has ten seconds. */
const silenceMs = 15_000;

/** The whole self-test for a person who stands before the machine: what it finds by itself, then three questions. Fills its place. */
export function SelfTest({ words, machine, play, onDone }: SelfTestProps) {
  const [state, dispatch] = useReducer(next, beginning);
  useEffect(() => follow(machine, dispatch), [machine]);
  switch (state.stage) {
    case 'machine':
      return <MachineStage words={words} state={state} dispatch={dispatch} />;
    case 'sound':
      return <SoundStage words={words} state={state} dispatch={dispatch} play={play} />;
    case 'display':
      return (
        <Question title={words.test.display} detail={words.test.displayHow}>
          <Button kind="action" large onPress={() => dispatch({ act: 'show' })}>
            {words.test.show}
          </Button>
        </Question>
      );
    case 'colours':
      return (
        <button
          type="button"
          className={css.field}
          data-colour={colours[state.colour]}
          aria-label={words.test.field(state.colour + 1, colours.length)}
          onClick={() => dispatch({ act: 'next_colour' })}
        />
      );
    case 'displayed':
      return (
        <Question title={words.test.displayed}>
          <YesNo words={words} onAnswer={(yes) => dispatch({ act: 'answer', yes })} />
        </Question>
      );
    case 'touch':
      return <TouchStage words={words} state={state} dispatch={dispatch} />;
    case 'results':
      return (
        <Listed
          title={words.test.results}
          words={words}
          findings={state.findings}
          running={false}
          act={words.test.done}
          onPress={() => onDone(inOrder(state.findings))}
        />
      );
  }
}

interface StageProps {
  words: DiagnosticWords;
  state: SelfTestState;
  dispatch: (act: SelfTestAct) => void;
}

/** Reads what the machine tells until it ends, fails or falls silent. @returns ends the reading */
function follow(machine: SelfTestProps['machine'], dispatch: (act: SelfTestAct) => void): () => void {
  const left = new AbortController();
  const ended = () => {
    if (!left.signal.aborted) dispatch({ act: 'ended' });
  };
  let silent = setTimeout(ended, silenceMs);
  const read = async () => {
    for await (const finding of machine(left.signal)) {
      if (left.signal.aborted) return;
      clearTimeout(silent);
      silent = setTimeout(ended, silenceMs);
      dispatch({ act: 'found', finding });
    }
  };
  read().then(ended, ended);
  return () => {
    clearTimeout(silent);
    left.abort();
  };
}

function MachineStage({ words, state, dispatch }: StageProps) {
  return (
    <Listed
      title={state.told ? words.title : words.running}
      words={words}
      findings={state.findings}
      running={!state.told}
      act={words.test.begin}
      onPress={() => dispatch({ act: 'begin' })}
    />
  );
}

interface ListedProps {
  title: string;
  words: DiagnosticWords;
  findings: readonly StepFinding[];
  running: boolean;
  act: string;
  onPress: () => void;
}

function Listed({ title, words, findings, running, act, onPress }: ListedProps) {
  return (
    <section className={css.listed}>
      <h1 className={css.title}>{title}</h1>
      <div className={css.rows} data-scroll role="region" aria-label={title} tabIndex={0}>
        <FindingList words={words} findings={findings} running={running} here />
      </div>
      <Button kind="action" disabled={running} onPress={onPress}>
        {act}
      </Button>
    </section>
  );
}

function Question({ title, detail, children }: { title: string; detail?: string; children: ReactNode }) {
  return (
    <section className={css.question}>
      <h1 className={css.title}>{title}</h1>
      {detail !== undefined && <p className={css.detail}>{detail}</p>}
      <div className={css.hands}>{children}</div>
    </section>
  );
}

function YesNo({ words, onAnswer }: { words: DiagnosticWords; onAnswer: (yes: boolean) => void }) {
  return (
    <Buttons>
      <Button kind="plain" large icon={<Check />} onPress={() => onAnswer(true)}>
        {words.test.yes}
      </Button>
      <Button kind="plain" large icon={<X />} onPress={() => onAnswer(false)}>
        {words.test.no}
      </Button>
    </Buttons>
  );
}

function SoundStage({ words, state, dispatch, play }: StageProps & Pick<SelfTestProps, 'play'>) {
  // A clip that cannot be played is not heard either: the person says so.
  const begin = () => {
    dispatch({ act: 'played' });
    play().catch(() => undefined);
  };
  const { test } = words;
  return (
    <Question title={state.played ? test.sound : test.soundFirst}>
      <Button kind={state.played ? 'quiet' : 'action'} large icon={<Play />} onPress={begin}>
        {state.played ? test.playAgain : test.play}
      </Button>
      {state.played && <YesNo words={words} onAnswer={(yes) => dispatch({ act: 'answer', yes })} />}
    </Question>
  );
}

function TouchStage({ words, state, dispatch }: StageProps) {
  const { test } = words;
  return (
    <section className={css.touch}>
      <div className={css.told}>
        <h1 className={css.strong}>{test.touch}</h1>
        <p role="status">{test.touched(state.touched.length, marks)}</p>
      </div>
      <div className={css.marks}>
        {Array.from({ length: marks }, (_, mark) => {
          const isTouched = state.touched.includes(mark);
          return (
            <button
              // biome-ignore lint/suspicious/noArrayIndexKey: a mark is its place
              key={mark}
              type="button"
              className={css.mark}
              aria-label={test.mark(mark + 1)}
              aria-pressed={isTouched}
              onClick={() => dispatch({ act: 'touch', mark })}
            >
              {isTouched ? <CheckCheck /> : mark + 1}
            </button>
          );
        })}
      </div>
      <div className={css.cannot}>
        <Button kind="quiet" icon={<X />} onPress={() => dispatch({ act: 'cannot_touch' })}>
          {test.cannot}
        </Button>
      </div>
    </section>
  );
}
