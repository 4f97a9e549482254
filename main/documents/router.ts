import type { Actor } from '../../contract/principal.ts';
import type { Api } from '../api.ts';
import { DomainError } from '../ops/domain-error.ts';
import type { Documents } from './open.ts';

/** The part of the API about letters. */
export function documentsRouter(api: Api['documents'], documents: Documents) {
  const { offered, filing, tracking, pages, work, papers, registers, signers, live } = documents;
  /** Does something with a request and shows it as it stands then. */
  const after = (by: Actor, id: string, act: () => void) => {
    act();
    return pages.page(by, id);
  };
  return api.router({
    letters: api.letters.handler(() => offered.cards()),
    letter: api.letter.handler(({ input }) => {
      const info = offered.info(input.id);
      if (!info) throw new DomainError('LETTER_UNKNOWN');
      return info;
    }),
    file: api.file.handler(({ input, context }) => filing.file(context.by, input)),
    track: api.track.handler(({ input, context }) => tracking.track(context.by, input)),
    withdraw: api.withdraw.handler(({ input, context }) => tracking.withdraw(context.by, input)),
    watch: api.watch.handler(({ signal }) => live.watch(signal)),
    list: api.list.handler(({ input }) => pages.list(input)),
    request: api.request.handler(({ input, context }) => pages.open(context.by, input.id)),
    ofTicket: api.ofTicket.handler(({ input }) => pages.ofTicket(input.ticketId)),
    correct: api.correct.handler(({ input, context: { by } }) => after(by, input.id, () => work.correct(by, input))),
    confirm: api.confirm.handler(({ input, context: { by } }) => after(by, input.id, () => work.confirm(by, input))),
    tick: api.tick.handler(({ input, context: { by } }) => after(by, input.id, () => work.tick(by, input))),
    step: api.step.handler(({ input, context: { by } }) => after(by, input.id, () => work.step(by, input))),
    approve: api.approve.handler(({ input, context: { by } }) => after(by, input.id, () => work.approve(by, input))),
    signedMany: api.signedMany.handler(({ input, context }) => work.signedMany(context.by, input)),
    signers: api.signers.handler(() => signers.people()),
    signWithPin: api.signWithPin.handler(async ({ input: { ids, personId, pin, requestKey }, context: { by } }) => {
      const signer = await signers.proven(by, personId, pin);
      return work.signedMany(signer, { ids, requestKey }, true);
    }),
    preview: api.preview.handler(({ input, context }) => papers.preview(context.by, input)),
    pdf: api.pdf.handler(({ input, context }) => papers.pdf(context.by, input)),
    register: api.register.handler(({ input }) => registers.page(input)),
    exportRegister: api.exportRegister.handler(({ input, context }) => registers.export(context.by, input)),
    reserve: api.reserve.handler(({ input, context }) => registers.reserve(context.by, input)),
    voidNumber: api.voidNumber.handler(({ input, context }) => registers.voidNumber(context.by, input)),
    verify: api.verify.handler(({ input, context }) => papers.verify(context.by, input)),
  });
}
