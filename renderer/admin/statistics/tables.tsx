import type { ReactNode } from 'react';
import type { CounterFigures, PersonFigures, ServiceFigures } from '../../../contract/statistics.ts';
import { Card } from '../parts/frame.tsx';
import { useSays } from './says.ts';
import css from './tables.module.css';

interface Groups {
  readonly services: readonly ServiceFigures[];
  readonly counters: readonly CounterFigures[];
  readonly people: readonly PersonFigures[];
}

/** The same figures for every service, counter and person. */
export function GroupTables({ services, counters, people }: Groups) {
  const { words, says, pick } = useSays();
  const { columns } = words;
  const work = ({ served, noShow, service }: CounterFigures | PersonFigures) => [
    says.number(served),
    says.number(noShow),
    says.time(service.median),
    says.time(service.p90),
  ];
  const workHead = [columns.served, columns.noShow, columns.service, columns.serviceP90];
  return (
    <>
      <Table
        title={words.services.title}
        head={[
          words.services.name,
          columns.taken,
          columns.served,
          columns.noShow,
          columns.wait,
          columns.waitP90,
          columns.service,
          columns.serviceP90,
          columns.kept,
        ]}
        rows={services.map((one) => ({
          key: one.serviceId,
          name: (
            <>
              {one.letter} {pick(one.name)}
              {one.movedIn + one.movedOut > 0 && (
                <span className={css.note}>{words.services.moved(one.movedIn, one.movedOut)}</span>
              )}
            </>
          ),
          cells: [
            says.number(one.taken),
            says.number(one.served),
            says.number(one.noShow),
            says.time(one.wait.median),
            says.time(one.wait.p90),
            says.time(one.service.median),
            says.time(one.service.p90),
            one.promises.of === 0 ? words.none : words.percent(says.percent(one.promises.kept / one.promises.of)),
          ],
        }))}
      />
      <div className={css.pair}>
        <Table
          title={words.counters.title}
          head={[words.counters.name, ...workHead]}
          rows={counters.map((one) => ({ key: one.counterId, name: pick(one.name), cells: work(one) }))}
        />
        <Table
          title={words.people.title}
          head={[words.people.name, ...workHead]}
          rows={people.map((one) => ({ key: one.personId, name: one.name, cells: work(one) }))}
        />
      </div>
      <p className={css.notes}>{words.notes}</p>
    </>
  );
}

interface TableProps {
  title: string;
  head: readonly string[];
  rows: readonly { readonly key: string; readonly name: ReactNode; readonly cells: readonly string[] }[];
}

function Table({ title, head, rows }: TableProps) {
  const { words } = useSays();
  const headings = head.map((heading, column) => ({ heading, column }));
  return (
    <Card title={title}>
      {rows.length === 0 ? (
        <p className={css.note}>{words.nothing}</p>
      ) : (
        <table className={css.table}>
          <thead>
            <tr>
              {headings.map(({ heading, column }) => (
                <th key={column} scope="col">
                  {heading}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ key, name, cells }) => (
              <tr key={key}>
                <th scope="row">{name}</th>
                {headings.slice(1).map(({ column }) => (
                  <td key={column}>{cells[column - 1]}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Card>
  );
}
