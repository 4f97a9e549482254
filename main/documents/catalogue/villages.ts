import { type VillagesFile, villagesFile } from '../../../contract/village.ts';
import { readCatalogueFile } from '../../ops/catalogue-file.ts';

/**
 * The villages of the regency, of villages.json; an office in another regency has one of its own.
 * @throws StartError with the file, the path inside it and what is wrong
 */
export function readVillages(shippedFolder: string, ownFolder: string): VillagesFile {
  return readCatalogueFile('villages.json', villagesFile, shippedFolder, ownFolder).content;
}
