import { askSecret, givenSecret } from '../ask-secret.ts';
import { CannotHelp } from '../running-hub.ts';

const variable = 'ANJUNGAN_TRUST_PASSPHRASE';

/**
 * From the environment, or asked for at the terminal without showing it.
 * @param twice a new one is typed again
 * @throws CannotHelp
 */
export async function passphrase(twice: boolean): Promise<string> {
  const words = await givenSecret(variable, 'Passphrase of the signing key: ');
  const fromTerminal = (process.env[variable] ?? '') === '';
  if (twice && fromTerminal && (await askSecret('The same again: ')) !== words)
    throw new CannotHelp('the two were not the same.');
  return words;
}
