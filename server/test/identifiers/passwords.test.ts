import type { ApiError } from '../../src/errors'
import { checkNewPassword } from '../../src/security/password'

const NAMES = [
  'Zephyrine',
  'Linxiao',
  'linxiao.w@example.com',
  '13900000001',
  '小林同学',
  'notebook-app',
  'Ｂｏｂ　Ｔａｂｌｅｓ',
]

/** The `error_code` of the refusal, or null for a password that is taken. */
const refusalOf = (password: string): Promise<unknown> =>
  checkNewPassword(password, NAMES).then(
    () => null,
    (error: unknown) => (error as ApiError).errorCode,
  )

describe('a password', () => {
  it.each([
    'correct horse battery',
    'another horse battery',
    'a sentence for two',
    'blue giraffe',
    'Tr0ub4dor&3',
    // Eight random characters, as a password manager makes them.
    'kx8Jq2Lm',
    '床前明月光疑是地上霜',
    `a long one: ${'0123456789'.repeat(5)} with an end`,
  ])('a password may be %j', async (password) => {
    expect(await refusalOf(password)).toBeNull()
  })

  it.each([
    'Passw0rd!',
    'P@ssw0rd123',
    'aaaaaaaa',
    'a'.repeat(128),
    '        ',
    'qwertyuiop',
    '1qaz2wsx',
    '1qaz@WSX',
    '12345678a',
    'Aa123456!',
    'iloveyou1314',
    'woaini520',
    '5201314a',
    'qq123456789',
    'admin@123',
    'Summer2026!',
    '密码密码密码密码',
    '19900101',
    '13800138000'.slice(0, 4).repeat(3),
  ])('a password is too common: %j', async (password) => {
    expect(await refusalOf(password)).toBe('password_too_common')
  })

  it.each([
    'zephyrine1',
    'linxiao1',
    'Linxiao2026',
    'linxiao2026!',
    'linxiao.w',
    'linxiao.w@example.com',
    'example.com',
    'linxiao19900101',
    '13900000001',
    '00000001',
    '小林同学小林同学',
    '小林同学2026',
    'notebook1',
    'notebook-app',
    // The name above in the letters of another width.
    'tables2026',
  ])('a password is refused when it is made of the person’s names: %j', async (password) => {
    expect(await refusalOf(password)).toBe('password_has_your_name')
  })

  it('a password may hold a name among enough else', async () => {
    expect(await refusalOf('what linxiao keeps to herself')).toBeNull()
  })

  it('a password has 8 to 128 characters, whatever they take in memory', async () => {
    expect(await refusalOf('short')).toBe('password_too_short')
    expect(await refusalOf('😀'.repeat(7))).toBe('password_too_short')
    expect(await refusalOf('correct horse battery '.repeat(6))).toBe('password_too_long')
    expect(await refusalOf(`${'😀'.repeat(10)} in ${'correct horse battery '.repeat(5)}`)).toBe(
      null,
    )
  })
})
