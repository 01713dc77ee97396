import { readFileSync } from 'node:fs'
import { proseIn, vagueWordsIn } from '../prose'
import { trackedFiles } from '../tracked-files'

const files = trackedFiles().filter(
  (file) =>
    /\.(?:tsx?|mjs|js|cjs)$/.test(file) &&
    !/^(?:maintainers\/source|simulator\/test\/foreign)\//.test(file),
)

/** Files still to be reworded. Nothing may be added here. */
const STILL: readonly string[] = [
  'server/src/accounts/wechat/logins.ts',
  'server/src/openapi/operations.ts',
  'server/src/routes/logins.ts',
  'simulator/probe/app/probes/component.js',
  'simulator/probe/app/probes/profile.js',
  'simulator/probe/app/runner/run.js',
  'simulator/test/preview/server.test.ts',
  'simulator/wx/account/profile.ts',
  'simulator/wx/account/user-info.ts',
  'simulator/wx/account/user-profile.ts',
  'src/app.config.ts',
  'src/auth/account/profile.ts',
  'src/baas/profile.ts',
  'src/compat/tianmu/tianmu.ts',
  'src/compose.ts',
  'src/features/notes/NoteEditor.tsx',
  'src/features/phone/PhonePanel.tsx',
  'src/features/phone/result.ts',
  'src/ui/Cell.tsx',
  'test/unit/pages/letters.test.tsx',
  'test/unit/pages/me.test.tsx',
]

describe('comments and test titles', () => {
  it('say literally what code does: it returns, throws and rejects', () => {
    const found = files
      .filter((file) => !STILL.includes(file))
      .flatMap((file) =>
        proseIn(file, readFileSync(file, 'utf8')).flatMap(({ line, text }) =>
          vagueWordsIn(text).map((word) => `${file}:${line}: ${word}`),
        ),
      )
    expect(found).toEqual([])
  })

  it('are found in every place where they can stand', () => {
    const text = `/** One. */\nconst a = 1 // two\n/* three */\nit('four', () => {\n  // five\n})\nit.each([1])("six", f)\n`
    expect(proseIn('a.test.ts', text).map((prose) => prose.text)).toEqual(
      expect.arrayContaining(['/** One. */', '// two', '/* three */', 'four', '// five', 'six']),
    )
  })

  it('may name a thing that is called so', () => {
    expect(vagueWordsIn('It runs as `nobody`.')).toEqual([])
    expect(vagueWordsIn('Gives what nobody sees.')).toEqual(['gives', 'nobody'])
  })
})
