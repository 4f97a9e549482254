import type { SoundState } from '../../../contract/display.ts';
import type { PrinterCondition, PrinterView } from '../../../contract/printing.ts';
import { toneOf } from '../../staff/printer/chip.ts';

export type Tone = 'good' | 'warning' | 'danger' | 'calm';

/** What needs nobody is quiet. */
export function printerTone(condition: PrinterCondition): Tone {
  switch (condition) {
    case 'ready':
      return 'good';
    case 'absent':
      return 'calm';
    case 'paper_low':
    case 'head_hot':
      return 'warning';
    default:
      return 'danger';
  }
}

/** Of all that is true of a printer, its slips included. */
export function chipTone(printer: PrinterView): Tone {
  const tone = toneOf(printer);
  if (tone === 'calm') return printerTone(printer.condition);
  return tone === 'now' ? 'danger' : 'warning';
}

/** Undefined: the display has not said anything yet. */
export function soundTone(sound: SoundState | undefined): Tone {
  if (sound === undefined) return 'calm';
  return sound === 'on' ? 'good' : 'danger';
}
