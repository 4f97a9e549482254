import pino from 'pino';

/** What the rooms need of a log; pino fits. Nothing personal goes in. */
export interface Log {
  info(data: object, message: string): void;
  warn(data: object, message: string): void;
  error(data: object, message: string): void;
}

/** JSON lines on standard error, so that standard output carries the ready line alone. */
export function makeLog(): Log {
  return pino({ base: null, timestamp: pino.stdTimeFunctions.isoTime }, pino.destination({ dest: 2, sync: true }));
}
