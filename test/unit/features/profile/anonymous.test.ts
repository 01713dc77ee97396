import { isAnonymous } from '../../../../src/features/profile/anonymous'

const GREY =
  'https://thirdwx.qlogo.cn/mmopen/vi_32/POgEwh4mIHO4nibH0KlMECNjjGxQUq24ZEaGT4poC6icRiccVGKSyXwibcPq4BWmiaIGuG1icwxaQX6grC9VemZoJ8rg/132'
const GREY_VARIANT =
  'https://thirdwx.qlogo.cn/mmopen/vi_32/POgEwh4mIHO4nibH0KlMECNjjGxQUq24ZEaGT4poC6icRiccVGKSyXwibcPq4ozAawiaYbCQTvDVxp4UMxN5UulpDixA/132'
const REAL = 'https://thirdwx.qlogo.cn/mmopen/vi_32/Q0j4TwGTfTK4QEMnT5dggfh4xpSuOWZ/132'

describe('an anonymous answer of getUserProfile', () => {
  it.each([
    ['both since 2022', { nickName: '微信用户', avatarUrl: GREY }],
    ['the other grey avatar', { nickName: 'Alice', avatarUrl: GREY_VARIANT }],
    ['the name alone', { nickName: '微信用户', avatarUrl: REAL }],
    ['no avatar', { nickName: 'Alice', avatarUrl: '' }],
    ['nothing at all', {}],
  ])('an anonymous answer of getUserProfile is recognised by %s', (_what, profile) => {
    expect(isAnonymous(profile)).toBe(true)
  })

  it('a real answer is not taken for an anonymous one, even if the name contains those words', () => {
    expect(isAnonymous({ nickName: '微信用户小林', avatarUrl: REAL })).toBe(false)
  })
})
