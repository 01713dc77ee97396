import { readFileSync } from 'node:fs'
import { proseIn, vagueWordsIn } from '../prose'
import { trackedFiles } from '../tracked-files'

const files = trackedFiles().filter(
  (file) =>
    /\.(?:tsx?|mjs|js|cjs)$/.test(file) &&
    !/^(?:maintainers\/source|simulator\/test\/foreign)\//.test(file),
)

describe('comments and test titles', () => {
  it('the comments and test titles say literally what code does: it returns, throws and rejects', () => {
    const found = files.flatMap((file) =>
      proseIn(file, readFileSync(file, 'utf8')).flatMap(({ line, text }) =>
        vagueWordsIn(text).map((word) => `${file}:${line}: ${word}`),
      ),
    )
    expect(found).toEqual([])
  })

  it('the comments and test titles are found in every place where they can stand', () => {
    const text = `/** One. */\nconst a = 1 // two\n/* three */\nit('four', () => {\n  // five\n})\nit.each([1])("six", f)\n`
    expect(proseIn('a.test.ts', text).map((prose) => prose.text)).toEqual(
      expect.arrayContaining(['/** One. */', '// two', '/* three */', 'four', '// five', 'six']),
    )
  })

  it('the comments and test titles may name a thing that is called by a vague word', () => {
    expect(vagueWordsIn('It runs as `nobody`.')).toEqual([])
    expect(vagueWordsIn('Gives what nobody sees.')).toEqual(['gives', 'nobody'])
  })
})
