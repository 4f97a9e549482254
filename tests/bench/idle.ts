/** A process that does nothing but measure its own loop: what it finds late is the machine. */
import { answerAboutDelays } from './delays.ts';

answerAboutDelays();
process.on('disconnect', () => process.exit(0));
console.log(JSON.stringify({ ready: true }));
