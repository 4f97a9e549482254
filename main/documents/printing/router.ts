import type { Api } from '../../api.ts';
import type { LetterPrinting } from './open.ts';

/** The part of the API about letters on printers. */
export function letterPrintingRouter(api: Api['letterPrinting'], { prints, printers }: LetterPrinting) {
  return api.router({
    watch: api.watch.handler(({ context, signal }) => prints.watch(context.by, signal)),
    print: api.print.handler(({ input, context }) => prints.print(context.by, input)),
    again: api.again.handler(({ input, context }) => prints.again(context.by, input)),
    cancel: api.cancel.handler(({ input, context }) => prints.cancel(context.by, input)),
    cameOut: api.cameOut.handler(({ input, context }) => prints.cameOut(context.by, input)),
    settings: api.settings.handler(() => printers.settings()),
    setPrinter: api.setPrinter.handler(({ input, context }) => printers.setPrinter(context.by, input)),
    testPage: api.testPage.handler(({ input, context }) => printers.testPage(context.by, input)),
  });
}
