/**
 * For whoever runs the hub's machine: `npm run --silent staff -- recover [--data DIR]` is the way back when the last
 * supervisor's PIN is lost. It asks the running hub, which holds the data folder, and can do so only as the hub's user.
 */
import { askHub, CannotHelp, readOrder, tell } from './running-hub.ts';

const usage = 'npm run --silent staff -- recover [--data DIR]';

tell(async () => {
  const { words, dataFolder } = readOrder(usage);
  if (words.join(' ') !== 'recover') throw new CannotHelp(`say what to do. Usage: ${usage}`);
  const { status, body } = await askHub(dataFolder, 'recover');
  if (status !== 200) throw new CannotHelp('the hub gives no code now; see its log.');
  console.log((body as { code: string }).code);
  console.error('Within ten minutes this code makes a supervisor, at the kiosk of the hub or at a counter.');
});
