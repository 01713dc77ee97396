import { openTree } from '../../../scripts/code/tree'
import { readArguments } from '../../../scripts/new/arguments'
import { make } from '../../../scripts/new/make'

const refused = async (command: readonly string[]) => {
  const tree = openTree('.')
  const request = readArguments(command)
  if (request === undefined) throw new Error('asked for help')
  const outcome = await make(tree, request).catch((error: Error) => error.message)
  return { outcome, changed: tree.changed() }
}

describe('a name', () => {
  it.each([
    'Orders',
    'tea_orders',
    '../up',
    'tea//cup',
    'tea-',
    '2tea',
    '订单',
    'a'.repeat(31),
    'tea/../../x',
  ])('a name that is not in kebab-case is refused, and nothing is changed: %s', async (name) => {
    const { outcome, changed } = await refused(['page', name])
    expect(outcome).toMatch(/is no name for this|three folders deep/)
    expect(changed).toEqual([])
  })

  it.each([
    ['page', 'class', 'is a reserved word'],
    ['page', 'con', 'a device on Windows'],
    ['page', 'orders/aux', 'a device on Windows'],
    ['feature', 'lpt1', 'a device on Windows'],
    ['page', 'dist', 'a folder that git ignores'],
    ['page', 'orders/dist', 'a folder that git ignores'],
    ['feature', 'coverage', 'a folder that git ignores'],
    ['page', 'me', '"me" is a tab'],
    ['page', 'home/more', 'is a tab'],
    ['page', 'web/more', 'not for every build'],
    ['page', 'member/account', 'There is a page in src/pages/member/account already'],
    ['tab', 'member', '"pages/member" is a sub-package'],
    ['feature', 'session', 'There is a feature in src/features/session/ already'],
    ['feature', 'common', 'src/i18n/common.ts is there already'],
    ['feature', 'state', 'would have useState twice'],
    ['feature', 'texts', 'would have useTexts twice'],
    ['page', 'use', 'would have useTexts twice'],
    ['tab', 'tab', 'would have tabTexts twice'],
    ['page', 'n-otes', 'There is a page "notes" already'],
    ['module', 'described', 'would have described twice'],
    ['module', 'pg', 'would have pgTable twice'],
    ['module', 'errors', 'server/src/modules/errors/errors.ts would be written twice'],
    ['module', 'create', 'is kept by the server or by PostgreSQL'],
    ['module', 'file', 'has error codes or limits of "file" already'],
    ['module', 'upload', 'has error codes or limits of "upload" already'],
  ])(
    'a name that is taken or reserved is refused, and nothing is changed: %s %s',
    async (kind, name, why) => {
      const { outcome, changed } = await refused([kind, name])
      expect(outcome).toContain(why)
      expect(changed).toEqual([])
    },
  )
})

it('a name that differs from a file by capital letters alone is taken: macOS and Windows ignore those', async () => {
  const tree = openTree('.')
  tree.write('src/i18n/Tea.ts', '')
  const request = readArguments(['page', 'tea'])
  if (request === undefined) throw new Error('asked for help')
  await expect(make(tree, request)).rejects.toThrow('src/i18n/Tea.ts is there already')
})

describe('the command line of new', () => {
  it.each([
    [['thing', 'x'], 'Say what to make'],
    [['page'], 'Say one name'],
    [['page', 'a', 'b'], 'Say one name'],
    [['page', 'a', '--at', '2'], 'are for tabs'],
    [['tab', 'a', '--at', '0'], 'from the left'],
    [['tab', 'a', '--at', '1', '--before', 'me'], 'not by both'],
    [['page', 'a', '--on', 'me'], '--on is for features'],
    [['page', 'a', '--force'], "Unknown option '--force'"],
  ])('the command line of new is refused with what is wrong with %j', (argv, why) => {
    expect(() => readArguments(argv)).toThrow(why)
  })

  it('the command line of new makes nothing when help is wanted', () => {
    expect(readArguments(['--help'])).toBeUndefined()
  })

  it.each([
    [['page', 'a', '--title', 'Orders'], '--title is the Chinese title'],
    [['page', 'a', '--title', '订'.repeat(31)], '1 to 30 characters'],
    [['page', 'a', '--title', '订\n单'], '1 to 30 characters'],
    [['tab', 'a', '--before', 'nowhere'], 'There is no tab "nowhere"'],
    [['feature', 'a', '--on', 'nowhere'], 'There is no page "nowhere"'],
  ])(
    'the command line of new is refused where the project has no place for %j',
    async (argv, why) => {
      const { outcome, changed } = await refused(argv)
      expect(outcome).toContain(why)
      expect(changed).toEqual([])
    },
  )

  it('the command line of new takes titles with quotes and backslashes as they are', async () => {
    const tree = openTree('.')
    const request = readArguments(['page', 'a', '--title', "茶'\\", '--title-en', "Tea's"])
    if (request === undefined) throw new Error('asked for help')
    await make(tree, request)
    expect(tree.read('src/i18n/a.ts')).toContain("title: 'Tea\\'s'")
  })
})
