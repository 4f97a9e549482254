import { EventEmitter } from 'node:events';
import { levers } from './levers.ts';

const [width = 1080, height = 1920] = (process.env['ELECTRON_DOUBLE_SCREEN'] ?? '1080x1920').split('x').map(Number);

/** The one display of the double. */
export const theDisplay: Electron.Rectangle = { x: 0, y: 0, width, height };

export class ScreenDouble extends EventEmitter {
  getDisplayMatching(_place: Electron.Rectangle): Electron.Display {
    return { bounds: theDisplay } as Electron.Display;
  }
}

export const theScreen = new ScreenDouble();
levers.set('screen', theScreen);
