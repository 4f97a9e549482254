import { Plus } from 'lucide-react';
import type { LetterPaper } from '../../../contract/letters.ts';
import { useOfficeWords } from '../../i18n/office-letters.ts';
import { Press, Switch, TextField } from '../parts/controls.tsx';
import { BlockFields } from './block-fields.tsx';
import { ConditionLine } from './condition-line.tsx';
import { Fold, Tools, Wrong } from './fold.tsx';
import { blockKinds, kindOf, newBlock } from './letter-draft.ts';
import type { WholeLetterView } from './letter-view.ts';
import css from './letters.module.css';
import { PlaceText } from './place-text.tsx';
import { readable, type TextPlace } from './text-places.ts';

export interface PaperView extends WholeLetterView {
  readonly paper: LetterPaper;
  readonly index: number;
  readonly places: readonly TextPlace[];
}

/** One sheet: its title, to whom it goes, what it says, and who signs beside the official. */
export function PaperFields(view: PaperView) {
  const { words } = useOfficeWords();
  const { form, letter, people, paper, index, places } = view;
  const said = words.text;
  const at = (...rest: (string | number)[]) => ['papers', index, ...rest];
  return (
    <>
      <Wrong text={form.problem(at()) ?? form.problem(at('id'))} />
      <PlaceText
        line
        label={said.paper}
        value={paper.title}
        places={places}
        problem={form.problem(at('title'))}
        onChange={(text) => form.set(at('title'), text)}
      />
      <TextField
        label={said.model}
        hint={words.editor.optionalEmpty}
        value={paper.model ?? ''}
        maxLength={40}
        problem={form.problem(at('model'))}
        onChange={(text) => form.set(at('model'), text === '' ? undefined : text)}
      />
      {letter.papers.length > 1 && <ConditionLine {...view} at={at()} when={paper.when} />}
      <AddressLines {...view} />
      <h2 className={css.sub}>{said.body}</h2>
      <Wrong text={form.problem(at('body'))} />
      <div className={css.folds}>
        {paper.body.map((block, nth) => {
          const kind = kindOf(block);
          const name = 'text' in block ? brief(block.text) : said.kinds[kind];
          return (
            // Blocks have no names of their own: a moved one is shown anew.
            <Fold
              key={`${nth} ${kind}`}
              name={name}
              note={'text' in block ? said.kinds.text : undefined}
              marked={form.marked(at('body', nth))}
              tools={
                <Tools
                  name={`${said.kinds[kind]} ${nth + 1}`}
                  index={nth}
                  length={paper.body.length}
                  onMove={(by) => form.move(at('body'), nth, by)}
                  onRemove={paper.body.length > 1 ? () => form.remove(at('body'), nth) : undefined}
                />
              }
            >
              <BlockFields {...view} block={block} at={at('body', nth)} />
            </Fold>
          );
        })}
      </div>
      {paper.body.length < 40 && (
        <div className={css.adds}>
          {blockKinds.map((kind) => (
            <Press
              key={kind}
              icon={<Plus />}
              onPress={() =>
                form.add(at('body'), newBlock(kind, letter, people, { text: said.freshText, row: said.freshRow }))
              }
            >
              {said.add[kind]}
            </Press>
          ))}
        </div>
      )}
      <Cosigners {...view} />
    </>
  );
}

/** How a paragraph begins; what answers fill is left open. */
const brief = (text: string): string => {
  const open = text.replaceAll(/\{[^{}]*\}/g, '…');
  return open.length > 90 ? `${open.slice(0, 88).replace(/\s+\S*$/, '')} …` : open;
};

function AddressLines({ form, paper, index, places }: PaperView) {
  const { words } = useOfficeWords();
  const said = words.text;
  const at = ['papers', index, 'to'];
  return (
    <>
      <h2 className={css.sub}>{said.to}</h2>
      <Wrong text={form.problem(at)} />
      {paper.to.map((line, nth) => (
        <div key={nth} className={css.item}>
          <PlaceText
            line
            label={said.toNth(nth + 1)}
            value={line}
            places={places}
            problem={form.problem([...at, nth])}
            onChange={(text) => form.set([...at, nth], text)}
          />
          <Tools
            name={said.toNth(nth + 1)}
            index={nth}
            length={paper.to.length}
            onMove={(by) => form.move(at, nth, by)}
            onRemove={() => form.remove(at, nth)}
          />
        </div>
      ))}
      {paper.to.length < 4 && (
        <span>
          <Press icon={<Plus />} onPress={() => form.add(at, said.freshTo)}>
            {said.addTo}
          </Press>
        </span>
      )}
    </>
  );
}

function Cosigners(view: PaperView) {
  const { words } = useOfficeWords();
  const { form, paper, index, places } = view;
  const said = words.text;
  const at = (...rest: (string | number)[]) => ['papers', index, 'cosigners', ...rest];
  return (
    <>
      <h2 className={css.sub}>{said.cosigners}</h2>
      <Wrong text={form.problem(at())} />
      <div className={css.folds}>
        {paper.cosigners.map((cosigner, nth) => (
          <Fold
            key={nth}
            name={readable(cosigner.role, places)}
            note={readable(cosigner.name, places)}
            marked={form.marked(at(nth))}
            tools={
              <Tools
                name={cosigner.role}
                index={nth}
                length={paper.cosigners.length}
                onMove={(by) => form.move(at(), nth, by)}
                onRemove={() => form.remove(at(), nth)}
              />
            }
          >
            <Wrong text={form.problem(at(nth))} />
            <PlaceText
              line
              label={said.role}
              value={cosigner.role}
              places={places}
              problem={form.problem(at(nth, 'role'))}
              onChange={(text) => form.set(at(nth, 'role'), text)}
            />
            <PlaceText
              line
              label={said.signerName}
              value={cosigner.name}
              places={places}
              problem={form.problem(at(nth, 'name'))}
              onChange={(text) => form.set(at(nth, 'name'), text)}
            />
            <Switch
              label={said.dutyStamp}
              on={cosigner.dutyStamp}
              onChange={(on) => form.set(at(nth, 'dutyStamp'), on)}
            />
            <ConditionLine {...view} at={at(nth)} when={cosigner.when} />
          </Fold>
        ))}
      </div>
      {paper.cosigners.length < 4 && (
        <span>
          <Press
            icon={<Plus />}
            onPress={() => form.add(at(), { role: said.freshRole, name: '{applicant.name}', dutyStamp: false })}
          >
            {said.addCosigner}
          </Press>
        </span>
      )}
    </>
  );
}
