/** @typedef {import('./mutations.mjs').Mutation} Mutation */

const windowTest = 'test/unit/electron/main/main.test.ts'

/** @type {readonly (readonly [string, string])[]} */
const preferences = [
  ['sandbox: true', 'sandbox: false'],
  ['contextIsolation: true', 'contextIsolation: false'],
  ['nodeIntegration: false', 'nodeIntegration: true'],
  ['nodeIntegrationInWorker: false', 'nodeIntegrationInWorker: true'],
  ['nodeIntegrationInSubFrames: false', 'nodeIntegrationInSubFrames: true'],
  ['webSecurity: true', 'webSecurity: false'],
  ['allowRunningInsecureContent: false', 'allowRunningInsecureContent: true'],
  ['experimentalFeatures: false', 'experimentalFeatures: true'],
  ['webviewTag: false', 'webviewTag: true'],
  ['navigateOnDragDrop: false', 'navigateOnDragDrop: true'],
  ['      devTools,', '      devTools: true,'],
]

/** @type {readonly (readonly [string, string, string])[]} */
const navigation = [
  ['navigation of the window', "contents.on('will-navigate', (event) => {", "contents.on('did-navigate', (event) => {"],
  [
    'navigation of frames',
    "contents.on('will-frame-navigate', (event) => {",
    "contents.on('did-frame-navigate', (event) => {",
  ],
  ['redirects', "contents.on('will-redirect', refuse)", ''],
  ['webviews', "contents.on('will-attach-webview', refuse)", ''],
  ['new windows', "action: 'deny'", "action: 'allow'"],
  ['only a reload of the page itself', 'isMainFrame && url', 'url'],
  ['only a reload of the app', "url.replace(/#.*$/, '') === appAddress", 'url.startsWith(appAddress)'],
]

/** @type {readonly (readonly [string, string, string])[]} */
const sessionRules = [
  [
    'permission requests',
    'decide(isGranted(permission, details.requestingUrl))',
    'decide(isInApp(details.requestingUrl))',
  ],
  [
    'permission checks',
    'setPermissionCheckHandler((_contents, permission, origin) => isGranted(permission, origin))',
    'setPermissionCheckHandler((_contents, _permission, origin) => isInApp(origin))',
  ],
  ['permissions of other origins', "'clipboard-sanitized-write' && isInApp(origin)", "'clipboard-sanitized-write'"],
  ['device permissions', 'setDevicePermissionHandler(() => false)', 'setDevicePermissionHandler(() => true)'],
  ['bluetooth pairing', 'confirmed: false', 'confirmed: true'],
  ['protected USB classes', '=> protectedClasses)', '=> protectedClasses.slice(1))'],
  ['requests of the renderer', 'cancel: !isLocal(details.url)', 'cancel: false'],
  ['downloads', 'if (!isOwnDownload(item.getURL())) event.preventDefault()', 'item.getURL(), event'],
]

/** @type {readonly (readonly [string, string, string])[]} */
const ipc = [
  ['sender: known window', 'return isOurs(sender) && senderFrame', 'return senderFrame'],
  ['sender: main frame', ' && senderFrame === sender.mainFrame', ''],
  ['sender: URL', ' && isInApp(senderFrame.url)', ''],
  ['sender: checked at all', 'if (!isOurSender(event, isOurs)) {', 'if (false as boolean) {'],
  ['payload: as many as asked for', 'payload.length !== 2 ||', ''],
  ['payload: name is a text', "typeof name !== 'string' ||", "name === '' ||"],
  ['payload: input is a text', "typeof inputJson !== 'string' ||", "inputJson === '' ||"],
  ['payload: name is bounded', 'name.length > LONGEST_NAME', 'false'],
]

/**
 * @param {string} file
 * @param {string} test
 * @returns {(rows: readonly (readonly [string, string, string])[]) => Mutation[]}
 */
const inFile = (file, test) => (rows) => rows.map(([clause, from, to]) => ({ clause, file, from, to, test }))

const main = 'electron/main'
const unit = 'test/unit/electron/main'

/** @type {readonly Mutation[]} */
export const desktop = [
  ...inFile(
    `${main}/window.ts`,
    windowTest,
  )(preferences.map(([from, to]) => [`web preferences: ${from.trim()}`, from, to])),
  ...inFile(`${main}/navigation.ts`, `${unit}/navigation.test.ts`)(navigation),
  ...inFile(`${main}/session-rules.ts`, `${unit}/session-rules.test.ts`)(sessionRules),
  ...inFile(`${main}/ipc.ts`, `${unit}/ipc.test.ts`)(ipc),
  ...inFile(
    `${main}/main.ts`,
    windowTest,
  )([
    ['app.enableSandbox()', 'app.enableSandbox()', ''],
    ['folder of the data for its owner only', 'mode: 0o700', 'mode: 0o755'],
    ['one process for each folder', 'app.requestSingleInstanceLock()', 'dataFolder'],
  ]),
  ...inFile(
    `${main}/start.ts`,
    windowTest,
  )([
    ['rules of the session are set', 'limitSession(session.defaultSession)', ''],
    ['every page is held in place', 'holdInPlace(contents, openExternal)', '{}'],
    ['doors are kept shut', 'keepDoorsShut(app, log)', ''],
    ['quit drains', 'await (await desk).close()', ''],
  ]),
  ...inFile(
    `${main}/address.ts`,
    `${unit}/ipc.test.ts`,
  )([
    ['address: scheme', "url.protocol === 'app:' && ", ''],
    ['address: host', "url.host === 'casebook'", "url.host.startsWith('casebook')"],
    ['address: user-info', " && url.username === ''", ''],
  ]),
  ...inFile(
    `${main}/protocol.ts`,
    `${unit}/protocol.test.ts`,
  )([
    ['app:// for the app alone', 'if (!isInApp(request.url)) return refusal(403, doorPages.foreign.text)', ''],
    [
      'app:// is read only',
      "if (request.method !== 'GET' && request.method !== 'HEAD') return refusal(405, doorPages['not-possible'].text)",
      '',
    ],
    ['app:// carries the policy', "{ ...always, 'Content-Type': asset.mediaType", "{ 'Content-Type': asset.mediaType"],
    ['app:// has no network', 'securityHeaders("\'none\'")', 'securityHeaders("\'self\'")'],
    [
      'app:// paths as they stand',
      "return /^app:\\/\\/casebook(\\/[^?#]*)/.exec(url)?.[1] ?? ''",
      'return decodeURIComponent(new URL(url).pathname)',
    ],
  ]),
  ...inFile(
    `${main}/external.ts`,
    `${unit}/navigation.test.ts`,
  )([
    ['external links through the list', 'shell.openExternal(address)', 'shell.openExternal(link)'],
    ['refused links open nothing', '      return\n    }\n    shell', '    }\n    shell'],
  ]).slice(1),
  ...inFile(
    `${main}/doors.ts`,
    `${unit}/doors.test.ts`,
  )([
    ['certificate errors', 'trust(false)', 'trust(true)'],
    [
      'client certificates',
      "app.on('select-client-certificate', (event) => {\n    event.preventDefault()",
      "app.on('select-client-certificate', (_event) => {",
    ],
    ['passwords', "app.on('login', (event) => {\n    event.preventDefault()", "app.on('login', (_event) => {"],
  ]),
  ...inFile(
    `${main}/debug-switches.ts`,
    `${unit}/debug-switches.test.ts`,
  )([
    ['no remote debugging', "  'remote-debugging-port',\n", ''],
    ['no debug switch in a packaged app', 'return isPackaged ?', 'return !isPackaged ?'],
  ]),
  ...inFile(
    `${main}/deep-link.ts`,
    `${unit}/deep-link.test.ts`,
  )([
    ['links carry a number and no more', '\\/?$/.exec(link)', '/.exec(link)'],
    ['links start with our scheme', '/^msp-casebook:', '/msp-casebook:'],
  ]),
  ...inFile(
    'electron/preload/preload.ts',
    'test/unit/electron/preload/preload.test.ts',
  )([
    ['declared operations only', '!Object.hasOwn(operationNames, name)', '!(name in operationNames)'],
    ['text only', "if (typeof inputJson !== 'string') throw new TypeError('Input is JSON text.')", ''],
    ['no event object reaches the page', 'listener(eventJson)', 'listener(_ as string)'],
  ]),
]
