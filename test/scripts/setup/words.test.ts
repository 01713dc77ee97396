import { DEFAULTS } from '../../../scripts/setup/answers/read-answers'
import { nextSteps } from '../../../scripts/setup/words'

const stepsWith = (left: readonly string[]): string[] =>
  nextSteps({ ...DEFAULTS, keep: [] }, { kind: 'none' }, [], left)

describe('the end of setup', () => {
  it('the end of setup names a folder in which only node_modules is left, and no other', () => {
    expect(stepsWith(['server'])).toContain(
      '  rm -r server                only its node_modules is left, which npm ci does not remove',
    )
    expect(stepsWith([]).join('\n')).not.toContain('rm -r')
  })
})
