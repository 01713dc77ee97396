import { ofServer } from '../sentences/server'
import { ofNeither, ofSimulator } from '../sentences/workspaces'
import type { Feature, Kept } from './feature'

/** Tests that need the backend and WeChat: the app with both, and what makes that up. */
const TOGETHER = [
  'docs/guides/testing.md',
  'docs/guides/testing.en.md',
  'test/contract/',
  'test/e2e/',
  'test/setup/',
  'test/tsconfig.json',
  'scripts/build/built-once.ts',
  'scripts/build/test-bundle.ts',
]

/** The SDK that the tests of the app with both speak to, and what it needs. */
const SDK = { in: /^knip\.config\.ts$/, words: ["'minapp-sdk'", "'regenerator-runtime'"] }

/** Without both there is nothing slow to leave out of `npm test`. */
const quickTests = (kept: Kept): string[] =>
  kept.has('server') || kept.has('simulator') ? [] : ['jest.quick.config.mjs']

const server: Feature = {
  name: 'server',
  label: 'The backend in this repository (server/)',
  leave: (kept) => ({
    removal: {
      files: [
        'server/',
        ...quickTests(kept),
        'docs/deploy.md',
        'docs/deploy.en.md',
        'docs/scale.md',
        'docs/scale.en.md',
        'docs/limits.md',
        'docs/limits.en.md',
        'docs/error-codes.md',
        'docs/error-codes.en.md',
        'docs/moving-in.md',
        'docs/moving-in.en.md',
        'compose.yaml',
        'scripts/doctor/checks/database.ts',
        'scripts/doctor/checks/server-settings.ts',
        'scripts/new/module.ts',
        'scripts/new/module-name.ts',
        'scripts/new/templates/module/',
        'scripts/new/templates/module-test/',
        'test/unit/ui/email-pages-contrast.test.ts',
        // The phones of the tests of the app with both.
        'simulator/test/kit/phones-of-worker.ts',
        'simulator/test/kit/simulator-of-worker.cjs',
        ...TOGETHER,
      ],
      declarations: [
        'eslint.zones.mjs#serverRooms',
        'jest.config.mjs#withPGlite',
        'jest.config.mjs#together',
      ],
      properties: [
        { in: /^(knip\.config\.ts|jest\.quick\.config\.mjs)$/, names: ['server'] },
        // Of a name, the spelling of tables.
        { in: /^scripts\/new\/name\.ts$/, names: ['snake'] },
      ],
      items: [
        SDK,
        { in: /^eslint\.zones\.mjs$/, words: ["'./server", 'serverRooms'], level: 'outermost' },
        { in: /^eslint\.config\.mjs$/, words: ["'fastify'"], level: 'outermost' },
        { in: /^jest\.config\.mjs$/, words: ["'server'"], level: 'outermost' },
        { in: /^scripts\/types\.ts$/, words: ['server/src'], level: 'outermost' },
        { in: /^scripts\/new\/arguments\.ts$/, words: ["'module'"] },
      ],
    },
    sections: [
      { in: 'docs/settings.md', heading: '## 后端' },
      { in: 'docs/settings.en.md', heading: '## The server' },
      { in: 'docs/guides/features.md', heading: '## 加一张表' },
      { in: 'docs/guides/features.en.md', heading: '## Add a table' },
      { in: 'docs/guides/features.md', heading: '## 从 OpenAPI 生成类型' },
      { in: 'docs/guides/features.en.md', heading: '## Types from OpenAPI' },
    ],
    sentences: [...ofServer(kept), ...(kept.has('simulator') ? [] : ofNeither)],
    workspaces: ['server'],
  }),
}

const simulator: Feature = {
  name: 'simulator',
  label: 'WeChat on your computer (simulator/): preview in a browser, tests of the built bundle',
  leave: (kept) => ({
    // The server's tests call WeChat's servers: their double stays, as a part of those tests.
    moves: kept.has('server')
      ? [{ from: 'simulator/', to: 'server/test/kit/wechat/', usedBy: /^server\// }]
      : [],
    removal: {
      files: ['simulator/', ...quickTests(kept), ...TOGETHER],
      declarations: ['jest.config.mjs#withPhones', 'jest.config.mjs#together'],
      properties: [{ in: /^knip\.config\.ts$/, names: ['simulator'] }],
      items: [
        SDK,
        { in: /^eslint\.zones\.mjs$/, words: ["'./simulator"], level: 'outermost' },
        { in: /^jest\.config\.mjs$/, words: ["'simulator'"], level: 'outermost' },
        { in: /^scripts\/types\.ts$/, words: ['simulator/main.ts'], level: 'outermost' },
      ],
    },
    sections: [
      { in: 'docs/settings.md', heading: '## 预览与模拟器' },
      { in: 'docs/settings.en.md', heading: '## Preview and simulator' },
    ],
    sentences: ofSimulator(kept),
    workspaces: ['simulator'],
  }),
}

export const workspaceFeatures: readonly Feature[] = [server, simulator]
