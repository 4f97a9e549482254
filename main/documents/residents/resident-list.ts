import { DomainError } from '../../ops/domain-error.ts';
import { readResidentFile } from './resident-file.ts';
import { type ReadResidents, readResidents } from './resident-rows.ts';

/**
 * Reads a list of residents, XLSX or CSV.
 * @param today YYYY-MM-DD
 * @throws DomainError FILE_UNREADABLE, FILE_TOO_LARGE, COLUMNS_UNKNOWN when no row names NIK and NAMA
 */
export async function readResidentList(bytes: Uint8Array, today: string): Promise<ReadResidents> {
  const read = readResidents(await readResidentFile(bytes), today);
  if (!read) throw new DomainError('COLUMNS_UNKNOWN');
  return read;
}
