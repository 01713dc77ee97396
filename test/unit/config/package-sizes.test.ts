import { aboutSizes } from '../../../config/about-sizes'

const MIB = 1024 * 1024
const sizes = (main: number, sub: number) =>
  aboutSizes(
    new Map([
      ['app.js', main - 10],
      ['app.json', 10],
      ['pages/member/index.js', sub],
    ]),
    ['pages/member'],
  )

describe('the packages of a build', () => {
  it('the packages of a build pass without a word up to one and a half megabytes each', () => {
    expect(sizes(1.5 * MIB, 1.5 * MIB)).toEqual({ errors: [], warnings: [] })
  })

  it('the packages of a build are worth a warning above one and a half megabytes, each by itself', () => {
    expect(sizes(1.6 * MIB, 1)).toEqual({
      errors: [],
      warnings: ['The main package has 1.60 MB; WeChat takes 2 MB.'],
    })
  })

  it('the packages of a build fail the build above two megabytes, where WeChat refuses them', () => {
    expect(sizes(1, 2.1 * MIB)).toEqual({
      errors: ['The sub-package pages/member/ has 2.10 MB; WeChat takes 2 MB.'],
      warnings: [],
    })
  })
})
