import type { Leaving } from './feature'

/** What only the template itself needs: it goes from every project. */
export const templateOnly: Partial<Leaving> = {
  removal: {
    files: [
      'maintainers/',
      'docs/decisions/',
      'docs/screens/',
      'docs/screens-and-rules.md',
      'docs/weaknesses.md',
      'scripts/browser/',
      'scripts/setup/',
      'test/browser/',
      'test/setup/browser.ts',
      'test/e2e/build-settings.test.ts',
      'test/e2e/slim.test.ts',
      'test/kit/build-foreign-app.ts',
      'test/kit/foreign-app/',
      'test/scripts/setup/',
      'jest.browser.config.mjs',
      'CONTRIBUTING.md',
    ],
    items: [{ in: /^knip\.config\.ts$/, words: ['maintainers/', 'foreign-app/'] }],
  },
  scripts: [
    'conformance',
    'maintainers',
    'matrix',
    'model',
    'mutate',
    'mutations',
    'operations',
    'ownership:faults',
    'production',
    'reload',
    'scale',
    'setup',
    'shots',
    'size',
    'test:browser',
  ],
}
