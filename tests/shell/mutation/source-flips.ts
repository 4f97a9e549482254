import { type Flip, flipsOf } from './flip.ts';

/** Options and handlers whose tests stand beside them. */

const opposite = (name: string, value: boolean) => [`${name}: ${value},`, `${name}: ${!value},`] as const;

const windowFlips = flipsOf('main/shell/kiosk-window.ts', 'main/shell/kiosk-window.test.ts', [
  ['2.1', 'a page outside the sandbox', ...opposite('  sandbox', true)],
  ['2.1', 'the preload in the world of the page', ...opposite('contextIsolation', true)],
  ['2.1', 'Node in the page', ...opposite('nodeIntegration', false)],
  ['2.1', 'Node in frames', ...opposite('nodeIntegrationInSubFrames', false)],
  ['2.1', 'Node in workers', ...opposite('nodeIntegrationInWorker', false)],
  ['2.1', 'webviews', ...opposite('webviewTag', false)],
  ['2.1', 'no same-origin policy', ...opposite('webSecurity', true)],
  ['2.1', 'scripts over plain HTTP', ...opposite('allowRunningInsecureContent', false)],
  ['2.13', 'a dropped file that is opened', ...opposite('navigateOnDragDrop', false)],
  ['2.13', 'spelling that is checked', ...opposite('spellcheck', false)],
  ['2.13', 'dialogs of a page', ...opposite('disableDialogs', true)],
  ['2.15', 'a hidden page that sleeps', ...opposite('backgroundThrottling', false)],
  ['2.11', 'developer tools where it is installed', 'devTools: !packaged,', 'devTools: true,'],
  ['2.11', 'developer tools of the hidden window', 'devTools: false }', 'devTools: true }'],
  ['2.14', 'no kiosk', 'kiosk: !framed,', 'kiosk: false,'],
  ['2.14', 'a frame', 'frame: framed,', 'frame: true,'],
  ['2.14', 'below other windows', 'alwaysOnTop: packaged && !framed,', 'alwaysOnTop: false,'],
  ['2.14', 'a white window before its page', 'show: false,\n    backgroundColor', 'show: true,\n    backgroundColor'],
  ['2.11', 'a window that a person can close', 'if (kept && !quitting())', 'if (false)'],
]);

const nothing = 'void event';
const lockdownFlips = flipsOf('main/shell/lockdown.ts', 'main/shell/lockdown.test.ts', [
  ['2.8', 'navigation', "contents.on('will-navigate', stay);", ''],
  ['2.8', 'redirection', "contents.on('will-redirect', stay);", ''],
  [
    '2.8',
    'frames',
    "event.preventDefault();\n      this.#log.warn({ to: placeOf(event.url) }, 'a frame",
    "this.#log.warn({ to: placeOf(event.url) }, 'a frame",
  ],
  [
    '2.8',
    'webviews',
    "'will-attach-webview', (event) => event.preventDefault()",
    `'will-attach-webview', (event) => ${nothing}`,
  ],
  ['2.8', 'windows', "{ action: 'deny' }", "{ action: 'allow' }"],
  ['2.8', 'downloads', "'will-download', (event) => event.preventDefault()", `'will-download', (event) => ${nothing}`],
  [
    '2.7',
    'a permission that is asked for',
    'callback(false);\n    });\n    session.setPermissionCheck',
    'callback(true);\n    });\n    session.setPermissionCheck',
  ],
  [
    '2.7',
    'a permission that is checked',
    'setPermissionCheckHandler(() => false)',
    'setPermissionCheckHandler(() => true)',
  ],
  ['2.7', 'devices', 'setDevicePermissionHandler(() => false)', 'setDevicePermissionHandler(() => true)'],
  ['2.7', 'the screen for a page', 'callback(null)', 'callback({})'],
  ['2.7', 'Bluetooth', 'confirmed: false', 'confirmed: true'],
  ['2.7', 'protected classes of USB', '=> protectedClasses)', '=> (protectedClasses, []))'],
  ['2.7', 'sessions that are made later', "app.on('session-created', (session) => this.lockSession(session));", ''],
  [
    '2.8',
    'pages that are made later',
    "app.on('web-contents-created', (_event, contents) => this.#lockContents(contents));",
    '',
  ],
  ['2.23', 'a certificate that is not believed', 'callback(false);\n    });\n  }', 'callback(true);\n    });\n  }'],
  ['2.8', 'a path with what a resident typed in the log', "placeOf(event.url) }, 'a page", "event.url }, 'a page"],
]);

const pageFlips = flipsOf('main/shell/page.ts', 'main/shell/page.test.ts', [
  ['2.3', 'any scheme', 'protocol === own.protocol && ', ''],
  ['2.3', 'any host', 'host === own.host && ', ''],
  ['2.8', 'any page of ours', ' && pathname === own.pathname', ''],
]);

const portFlips = flipsOf('main/shell/ports.ts', 'main/shell/ports.test.ts', [
  ['2.4', 'a port for a frame', 'sender === mainFrame && sender.parent === null && ', ''],
  ['2.3', 'a port for any origin', ' && sender.origin === page.origin', ''],
  ['2.4', 'a port that nobody was asked for', '!isOwnFrame(senderFrame, contents.mainFrame, page)', 'false'],
]);

const schemeFlips = flipsOf('main/shell/app-protocol.ts', 'main/shell/app-protocol.test.ts', [
  ['2.2', 'a scheme beside the CSP', 'standard: true,', 'standard: true, bypassCSP: true,'],
  ['2.2', 'a scheme that is not secure', 'secure: true,', 'secure: false,'],
  ['2.2', 'other methods than GET', "if (method !== 'GET' && method !== 'HEAD') return empty(405);", ''],
  ['2.2', 'other hosts', 'if (`${protocol}//${host}` !== appOrigin) return empty(404);', ''],
  ['2.6', 'an answer without headers', '{ status, headers }', '{ status }'],
]);

const cspFlips = flipsOf('main/transport/assets.ts', 'main/transport/assets.test.ts', [
  ['2.6', 'everything unless forbidden', `"default-src 'none'"`, `"default-src 'self'"`],
  ['2.6', 'inline scripts', `"script-src 'self'"`, `"script-src 'self' 'unsafe-inline'"`],
  ['2.6', 'inline styles', `"style-src 'self'"`, `"style-src 'self' 'unsafe-inline'"`],
  ['2.6', 'pictures from anywhere', `"img-src 'self' data:"`, '"img-src *"'],
  ['2.6', 'fonts from anywhere', `"font-src 'self'"`, '"font-src *"'],
  ['2.6', 'sounds from anywhere', `"media-src 'self'"`, '"media-src *"'],
  ['2.6', 'calls to anywhere', `"connect-src 'self'"`, '"connect-src *"'],
  ['2.6', 'a page in a frame of another', `"frame-ancestors 'none'",`, ''],
  ['2.6', 'another base', `"base-uri 'none'",`, ''],
  ['2.6', 'forms to anywhere', `"form-action 'none'",`, ''],
  ['2.6', 'types that are guessed', `'x-content-type-options': 'nosniff',`, ''],
  ['2.6', 'addresses told to others', `'referrer-policy': 'no-referrer',`, ''],
  ['2.6', 'windows of other sites beside it', `'cross-origin-opener-policy': 'same-origin',`, ''],
  ['2.6', 'files for pages of other sites', `'cross-origin-resource-policy': 'same-origin',`, ''],
  ['2.2', 'a neighbour of the folder', 'path.startsWith(root + sep)', 'path.startsWith(root)'],
  ['2.2', 'files of every kind', ' && extname(path) in types', ''],
  ['2.2', 'an escaped path', 'name = decodeURIComponent(pathname);', 'name = pathname;'],
]);

const keyFlips = flipsOf('main/shell/keys.ts', 'main/shell/keys.test.ts', [
  ['2.11', 'Control on the whole screen', 'return !control && !alt', 'return !alt'],
  ['2.11', 'Alt on the whole screen', '!control && !alt && !meta', '!control && !meta'],
  ['2.11', 'the Windows key on the whole screen', '!alt && !meta && (', '!alt && ('],
  ['2.11', 'reload on the whole screen', "'Enter', 'Tab',", "'Enter', 'F5', 'Tab',"],
  ['2.11', 'every key with a name', '(isLetter || named.has(key))', '(isLetter || key.length > 1)'],
  ['2.11', 'reload and full screen at a counter', 'if (meta || idle.has(key)) return false;', ''],
  ['2.11', 'reload and zoom at a counter', 'idleWithControl.has(letter) || ', ''],
  ['2.11', 'developer tools at a counter', ' || (shift && idleWithShift.has(letter))', ''],
  ['2.11', 'back in the history at a counter', "!letter.startsWith('arrow') && letter !== 'home'", 'true'],
  ['2.11', 'no key that is stopped', 'if (!passes(input, keyboard)) event.preventDefault();', ''],
  ['2.11', 'shortcuts of a menu', 'setIgnoreMenuShortcuts(true)', 'setIgnoreMenuShortcuts(false)'],
  ['2.12', 'a zoom by two fingers', 'setVisualZoomLevelLimits(1, 1)', 'setVisualZoomLevelLimits(1, 3)'],
]);

const screenFlips = flipsOf('main/shell/whole-screen.ts', 'main/shell/whole-screen.test.ts', [
  ['2.14', 'left full screen', "window.on('leave-full-screen', soon);", ''],
  ['2.14', 'another window in front', "window.on('blur', soon);", ''],
  ['2.14', 'a display that turned', "screen.on('display-metrics-changed', soon);", ''],
  ['2.14', 'a display that went', "screen.on('display-removed', soon);", ''],
  ['2.14', 'a display that came', "screen.on('display-added', soon);", ''],
  ['2.14', 'no kiosk again', 'window.setKiosk(true);', ''],
  ['2.14', 'the old size again', 'window.setBounds(bounds);', ''],
  [
    '2.14',
    'below a task bar from the start',
    "window.setAlwaysOnTop(true, 'screen-saver');\n    const soon",
    'const soon',
  ],
  [
    '2.14',
    'below a task bar again',
    "window.setAlwaysOnTop(true, 'screen-saver');\n    window.moveTop",
    'window.moveTop',
  ],
]);

const recoveryFlips = flipsOf('main/shell/recovery.ts', 'main/shell/recovery.test.ts', [
  [
    '2.16',
    'a page that died',
    "contents.on('render-process-gone', (_event, { reason }) => this.#cure({ kind: 'gone', reason }));",
    '',
  ],
  [
    '2.16',
    'a page that hangs under a touch',
    "contents.on('unresponsive', () => this.#cure({ kind: 'unresponsive' }));",
    '',
  ],
  ['2.16', 'a page that does not load', "if (isMainFrame) this.#cure({ kind: 'load_failed', code });", ''],
  ['2.16', 'a preload that fails', "log.error({ err: error }, 'the preload script failed')", 'error'],
  ['2.16', 'reloads without end', '< reloadsInWindow ?', '< 1_000 ?'],
  ['2.16', 'a hung page that is only reloaded', "return 'kill';", "return 'reload';"],
]);

const heartbeatFlips = flipsOf('main/shell/heartbeat.ts', 'main/shell/heartbeat.test.ts', [
  ['2.16', 'a heartbeat of any frame', '!isOwnFrame(senderFrame, contents.mainFrame, page)', 'false'],
  ['2.16', 'a silence that nobody minds', 'this.#its.silent();', ''],
]);

const graphicsFlips = flipsOf('main/shell/graphics.ts', 'main/shell/graphics.test.ts', [
  ['2.16', 'a driver that is used again', 'app.disableHardwareAcceleration();', ''],
  ['2.16', 'a loop of graphics without end', 'if (!isGraphicsLoop(this.#ends)) return;', 'if (this.#ends) return;'],
  ['2.16', 'a loop that nobody notes', 'writeFileSync(this.#file,', 'void (this.#file,'],
]);

const otherFlips: Flip[] = [
  ...flipsOf('main/shell/power.ts', 'main/shell/power.test.ts', [
    ['2.15', 'nothing that stays on', 'this.#id = blocker.start(staysOn);\n    monitor', 'this.#id = 0;\n    monitor'],
    ['2.15', 'a display that goes dark after a sleep', 'if (!blocker.isStarted(this.#id))', 'if (false)'],
  ]),
  ...flipsOf('main/transport/message-port.ts', 'main/transport/message-port.test.ts', [
    ['2.5', 'anything for a frame', 'if (isFrame(data, mayBeLong))', 'if (data)'],
  ]),
  ...flipsOf('main/ops/watchdog.ts', 'main/ops/watchdog.integration.test.ts', [
    ['2.21', 'a supervisor that always hears good news', 'if (isWell) supervisor.alive();', 'supervisor.alive();'],
  ]),
  ...flipsOf('main/transport/front.ts', 'main/transport/lan/lan.integration.test.ts', [
    ['2.22', 'any name of the host', "!this.#hosts.has((host ?? '').toLowerCase()) || ", ''],
    ['2.22', 'any origin', ' || (origin !== undefined && !this.#origins.has(origin))', ''],
  ]),
];

export const sourceFlips: readonly Flip[] = [
  ...windowFlips,
  ...lockdownFlips,
  ...pageFlips,
  ...portFlips,
  ...schemeFlips,
  ...cspFlips,
  ...keyFlips,
  ...screenFlips,
  ...recoveryFlips,
  ...heartbeatFlips,
  ...graphicsFlips,
  ...otherFlips,
];
