/**
 * `npm run maintenance-pin -- [--data DIR]` sets the maintenance PIN of this machine, also of one that is paired with a hub
 * elsewhere: each machine has its own, so that a stolen television opens no hub. It is asked for, or stands in
 * ANJUNGAN_MAINTENANCE_PIN.
 */
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { defaultDataFolder } from '../main/default-data-folder.ts';
import { keepMaintenancePin } from '../main/staff/maintenance-pin.ts';
import { PinHashes } from '../main/staff/pin-hashes.ts';
import { isWeakPin } from '../main/staff/pins.ts';
import { givenSecret } from './ask-secret.ts';
import { CannotHelp, tell } from './running-hub.ts';

tell(async () => {
  const { values } = parseArgs({ options: { data: { type: 'string' } } });
  // npm runs scripts in the project's folder; the folder was named in the caller's.
  const data = values.data === undefined ? defaultDataFolder() : resolve(process.env['INIT_CWD'] ?? '.', values.data);
  if (!existsSync(data))
    throw new CannotHelp(`there is no data folder ${data}; start Anjungan once, or name it with --data.`);
  const pin = await givenSecret('ANJUNGAN_MAINTENANCE_PIN', 'New maintenance PIN, six digits: ');
  if (!/^\d{6}$/.test(pin) || isWeakPin(pin))
    throw new CannotHelp('a maintenance PIN is six digits, neither repeated nor in a row.');
  keepMaintenancePin(data, await new PinHashes().hash(pin));
  console.log(`the maintenance PIN of ${data} is set`);
});
