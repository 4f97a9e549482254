import type { LetterDefinition } from '../../contract/letters.ts';
import { letterDocument } from '../../main/documents/letters/letter-document.ts';
import { LetterPress, letterWorkerFile } from '../../main/documents/letters/press.ts';
import { programFiles } from '../../main/program-files.ts';
import { silentLog } from '../doubles/lounge/in-process.ts';
import { Dice } from '../faults/dice.ts';
import { anyAnswers } from '../letters/any-answers.ts';
import { VillageOffice } from '../letters/village-office.ts';
import { bar, type Figure, figure, interleave, pairedRatio } from './measure.ts';

const letterId = 'sk_usaha';

/** From a verifier's "Setujui" to the letter in the store: number, register, code, PDF. */
export async function letterIssue(): Promise<Figure> {
  const office = new VillageOffice();
  const press = new LetterPress({
    file: letterWorkerFile(),
    fonts: programFiles(import.meta.dirname).fonts,
    log: silentLog,
  });
  try {
    const { definition } = await office.letter(letterId);
    const checked = async (turn: number) => {
      const answers = anyAnswers(definition as LetterDefinition, new Dice(turn));
      const { requestId } = await office.file(letterId, answers, { wantsTicket: false });
      await office.step(requestId, 'check');
      await office.tickAll(requestId);
      return requestId;
    };
    const lastDocument = office.test.lounge.db.prepare<[], { document: string; token: string }>(
      'SELECT document, token FROM letter ORDER BY id DESC LIMIT 1',
    );
    let turn = 0;
    const ours = async () => {
      turn += 1;
      const id = await checked(turn);
      const start = performance.now();
      await office.approve(id);
      await office.test.lounge.documents.made();
      return performance.now() - start;
    };
    // The floor needs a letter that there is already.
    await ours();
    const floor = async () => {
      const { document, token } = lastDocument.get() ?? { document: '{}', token: '' };
      const letter = { ...letterDocument.parse(JSON.parse(document)), token };
      const start = performance.now();
      await press.render(letter);
      return performance.now() - start;
    };
    const samples = await interleave({ floor, ours }, { rounds: 60, warmUp: 10 });
    const ratio = pairedRatio(samples.ours, samples.floor);
    return figure(
      'letter-issue',
      { what: 'from approving a request to its letter in the store', floorIs: 'the PDF alone, of the same letter' },
      samples.ours,
      samples.floor,
      { ratio, bars: [bar('ratio to the floor', ratio, 1.3)] },
    );
  } finally {
    await press.close();
    await office.end();
  }
}
