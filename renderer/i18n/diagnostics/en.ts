import type { DiagnosticWords, Figures } from './id.ts';

const n = (value: Figures[string] | undefined) =>
  typeof value === 'number' ? value.toLocaleString('en-GB') : (value ?? '?');
const room = (megabytes: Figures[string] | undefined) =>
  typeof megabytes === 'number' && megabytes >= 10_000 ? `${n(Math.floor(megabytes / 1000))} GB` : `${n(megabytes)} MB`;
const counted = (value: Figures[string] | undefined, one: string, many: string) =>
  value === 1 ? `1 ${one}` : `${n(value)} ${many}`;

export const diagnostics: DiagnosticWords = {
  title: 'Diagnostics',
  detail: 'Ten checks of the hub’s machine. The result holds no data of people.',
  steps: {
    storage: 'Storage',
    database: 'Database',
    clock: 'Clock',
    network: 'Network',
    hub: 'Hub',
    printer: 'Printer',
    sound: 'Sound',
    display: 'Screen',
    touch: 'Touch',
    update: 'Updates',
  },
  verdicts: {
    good: 'Good',
    attention: 'Take note',
    bad: 'Problem',
    not_here: 'Not here',
    ask: 'Needs a person',
  },
  findings: {
    not_here: { what: () => 'This machine has no such part.' },
    step_late: {
      what: ({ seconds }) => `No answer within ${counted(seconds, 'second', 'seconds')}.`,
      act: 'Restart this machine, then check again.',
      who: 'office',
    },
    step_failed: {
      what: () => 'This check failed.',
      act: 'Check again. If it still fails, save this result and send it to the technician.',
      who: 'technician',
    },
    storage_ok: { what: ({ megabytes }) => `${room(megabytes)} are free.` },
    storage_low: {
      what: ({ megabytes }) => `Only ${room(megabytes)} are free. No requests for letters are taken.`,
      act: 'Move other files off this machine, or put in a larger disk.',
      who: 'technician',
    },
    storage_full: {
      what: ({ megabytes }) => `Almost full: ${room(megabytes)} are free. No numbers are given.`,
      act: 'Free the disk now. Numbers that are out can still be called.',
      who: 'technician',
    },
    storage_unwritable: {
      what: () => 'Nothing can be written to the disk.',
      act: 'Check the disk and the access rights of the data folder.',
      who: 'technician',
    },
    database_ok: { what: ({ megabytes }) => `Sound, ${room(megabytes)}.` },
    database_none: { what: () => 'There is no database in this folder yet.' },
    database_damaged: {
      what: () => 'The database is damaged.',
      act: 'Restore the newest backup with the recovery key.',
      who: 'technician',
    },
    database_locked: {
      what: () => 'Another program holds the database.',
      act: 'Close that program, or restart this machine.',
      who: 'technician',
    },
    database_unopenable: {
      what: () => 'The database cannot be opened.',
      act: 'Check the disk and the access rights of the data folder.',
      who: 'technician',
    },
    key_missing: {
      what: () => 'The key of the database is missing or damaged.',
      act: 'Restore the newest backup with the recovery key.',
      who: 'technician',
    },
    key_sealed: {
      what: () => 'The key of the database is there, but only Anjungan itself can read it.',
      act: 'Start Anjungan, then check again.',
      who: 'office',
    },
    clock_ok: { what: () => 'The clock is believed.' },
    clock_unconfirmed: {
      what: () => 'Nobody has said that the clock is right.',
      act: 'Look at date and time, then answer the question on the kiosk.',
      who: 'office',
    },
    clock_off: {
      what: ({ minutes }) => `The clock is ${counted(minutes, 'minute', 'minutes')} off the hub’s.`,
      act: 'Set date and time of this machine. If they change again, replace the clock’s battery.',
      who: 'technician',
    },
    network_ok: {
      what: ({ networks, address }) =>
        address === undefined
          ? `Connected to ${counted(networks, 'network', 'networks')}.`
          : `Connected as ${address}.`,
    },
    network_no_gateway: {
      what: () => 'Connected, but with no way to the internet. The queue goes on.',
      act: 'Check whether the router is on.',
      who: 'office',
    },
    network_none: {
      what: () => 'Not connected to a network. The kiosk of this machine goes on.',
      act: 'Plug in the network cable and switch on the router.',
      who: 'office',
    },
    network_needed: {
      what: () => 'Not connected to a network.',
      act: 'Plug in the network cable and switch on the router.',
      who: 'office',
    },
    hub_ok: { what: () => 'It answers on this machine. Other machines may not connect yet.' },
    hub_open: { what: () => 'It answers on this machine and on the office’s network.' },
    hub_silent: {
      what: () => 'The hub does not answer on its own machine.',
      act: 'Restart this machine.',
      who: 'office',
    },
    hub_no_address: {
      what: () => 'The chosen network gives no address.',
      act: 'Plug in the network cable and switch on the router.',
      who: 'office',
    },
    hub_port_taken: {
      what: ({ port }) => `Another program has port ${String(port)}.`,
      act: 'Close that program, or choose another port.',
      who: 'technician',
    },
    hub_key_unusable: {
      what: () => 'The hub’s network key is missing or damaged.',
      act: 'Restore the folder “lan” from a backup.',
      who: 'technician',
    },
    hub_lan_failed: {
      what: () => 'The office’s network cannot be served.',
      act: 'Restart this machine. If it still fails, send this result to the technician.',
      who: 'technician',
    },
    hub_reached: {
      what: ({ milliseconds }) => `The hub answered within ${counted(milliseconds, 'millisecond', 'milliseconds')}.`,
    },
    hub_unreachable: {
      what: () => 'The hub cannot be reached.',
      act: 'Check that the hub and the router are on and their cables are in.',
      who: 'office',
    },
    hub_turned_away: {
      what: () => 'The hub does not know this machine any more.',
      act: 'Connect it again from the page Devices at the hub.',
      who: 'technician',
    },
    hub_port_free: { what: ({ port }) => `Port ${String(port)} is free. Anjungan is not running.` },
    printer_ready: { what: ({ printers }) => (printers === 1 ? 'Ready.' : `${n(printers)} printers are ready.`) },
    printer_paper_low: { what: () => 'The paper is nearly used up.', act: 'Have a new roll at hand.', who: 'office' },
    printer_paper_out: { what: () => 'The paper is used up.', act: 'Put in a new roll.', who: 'office' },
    printer_cover_open: { what: () => 'The printer’s cover is open.', act: 'Close it until it clicks.', who: 'office' },
    printer_cutter_jammed: {
      what: () => 'The paper cutter is jammed.',
      act: 'Switch the printer off, open it and take out the paper that is stuck.',
      who: 'office',
    },
    printer_head_hot: { what: () => 'The printer is hot.', act: 'Wait a few minutes.', who: 'office' },
    printer_unreachable: {
      what: () => 'The printer is off or a cable is loose.',
      act: 'Switch it on and check both cables.',
      who: 'office',
    },
    printer_needs_check: {
      what: () => 'The printer must be looked at: nobody knows whether the last paper came out.',
      act: 'Look at it, then answer the question about that number at a counter.',
      who: 'office',
    },
    printer_none: {
      what: () => 'No printer is set up.',
      act: 'Choose one on the page Devices.',
      who: 'technician',
    },
    printer_at_hub: { what: () => 'The hub looks after this machine’s printer.' },
    sound_ask: {
      what: () => 'Only a person before the machine can hear it.',
      act: 'Check it from the maintenance screen of that machine.',
      who: 'office',
    },
    sound_heard: { what: () => 'The sound was heard.' },
    sound_silent: {
      what: () => 'No sound was heard.',
      act: 'Check the loudspeaker’s cable, its switch and its volume.',
      who: 'office',
    },
    display_ask: {
      what: () => 'Only a person before the machine can see it.',
      act: 'Check it from the maintenance screen of that machine.',
      who: 'office',
    },
    display_whole: { what: () => 'Every colour reaches the edges.' },
    display_flawed: {
      what: () => 'Colours or edges of the screen are not whole.',
      act: 'Check the screen’s cable and its resolution.',
      who: 'technician',
    },
    touch_ask: {
      what: () => 'Only a person before the machine can touch it.',
      act: 'Check it from the maintenance screen of that machine.',
      who: 'office',
    },
    touch_whole: { what: ({ marks }) => `All ${n(marks)} marks can be touched.` },
    touch_missed: {
      what: ({ touched, marks }) => `Only ${n(touched)} of ${n(marks)} marks can be touched.`,
      act: 'Wipe the screen dry and try again. If it stays, calibrate or replace the touchscreen.',
      who: 'technician',
    },
    update_current: {
      what: ({ hours }) => (hours === 0 ? 'Checked just now.' : `Checked ${counted(hours, 'hour', 'hours')} ago.`),
    },
    update_waiting: { what: ({ version }) => `Version ${n(version)} waits to be installed tonight.` },
    update_stale: {
      what: ({ days }) => `No answer from the update server for ${counted(days, 'day', 'days')}.`,
      act: 'Check this machine’s way to the internet.',
      who: 'technician',
    },
    update_not_asked: { what: () => 'The update server was not asked yet since the start.' },
    update_unreachable: {
      what: () => 'The update server cannot be reached. The kiosk goes on.',
      act: 'Check this machine’s way to the internet.',
      who: 'technician',
    },
    update_not_set_up: { what: () => 'Automatic updates are not set up on this machine.' },
  },
  who: { office: 'Office staff', technician: 'Technician' },
  run: 'Check now',
  again: 'Check again',
  running: 'Checking…',
  save: 'Save as text',
  saveData: 'Save as data (JSON)',
  failed: 'The check was cut off. Try again.',
  allGood: 'All checks of the machine are good',
  summary: (bad, attention) =>
    [bad > 0 ? (bad === 1 ? '1 problem' : `${bad} problems`) : '', attention > 0 ? `${attention} to take note of` : '']
      .filter(Boolean)
      .join(' · '),
  file: {
    head: 'Result of Anjungan’s diagnostics',
    at: (at) => `Time: ${at}`,
    version: (version) => `Version: ${version}`,
    platform: (platform) => `System: ${platform}`,
    uptime: (hours, minutes) => `Running: ${hours} h ${minutes} min`,
    counts: (counts) => `Content: ${counts}`,
    rows: { ticket: 'numbers', request: 'requests', letter: 'letters', device: 'machines' },
    act: (act, who) => `What to do: ${act} (${who})`,
  },
  test: {
    begin: 'Go on to sound',
    later: 'Asked in a moment.',
    sound: 'Did you hear the sound?',
    soundFirst: 'Play the sound and listen',
    play: 'Play the sound',
    playAgain: 'Play it again',
    display: 'The screen will show five colours',
    displayHow: 'Touch the screen for the next colour. Watch the line at all four edges.',
    show: 'Show the colours',
    field: (nth, of) => `Colour ${nth} of ${of}. Touch to go on`,
    displayed: 'Did every colour reach the edges?',
    touch: 'Touch all nine marks',
    touched: (count, of) => `${count} of ${of}`,
    mark: (nth) => `Mark ${nth}`,
    cannot: 'Some do not work',
    yes: 'Yes',
    no: 'No',
    done: 'Done',
    results: 'Results',
  },
};
