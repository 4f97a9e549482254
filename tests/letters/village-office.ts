import { call } from '@orpc/server';
import { loungeFile } from '../../contract/catalogue.ts';
import type { FiledRequest, LetterValues, RequestPage } from '../../contract/documents.ts';
import type { Actor } from '../../contract/principal.ts';
import type { ResidentState } from '../../contract/residents.ts';
import { villageFile } from '../../contract/village.ts';
import type { Log } from '../../main/ops/log.ts';
import shippedLounge from '../../resources/catalogue/lounge.json' with { type: 'json' };
import shippedVillage from '../../resources/catalogue/village.json' with { type: 'json' };
import { callerOf, kioskActor, TestLounge } from '../doubles/lounge/in-process.ts';

export const operator: Actor = { role: 'operator', device: 'counter-1', person: 'staff-1' };
export const verifier: Actor = { role: 'verifier', device: 'counter-1', person: 'staff-2' };
export const supervisor: Actor = { role: 'supervisor', device: 'counter-1', person: 'staff-3' };

/** An office that has put in who signs. */
export const namedVillage = villageFile.parse({
  ...shippedVillage,
  officials: [
    { id: 'head', name: 'H. Abdul Rohman, S.Sos.', position: 'Kepala Desa', signsAs: 'own' },
    { id: 'secretary', name: 'Endang Setyowati', position: 'Sekretaris Desa', signsAs: 'a.n.' },
  ],
});

/** A whole village office in this process, on a folder of its own. */
export class VillageOffice {
  readonly test: TestLounge;

  constructor(
    iso = '2026-11-24T09:00:00+07:00',
    {
      unitType = 'desa',
      village = namedVillage,
      log,
    }: { unitType?: 'desa' | 'kelurahan'; village?: unknown; log?: Log } = {},
  ) {
    const lounge = loungeFile.parse({ ...shippedLounge, unitType });
    this.test = new TestLounge(iso, { lounge, village }, undefined, log);
  }

  get #api() {
    return this.test.lounge.router.documents;
  }

  as(by: Actor) {
    return { context: { caller: callerOf(by) } };
  }

  get api() {
    return this.#api;
  }

  letters() {
    return call(this.#api.letters, undefined, this.as(kioskActor));
  }

  letter(id: string) {
    return call(this.#api.letter, { id }, this.as(kioskActor));
  }

  file(letterId: string, values: LetterValues, more: Partial<Asked> = {}): Promise<FiledRequest> {
    const { by = kioskActor, ...rest } = more;
    const asked = {
      letterId,
      values,
      forWhom: 'self' as const,
      broughtAll: true,
      phone: null,
      priority: null,
      wantsTicket: true,
      requestKey: TestLounge.key(),
      ...rest,
    };
    return call(this.#api.file, asked, this.as(by));
  }

  get residents() {
    return this.test.lounge.router.residents;
  }

  /** A supervisor takes over a list of residents. */
  async takeResidents(file: string | Uint8Array, whole = false): Promise<ResidentState> {
    const sent = { file: Buffer.from(file).toString('base64') };
    const { previewId } = await call(this.residents.preview, sent, this.as(supervisor));
    const asked = { previewId, whole, requestKey: TestLounge.key() };
    return call(this.residents.commit, asked, this.as(supervisor));
  }

  /** Whoever stands at a kiosk says who they are. */
  identify(nik: string, by: { kk: string } | { name: string }, more: { letterId?: string; at?: Actor } = {}) {
    const { letterId = 'sk_usaha', at = kioskActor } = more;
    const proof = 'kk' in by ? { kind: 'kk' as const, ...by } : { kind: 'name' as const, ...by };
    return call(this.residents.identify, { letterId, nik, by: proof }, this.as(at));
  }

  /** A clerk has compared what came from the list with the KTP. */
  confirm(id: string, fields: string[], by: Actor = operator): Promise<RequestPage> {
    return call(this.#api.confirm, { id, fields, requestKey: TestLounge.key() }, this.as(by));
  }

  page(id: string, by: Actor = operator): Promise<RequestPage> {
    return call(this.#api.request, { id }, this.as(by));
  }

  step(
    id: string,
    step: Parameters<typeof this.test.lounge.documents.work.step>[1]['step'],
    by: Actor = operator,
    note: string | null = null,
  ) {
    return call(this.#api.step, { id, step, note, requestKey: TestLounge.key() }, this.as(by));
  }

  async tickAll(id: string): Promise<RequestPage> {
    let page = await this.page(id);
    for (const { id: requirementId } of page.requirements)
      page = await call(
        this.#api.tick,
        { id, requirementId, state: 'ok', requestKey: TestLounge.key() },
        this.as(operator),
      );
    return page;
  }

  approve(id: string, by: Actor = verifier, officialId = 'head', knownBy = false) {
    return call(this.#api.approve, { id, officialId, knownBy, requestKey: TestLounge.key() }, this.as(by));
  }

  /** From the desk's first look to letters with a number. */
  async issue(id: string): Promise<RequestPage> {
    await this.step(id, 'check');
    await this.tickAll(id);
    await this.approve(id);
    await this.test.lounge.documents.made();
    return this.page(id, verifier);
  }

  end() {
    return this.test.end();
  }
}

interface Asked {
  readonly by: Actor;
  readonly forWhom: 'self' | 'other';
  readonly broughtAll: boolean;
  readonly phone: string | null;
  readonly priority: 'elderly' | null;
  readonly wantsTicket: boolean;
  readonly ticketId: string;
  readonly requestKey: string;
  readonly matchId: string | null;
  readonly same: string[];
}
