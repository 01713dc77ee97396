/**
 * Who may import whom, as zones of import-x/no-restricted-paths: `target` may not import `from`.
 * pages → features → auth → baas; features → ui, i18n, platform.
 */
const inSrc = (target, except, message) => ({
  target: `./src/${target}`,
  from: './src',
  except: [target, ...except].map((room) => `./${room}`),
  message,
})

// What every room of the server may import: plain files without a room of their own.
const GROUND = [
  'at-most',
  'background',
  'clock',
  'describe-error',
  'error-codes',
  'errors',
  'ids',
  'json-nesting',
  'operator-error',
  'out-of-time',
  'place',
  'startup-fault',
  'system-error-code',
  'with-timeout',
].map((name) => `${name}.ts`)

// The rooms of the server from the ground up: each may import those before it. `context.ts` is what the rooms
// after it share.
const SERVER_ROOMS = [
  'settings',
  'db',
  'security',
  'mailer',
  'wechat',
  'modules/holdings.ts',
  'context.ts',
  'create-context.ts',
  'accounts/users',
  'accounts/identifiers',
  'sessions',
  'accounts/sign-in',
  'accounts/wechat',
  'accounts/email',
  'accounts/phone',
  'accounts/changes',
  'files',
  'accounts/personal-data',
  'censor',
  'wechat-push',
  'functions',
  'maintenance',
  'plugins',
  'openapi',
  'routes',
  'modules',
  'operator',
]

const serverRooms = SERVER_ROOMS.map((room, floor) => ({
  target: `./server/src/${room}`,
  from: './server/src',
  except: [...GROUND, ...SERVER_ROOMS.slice(0, floor + 1)].map((below) => `./${below}`),
  message: `${room} imports the rooms below it only (eslint.zones.mjs has their order).`,
}))

export const zones = [
  ...serverRooms,
  ...GROUND.map((file) => ({
    target: `./server/src/${file}`,
    from: './server/src',
    except: GROUND.map((other) => `./${other}`),
    message: `${file} is ground: it imports no room of the server.`,
  })),
  inSrc('baas', [], 'baas is the bottom: it imports nothing of the app.'),
  inSrc('auth', ['baas'], 'auth imports baas only; everything else reaches it through ports.'),
  inSrc('platform', ['baas', 'auth'], 'platform implements ports of baas and auth, nothing more.'),
  inSrc('compat', ['baas', 'auth'], 'compat is shells over auth and baas.'),
  inSrc('ui', ['i18n', 'platform'], 'ui components know no features.'),
  inSrc('i18n', [], 'dictionaries import nothing of the app.'),
  inSrc(
    'features',
    ['auth', 'platform', 'ui', 'i18n', 'env.ts'],
    'features reach the account through auth: they know neither baas nor compat, nor pages.',
  ),
  inSrc(
    'pages',
    ['features', 'auth', 'ui', 'i18n', 'env.ts'],
    'pages compose features; they know neither baas nor platform.',
  ),
  { target: './src', from: './server', message: 'The app talks to the server over HTTP only.' },
  { target: './src', from: './simulator', message: 'The app does not know the simulator exists.' },
  { target: './server', from: './src', message: 'The server does not know the app.' },
  {
    target: './server/src',
    from: './simulator',
    message: 'The server reaches WeChat by base URL only, the simulator included.',
  },
  ...['./test', './server/test', './maintainers', './scripts'].map((target) => ({
    target,
    from: './simulator',
    except: [
      './index.ts',
      './package.json',
      // The table of the probe is data, which the check of RULES.md reads.
      ...(target === './maintainers' ? ['./probe/run/table.ts'] : []),
    ],
    message: 'Nothing reaches around the public API of the simulator: import simulator/index.',
  })),
  {
    target: './simulator',
    from: './src',
    message: 'The simulator hosts any bundle, not this app.',
  },
  {
    target: './simulator',
    from: './server',
    message: 'The simulator serves any backend, not this one.',
  },
]
