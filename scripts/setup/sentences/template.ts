import { linesIn, sentencesIn, type Sentence } from '../steps/sentences'

/** What documents say of the template itself. */
export const ofTemplate: readonly Sentence[] = [
  ...sentencesIn('docs/app-api.md', [/[^。\n]*模板[^。\n]*。/, '']),
  ...sentencesIn('docs/app-api.en.md', [
    ' A test of the template compiles the code on this page.',
    '',
  ]),
  ...linesIn('docs/guides/commands.md', '| `taro init --template-source`'),
  ...linesIn('docs/guides/commands.en.md', '| `taro init --template-source`'),
]
