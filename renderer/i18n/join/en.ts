import type * as indonesian from './id.ts';

export const join: typeof indonesian.join = {
  title: 'Type the pairing code',
  detail: "Its 8 letters and digits are on the supervisor's screen: Devices → Pair a device.",
  code: 'Pairing code',
  erase: 'Erase one',
  go: 'Pair',
  yes: {
    title: 'Pair this device?',
    detail: "Compare this code with the supervisor's screen.",
    go: 'Pair this device',
    other: 'Type another code',
  },
  sending: 'Pairing…',
  wrong: 'The code is wrong, was used, or is too old. Ask the supervisor for a new one.',
  unreadable: 'That QR code is not whole. Type the code here.',
  tooOften: 'Too many tries. Please wait a moment.',
  unreachable: 'The hub cannot be reached. Check the cable or the Wi-Fi.',
};
