/** The print spooler of Windows, as much as one raw job needs. What a call refuses rejects with `WinspoolError`. */
export interface Winspool {
  open(printer: string): Promise<SpooledPrinter>;
}

/** An open printer. One call at a time. */
export interface SpooledPrinter {
  /** PRINTER_STATUS_* flags */
  status(): Promise<number>;
  /** Begins a RAW document. @returns the number of its job */
  startDocument(title: string): Promise<number>;
  startPage(): Promise<void>;
  /** @returns how many bytes were taken */
  write(bytes: Uint8Array): Promise<number>;
  endPage(): Promise<void>;
  endDocument(): Promise<void>;
  /** JOB_STATUS_* flags; null when there is no such job any more */
  jobStatus(job: number): Promise<number | null>;
  deleteJob(job: number): Promise<void>;
  close(): Promise<void>;
}

export class WinspoolError extends Error {
  override readonly name = 'WinspoolError';
}

const jobControlDelete = 5;
/** A JOB_INFO_1W with its strings. */
const jobInfoSize = 16_384;

type Call = (...args: unknown[]) => Promise<number>;

let loaded: Promise<Winspool> | null = null;

/**
 * The system's own. It is loaded when it is first needed; every call runs on a thread of its own, because a spooler that
 * waits for a server keeps its callers waiting. This binding was tried on a stand-in library and never on Windows.
 * @throws (rejects) where there is no such library
 */
export function systemWinspool(): Promise<Winspool> {
  loaded ??= bind('winspool.drv');
  return loaded;
}

async function bind(library: string): Promise<Winspool> {
  const { default: koffi } = await import('koffi');
  const lib = koffi.load(library);
  koffi.struct('DOC_INFO_1W', { pDocName: 'str16', pOutputFile: 'str16', pDatatype: 'str16' });
  const declare = (prototype: string): Call => {
    const call = lib.func(prototype);
    return (...args) =>
      new Promise((resolve, reject) => {
        call.async(...args, (error: unknown, result: number) => (error ? reject(error) : resolve(result)));
      });
  };
  const openPrinter = declare('int __stdcall OpenPrinterW(str16 name, _Out_ void **printer, void *defaults)');
  const getPrinter = declare(
    'int __stdcall GetPrinterW(void *printer, uint32_t level, void *info, uint32_t size, _Out_ uint32_t *needed)',
  );
  const startDoc = declare('uint32_t __stdcall StartDocPrinterW(void *printer, uint32_t level, DOC_INFO_1W *info)');
  const startPage = declare('int __stdcall StartPagePrinter(void *printer)');
  const writePrinter = declare(
    'int __stdcall WritePrinter(void *printer, void *bytes, uint32_t size, _Out_ uint32_t *written)',
  );
  const endPage = declare('int __stdcall EndPagePrinter(void *printer)');
  const endDoc = declare('int __stdcall EndDocPrinter(void *printer)');
  const getJob = declare(
    'int __stdcall GetJobW(void *printer, uint32_t job, uint32_t level, void *info, uint32_t size, _Out_ uint32_t *needed)',
  );
  const setJob = declare(
    'int __stdcall SetJobW(void *printer, uint32_t job, uint32_t level, void *info, uint32_t command)',
  );
  const closePrinter = declare('int __stdcall ClosePrinter(void *printer)');
  /** JobId, padded, and six strings stand before the status. */
  const statusInJobInfo = 7 * koffi.sizeof('void *');

  return {
    async open(name) {
      const out: [unknown] = [null];
      await must('OpenPrinterW', openPrinter(name, out, null));
      const [printer] = out;
      const status = async (): Promise<number> => {
        const info = Buffer.alloc(4);
        await must('GetPrinterW', getPrinter(printer, 6, info, info.length, [0]));
        return info.readUInt32LE();
      };
      return {
        status,
        startDocument: (title) =>
          must('StartDocPrinterW', startDoc(printer, 1, { pDocName: title, pOutputFile: null, pDatatype: 'RAW' })),
        startPage: async () => void (await must('StartPagePrinter', startPage(printer))),
        async write(bytes) {
          const written: [number] = [0];
          await must('WritePrinter', writePrinter(printer, bytes, bytes.length, written));
          return written[0];
        },
        endPage: async () => void (await must('EndPagePrinter', endPage(printer))),
        endDocument: async () => void (await must('EndDocPrinter', endDoc(printer))),
        async jobStatus(job) {
          const info = Buffer.alloc(jobInfoSize);
          if (await getJob(printer, job, 1, info, info.length, [0])) return info.readUInt32LE(statusInJobInfo);
          // A spooler that still answers for the printer means it: there is no such job.
          await status();
          return null;
        },
        deleteJob: async (job) => void (await must('SetJobW', setJob(printer, job, 0, null, jobControlDelete))),
        close: async () => void (await must('ClosePrinter', closePrinter(printer))),
      };
    },
  };
}

/** The functions of the spooler return zero where they refuse. */
async function must(what: string, call: Promise<number>): Promise<number> {
  const result = await call;
  if (result === 0) throw new WinspoolError(`${what} was refused`);
  return result;
}
