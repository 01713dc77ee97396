import { readFileSync } from 'node:fs'
import { titleFault, titlesIn } from '../titles'
import { trackedFiles } from '../tracked-files'

const titles = trackedFiles()
  .filter((file) => /\.test\.tsx?(?:\.txt)?$/.test(file))
  .flatMap((file) =>
    titlesIn(file, readFileSync(file, 'utf8')).map((title) => ({ file, ...title })),
  )

it('every test title in this repository makes sense alone in a list of failures', () => {
  const found = titles.flatMap(({ file, line, text }) => {
    const fault = titleFault(text)
    return fault === undefined ? [] : [`${file}:${line}: "${text}" ${fault}`]
  })
  expect(titles.length).toBeGreaterThan(2000)
  expect(found).toEqual([])
})

it('no two tests in this repository have the same title', () => {
  const places = new Map<string, string[]>()
  for (const { file, line, text } of titles) {
    places.set(text, [...(places.get(text) ?? []), `${file}:${line}`])
  }
  expect([...places].filter(([, found]) => found.length > 1)).toEqual([])
})

it.each([
  'works',
  'a link',
  '%s and %s',
  'returns the cached user',
  'share one request',
  'is refused when it is empty',
  'that is empty is refused',
  'it refuses an empty name',
  'they wait for the launch',
  'this name is not taken',
  'and goes on with the session',
  'also refuses a name',
  'while strangers guess, nothing happens',
])('the check of titles refuses "%s"', (title) => {
  expect(titleFault(title)).toBeDefined()
})

it.each([
  'a code is refused when it was used before',
  'wx.request returns a task',
  'linking ends the old sessions',
  '/readyz answers 503 without a database',
  '%s costs at most %i requests',
  '2 sign-ins share one request',
])('the check of titles accepts "%s"', (title) => {
  expect(titleFault(title)).toBeUndefined()
})

it('the titles of tests are found in every form that they are written in', () => {
  const text =
    "describe('a', () => {\n  it('b', f)\n  it.each([1])(\"c\", f)\n  test(`d ${e}`, f)\n})\n"
  expect(titlesIn('a.test.ts', text)).toEqual([
    { line: 2, text: 'b' },
    { line: 3, text: 'c' },
    { line: 4, text: 'd ${e}' },
  ])
})
