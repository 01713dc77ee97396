import type { Feature } from './feature'

/** Tests that need the backend and WeChat: the app with both, and what makes that up. */
const TOGETHER = [
  'test/contract/',
  'test/e2e/',
  'test/setup/',
  'test/tsconfig.json',
  'scripts/build/test-bundle.ts',
]

const server: Feature = {
  name: 'server',
  label: 'The backend in this repository (server/)',
  leave: () => ({
    removal: {
      files: [
        'server/',
        'docs/deploy.md',
        'docs/deploy.en.md',
        'docs/scale.md',
        'docs/scale.en.md',
        'docs/limits.md',
        'docs/limits.en.md',
        'compose.yaml',
        'test/unit/ui/letter-pages-contrast.test.ts',
        ...TOGETHER,
      ],
      declarations: ['jest.config.mjs#withPGlite', 'jest.config.mjs#together'],
      properties: [{ in: /^knip\.config\.ts$/, names: ['server'] }],
      items: [
        { in: /^eslint\.zones\.mjs$/, words: ["'./server"], level: 'outermost' },
        { in: /^eslint\.config\.mjs$/, words: ["'server/"] },
        { in: /^jest\.config\.mjs$/, words: ["'server'"], level: 'outermost' },
        { in: /^scripts\/types\.ts$/, words: ['server/src'], level: 'outermost' },
      ],
    },
    scripts: ['server', 'dev:server', 'rotate-keys'],
    workspaces: ['server'],
  }),
}

const simulator: Feature = {
  name: 'simulator',
  label: 'WeChat on your desk (simulator/): preview in a browser, tests of the built bundle',
  leave: () => ({
    removal: {
      files: ['simulator/', ...TOGETHER],
      declarations: ['jest.config.mjs#withPhones', 'jest.config.mjs#together'],
      properties: [{ in: /^knip\.config\.ts$/, names: ['simulator'] }],
      items: [
        { in: /^eslint\.zones\.mjs$/, words: ["'./simulator"], level: 'outermost' },
        { in: /^eslint\.config\.mjs$/, words: ["'simulator/"] },
        { in: /^jest\.config\.mjs$/, words: ["'simulator'"], level: 'outermost' },
        { in: /^scripts\/types\.ts$/, words: ['simulator/main.ts'], level: 'outermost' },
      ],
    },
    scripts: ['simulator', 'preview'],
    workspaces: ['simulator'],
  }),
}

export const workspaceFeatures: readonly Feature[] = [server, simulator]
