import type { DisciplineSettings, LoungeFile } from '../../../contract/catalogue.ts';
import { useWords } from '../../i18n/staff.ts';
import type { Form } from '../form/use-form.ts';
import { Chips, NumberField, TextField } from '../parts/controls.tsx';
import { Card, Columns, Fields } from '../parts/frame.tsx';
import { disciplineOf, rules } from './discipline-draft.ts';
import css from './look.module.css';

/** By which rule is called, when somebody counts as absent, and until when numbers are given. */
export function QueueTab({ form }: { form: Form<LoungeFile> }) {
  const { words } = useWords();
  const said = words.admin.look;
  const { discipline, noShow, lastTicketMinutes, spareLetter } = form.content;
  return (
    <Columns>
      <Card title={said.discipline}>
        <Chips
          label={said.rule}
          options={rules.map((rule) => [rule, said.rules[rule]])}
          chosen={[discipline.rule]}
          problem={form.problem(['discipline', 'rule']) ?? form.problem(['discipline'])}
          onToggle={(rule) => form.set(['discipline'], disciplineOf(rule))}
        />
        <p className={css.hint}>{said.ruleNotes[discipline.rule]}</p>
        <RuleFigure form={form} discipline={discipline} />
      </Card>
      <Card title={said.noShow} detail={said.noShowDetail}>
        <Fields>
          <NumberField
            label={said.calls}
            unit={said.times}
            value={noShow.calls}
            least={1}
            most={9}
            problem={form.problem(['noShow', 'calls'])}
            onChange={(value) => form.set(['noShow', 'calls'], value)}
          />
          <NumberField
            label={said.seconds}
            unit={said.secondsUnit}
            value={noShow.seconds}
            least={0}
            most={600}
            problem={form.problem(['noShow', 'seconds'])}
            onChange={(value) => form.set(['noShow', 'seconds'], value)}
          />
          <NumberField
            label={said.passed}
            unit={words.admin.services.numbers}
            value={noShow.passed}
            least={0}
            most={999}
            problem={form.problem(['noShow', 'passed'])}
            onChange={(value) => form.set(['noShow', 'passed'], value)}
          />
        </Fields>
      </Card>
      <Card title={said.numbers}>
        <Fields>
          <NumberField
            label={said.lastTicket}
            unit={words.admin.minutes}
            value={lastTicketMinutes}
            least={0}
            most={240}
            hint={said.lastTicketHint}
            problem={form.problem(['lastTicketMinutes'])}
            onChange={(value) => form.set(['lastTicketMinutes'], value)}
          />
          <TextField
            label={said.spareLetter}
            hint={said.spareLetterHint}
            value={spareLetter}
            maxLength={2}
            problem={form.problem(['spareLetter'])}
            onChange={(text) => form.set(['spareLetter'], text.toUpperCase())}
          />
        </Fields>
      </Card>
    </Columns>
  );
}

function RuleFigure({ form, discipline }: { form: Form<LoungeFile>; discipline: DisciplineSettings }) {
  const { words } = useWords();
  const said = words.admin.look;
  switch (discipline.rule) {
    case 'strict':
      return null;
    case 'accumulating':
      return (
        <NumberField
          label={said.priorityRate}
          unit="×"
          value={discipline.priorityRate}
          least={1}
          most={20}
          step={0.5}
          problem={form.problem(['discipline', 'priorityRate'])}
          onChange={(value) => form.set(['discipline', 'priorityRate'], value)}
        />
      );
    case 'ratio':
      return (
        <NumberField
          label={said.regularPerPriority}
          unit={said.people}
          value={discipline.regularPerPriority}
          least={1}
          most={20}
          problem={form.problem(['discipline', 'regularPerPriority'])}
          onChange={(value) => form.set(['discipline', 'regularPerPriority'], value)}
        />
      );
  }
}
