import type { Leaving } from './feature'

/** What only the template itself needs: it goes from every project. */
export const templateOnly: Partial<Leaving> = {
  removal: {
    files: [
      'maintainers/',
      'docs/decisions/',
      'docs/screens/',
      'docs/mutations.md',
      'docs/operations.md',
      'docs/screens-and-rules.md',
      'docs/weaknesses.md',
      /^scripts\/(mutations|operations|shots)[./]/,
      /^scripts\/(reload|session-model)\.ts$/,
      'scripts/browser/',
      'scripts/setup/',
      'scripts/size/client.ts',
      'test/browser/',
      'test/setup/browser.ts',
      'test/e2e/build-settings.test.ts',
      'test/contract/operations.test.ts',
      'test/scripts/client-size.test.ts',
      'test/scripts/mutations.test.ts',
      'test/scripts/screens-and-rules.test.ts',
      'test/scripts/setup/',
      'test/scripts/weaknesses.test.ts',
      'jest.browser.config.mjs',
      'CONTRIBUTING.md',
    ],
    tests: { titles: ['are all in the table of %s, with their defaults'], rows: [] },
    items: [
      { in: /^jest\.config\.mjs$/, words: ["'maintainers'"], level: 'outermost' },
      { in: /^knip\.config\.ts$/, words: ['maintainers/*'] },
    ],
  },
  scripts: [
    'model',
    'mutate',
    'mutations',
    'operations',
    'ownership:faults',
    'reload',
    'setup',
    'shots',
    'test:browser',
  ],
}
