import { linesIn, sentencesIn, type Sentence } from '../steps/sentences'

/** What documents and settings of tools say of the shells. */
export const ofCompat: readonly Sentence[] = [
  ...sentencesIn('eslint.zones.mjs', [
    'neither baas nor compat, nor pages',
    'neither baas nor pages',
  ]),
  ...sentencesIn('docs/decisions/0007-sign-out-offline.md', [
    ' (`test/unit/auth/model.test.ts`)',
    '',
  ]),
  ...linesIn('docs/architecture.md', '    compat --> auth'),
  ...linesIn('docs/architecture.en.md', '    compat --> auth'),
]
