import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import type { MachineAct } from '../../contract/maintenance.ts';

/** The supervisor outside starts the program again after this one. */
export const restartCode = 1;
/** The supervisor outside leaves the program ended, for whoever works at the desktop. */
const toDesktopCode = 75;

interface Command {
  readonly file: string;
  readonly args: readonly string[];
}

/** What the system does by a command. On Linux the kiosk's user needs the polkit rule of the provisioning. */
export function commandFor(what: 'restart_machine' | 'shut_down', platform: NodeJS.Platform): Command {
  const restart = what === 'restart_machine';
  return platform === 'win32'
    ? { file: 'shutdown.exe', args: [restart ? '/r' : '/s', '/t', '0'] }
    : { file: 'systemctl', args: [restart ? 'reboot' : 'poweroff'] };
}

/** @param end ends the program in good order with that code */
export function machinePower(end: (code: number) => void) {
  return async (what: MachineAct): Promise<void> => {
    // The answer goes out before the program ends.
    if (what === 'restart_program') setImmediate(end, restartCode);
    else if (what === 'to_desktop') setImmediate(end, toDesktopCode);
    else {
      const { file, args } = commandFor(what, process.platform);
      await promisify(execFile)(file, args, { timeout: 15_000 });
    }
  };
}
