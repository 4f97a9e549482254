import { type Flip, flipsOf } from './flip.ts';

/** What the entry puts together, in the program as built: only a whole start can show that it is missing. */
const entry = 'out/main/index.js';
const checklist = 'tests/shell/checklist.test.ts';
const addSwitch = (name: string) =>
  ['app.enableSandbox();', `app.enableSandbox(); app.commandLine.appendSwitch("${name}");`] as const;

export const builtFlips: readonly Flip[] = [
  ...flipsOf(
    entry,
    checklist,
    [
      ['2.1', 'no sandbox for all', 'app.enableSandbox();', ''],
      ['2.1', 'a switch against the sandbox', ...addSwitch('no-sandbox')],
      ['2.1', 'a switch against the same-origin policy', ...addSwitch('disable-web-security')],
      ['2.1', 'an installed program that thinks it is not', 'app.isPackaged', 'false'],
    ],
    '2.1 ',
  ),
  ...flipsOf(
    entry,
    checklist,
    [['2.10', 'the keyring', 'app.commandLine.appendSwitch("password-store", "basic")', 'void 0']],
    '2.10',
  ),
  ...flipsOf(
    entry,
    checklist,
    [
      ['2.11', 'a menu', 'Menu.setApplicationMenu(null);', ''],
      [
        '2.11',
        'keys that nobody guards',
        'if (devServer === void 0) guardKeys(contents, atCounter ? "editing" : "typing");',
        '',
      ],
      ['2.11', 'the keys of a counter at a kiosk', 'atCounter ? "editing" : "typing"', '"editing"'],
      ['2.11', 'a window that nobody keeps', 'keepShown(window, {\n\t\tkept,', 'keepShown(window, {\n\t\tkept: false,'],
    ],
    '2.11',
  ),
  ...flipsOf(
    entry,
    checklist,
    [
      ['2.12', 'two fingers', 'app.commandLine.appendSwitch("disable-pinch");', ''],
      [
        '2.12',
        'a push that turns a page back',
        'app.commandLine.appendSwitch("overscroll-history-navigation", "0");',
        '',
      ],
      ['2.12', 'the zoom of the page', '\tforbidZoom(contents);', ''],
    ],
    '2.12',
  ),
  ...flipsOf(
    'out/preload/index.cjs',
    checklist,
    [['2.13', 'what is dropped', 'e.defaultPrevented||(', 'e.defaultPrevented||1||(']],
    '2.13',
  ),
  ...flipsOf(
    entry,
    checklist,
    [
      ['2.14', 'a screen that nobody takes again', 'if (kept) new WholeScreen(', 'if (false) new WholeScreen('],
      ['2.14', 'a window before the set-up code', 'boxed: () => notice?.stands === true', 'boxed: () => false'],
    ],
    '2.14',
  ),
  ...flipsOf(
    entry,
    checklist,
    [['2.15', 'a display that goes dark', ': "prevent-display-sleep"', ': "prevent-app-suspension"']],
    '2.15',
  ),
  ...flipsOf(
    entry,
    checklist,
    [['2.17', 'the end of a session of Windows', 'window.on("session-end", () => end(0));', '']],
    '2.17',
  ),
  ...flipsOf(
    entry,
    'tests/shell/start.test.ts',
    [
      ['2.17', 'a fault that nobody caught', 'process.on("uncaughtException", (error) => die(error));', ''],
      ['2.17', 'a promise that nobody caught', 'process.on("unhandledRejection", (error) => die(error));', ''],
      [
        '2.17',
        'a fault that ends as a success',
        'nobody expected this");\n\tapp.exit(1);',
        'nobody expected this");\n\tapp.exit(0);',
      ],
    ],
    '2.17',
  ),
  ...flipsOf(
    entry,
    checklist,
    [
      ['2.23', 'a switch for every certificate', ...addSwitch('ignore-certificate-errors')],
      ['2.23', 'no lockdown at all', 'return new Lockdown(app, page, log);', 'return { lockSession: () => void 0 };'],
    ],
    '2.23',
  ),
  ...flipsOf(
    entry,
    'tests/shell/start.test.ts',
    [
      [
        '2.18',
        'a second copy',
        'if (!app.requestSingleInstanceLock()) return null;',
        'app.requestSingleInstanceLock();',
      ],
    ],
    '2.18',
  ),
  ...flipsOf(
    entry,
    'tests/shell/start.test.ts',
    [['2.16', 'a driver that nobody watches', 'new Graphics({\n\t\tapp,', '({\n\t\tapp,']],
    '2.16',
  ),
  ...flipsOf(
    entry,
    'tests/shell/paired.test.ts',
    [['2.16', 'a page that hangs', 'silent: () => recovery.silent()', 'silent: () => void 0']],
    '2.16',
  ),
  ...flipsOf(
    'out/preload/index.cjs',
    'tests/shell/hardening.test.ts',
    [['2.1', 'a second function for the page', '(`anjungan`,{', '(`anjungan`,{more:()=>{},']],
    '2.1 ',
  ),
  ...flipsOf(
    entry,
    'tests/shell/hardening.test.ts',
    [['2.2', 'a scheme that nobody registered', 'protocol.registerSchemesAsPrivileged([appScheme]);', '']],
    '2.2 ',
  ),
];
