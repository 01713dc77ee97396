import { complaintsAbout, samplesIn } from '../compile-samples'

describe('the code in docs/api.md', () => {
  const samples = samplesIn('docs/api.md')

  it('compiles in a feature of the app', () => {
    expect(samples.length).toBeGreaterThan(4)
    expect(complaintsAbout(samples)).toBe('')
  })

  it('is the same in both languages', () => {
    expect(samplesIn('docs/api.en.md')).toEqual(samples)
  })

  it('would be refused with a name that does not exist', () => {
    expect(complaintsAbout(["import { useNothing } from '../../auth/useWechatAuth'\n"])).toContain(
      'useNothing',
    )
  })
})
