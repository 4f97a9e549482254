import type { SoundState } from '../../../contract/display.ts';
import type { PrinterCondition } from '../../../contract/printing.ts';

type Tone = 'good' | 'warning' | 'danger' | 'calm';

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

/** Undefined: the display has not said anything yet. */
export function soundTone(sound: SoundState | undefined): Tone {
  if (sound === undefined) return 'calm';
  return sound === 'on' ? 'good' : 'danger';
}
