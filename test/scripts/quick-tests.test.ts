import { execFileSync } from 'node:child_process'
import { relative } from 'node:path'

/** The files that a created project's `npm test -- …` runs. */
const listed = (...words: readonly string[]): string[] => {
  const options = ['--config', 'jest.quick.config.mjs', '--listTests', '--passWithNoTests']
  return execFileSync(process.execPath, ['node_modules/.bin/jest', ...options, ...words], {
    encoding: 'utf8',
  })
    .split('\n')
    .filter((path) => path !== '')
    .map((path) => relative(process.cwd(), path).replaceAll('\\', '/'))
    .sort()
}

describe('the quick tests of a project', () => {
  it.each([
    'server/test/limits/limits.test.ts',
    './simulator/test/wx/files/storage.test.ts',
    'test/e2e/launch.test.ts',
  ])('the quick tests run what is named on the command line, wherever it lies: %s', (path) => {
    expect(listed(path)).toEqual([path.replace('./', '')])
  })

  it('the quick tests are all of the app, and of the server its main ways to sign in', () => {
    const files = listed()
    expect(files).toContain('test/unit/pages/home.test.tsx')
    expect(files.filter((path) => path.startsWith('server/'))).toEqual([
      'server/test/accounts/sign-in/registration.test.ts',
      'server/test/accounts/wechat/linking.test.ts',
      'server/test/accounts/wechat/silent-login.test.ts',
      'server/test/sessions/sessions.test.ts',
    ])
  })
})
