import { mkdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';

/** What electron-builder takes for an unpacked Electron; its programs do nothing. */
export function stubElectron(folder: string, version: string): string {
  mkdirSync(join(folder, 'resources'), { recursive: true });
  mkdirSync(join(folder, 'locales'));
  for (const language of ['id', 'en-US', 'fr']) writeFileSync(join(folder, 'locales', `${language}.pak`), '');
  writeFileSync(join(folder, 'version'), version);
  writeFileSync(join(folder, 'LICENSE'), '');
  writeFileSync(join(folder, 'LICENSES.chromium.html'), '');
  writeFileSync(join(folder, 'electron'), stubElf(), { mode: 0o755 });
  writeFileSync(join(folder, 'electron.exe'), stubPe());
  return folder;
}

/** The nine switches as Electron 45 ships them. */
const fuseWire = Buffer.concat([
  Buffer.from('dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX'),
  Buffer.from([1, 9]),
  Buffer.from('101011001'),
]);

function stubElf(): Buffer {
  const head = Buffer.alloc(64);
  head.write('7f454c4602010100', 'hex');
  head.writeUInt16LE(2, 16);
  head.writeUInt16LE(62, 18);
  return Buffer.concat([head, fuseWire]);
}

interface PeEditor {
  readonly NtExecutable: { createEmpty: (is32Bit: boolean, isDll: boolean) => PeFile };
  readonly NtExecutableResource: {
    from: (file: PeFile) => { entries: object[]; outputResource: (to: PeFile) => void };
  };
  readonly Resource: {
    VersionInfo: {
      createEmpty: () => {
        lang: number;
        setStringValues: (at: { lang: number; codepage: number }, values: Record<string, string>) => void;
        outputToResourceEntries: (entries: object[]) => void;
      };
    };
  };
}

interface PeFile {
  generate: () => ArrayBuffer;
  setExtraData: (bytes: ArrayBuffer) => void;
}

/** Made by the library that electron-builder writes the checksum of the archive with. */
function stubPe(): Buffer {
  const fromBuilder = createRequire(createRequire(import.meta.url).resolve('electron-builder'));
  const editor = createRequire(fromBuilder.resolve('app-builder-lib'))('resedit') as PeEditor;
  const file = editor.NtExecutable.createEmpty(false, false);
  const resources = editor.NtExecutableResource.from(file);
  const version = editor.Resource.VersionInfo.createEmpty();
  version.lang = 1033;
  version.setStringValues({ lang: 1033, codepage: 1200 }, { ProductName: 'Electron', FileDescription: 'Electron' });
  version.outputToResourceEntries(resources.entries);
  resources.outputResource(file);
  file.setExtraData(new Uint8Array(fuseWire).buffer);
  return Buffer.from(file.generate());
}
