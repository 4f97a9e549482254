import { join } from 'node:path';
import pino from 'pino';
import { LogFile } from './log-file.ts';

/** What the rooms need of a log; pino fits. Nothing personal goes in. */
export interface Log {
  info(data: object, message: string): void;
  warn(data: object, message: string): void;
  error(data: object, message: string): void;
}

/** A log that may be kept in a file besides, once it is known where. */
export interface KeptLog extends Log {
  /** From now on each line goes to `log/anjungan.log` of this data folder as well. */
  keepIn(dataFolder: string): void;
}

export const logFilePath = (dataFolder: string): string => join(dataFolder, 'log', 'anjungan.log');

/**
 * JSON lines on standard error, so that standard output carries the ready line alone. Every line has left the program when
 * the call returns: a fault may end it right after.
 */
export function makeLog(): KeptLog {
  const screen = pino.destination({ dest: 2, sync: true });
  let file: LogFile | null = null;
  const both = {
    write: (line: string) => {
      screen.write(line);
      file?.write(line);
    },
  };
  const log = pino({ base: null, timestamp: pino.stdTimeFunctions.isoTime }, both);
  return {
    info: (data, message) => log.info(data, message),
    warn: (data, message) => log.warn(data, message),
    error: (data, message) => log.error(data, message),
    keepIn: (dataFolder) => {
      file = new LogFile(logFilePath(dataFolder));
    },
  };
}
