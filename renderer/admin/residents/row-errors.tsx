import { FileDown } from 'lucide-react';
import { useMemo, useState } from 'react';
import { useResidentWords } from '../../i18n/admin/residents.ts';
import { Pager } from '../../staff/pager.tsx';
import { saveFile } from '../../staff/save-file.ts';
import { Press } from '../parts/controls.tsx';
import { Card } from '../parts/frame.tsx';
import css from './residents.module.css';
import { errorsCsv, type RowError, wrongRows } from './row-errors.ts';

const perPage = 8;

interface Props {
  /** The first thousand. */
  errors: readonly RowError[];
  /** How many rows they and the others stand in. */
  rows: number;
}

/** What has to be mended in the file, row by row, also as a list to take along. */
export function RowErrors({ errors, rows }: Props) {
  const { words, language } = useResidentWords();
  const [page, setPage] = useState(0);
  const found = useMemo(() => wrongRows(errors, words), [errors, words]);
  const said = words.errors;
  const save = () =>
    saveFile({
      name: said.file,
      content: new Blob([errorsCsv(errors, words, language)], { type: 'text/csv;charset=utf-8' }),
    });
  return (
    <Card
      title={said.title(rows)}
      detail={found.length < rows ? `${said.detail} ${said.first(errors.length)}` : said.detail}
      tools={
        <Press icon={<FileDown />} onPress={save}>
          {said.download}
        </Press>
      }
    >
      <ul className={css.wrongRows} aria-label={said.list}>
        {found.slice(page * perPage, (page + 1) * perPage).map(({ row, lines }) => (
          <li key={row}>
            <span className={css.rowNumber}>{said.row(row)}</span>
            <span>
              {lines.map((line) => (
                <span key={line} className={css.line}>
                  {line}
                </span>
              ))}
            </span>
          </li>
        ))}
      </ul>
      <Pager page={page} pages={Math.ceil(found.length / perPage)} onPage={setPage} />
    </Card>
  );
}
