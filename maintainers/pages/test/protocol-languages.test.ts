import { readFileSync } from 'node:fs'

/** The numbers of a page's headings, in order. */
const numbersIn = (page: string): string[] =>
  [...readFileSync(page, 'utf8').matchAll(/^#{2,3} (\d+(?:\.\d+)?) /gm)].map(
    ([, number = '']) => number,
  )

/** The paths of the protocol that a page names, once each. */
const pathsIn = (page: string): string[] => [
  ...new Set(
    [...readFileSync(page, 'utf8').matchAll(/`(?:GET|POST|PUT|DELETE) (\/hserve\/[^`]+)`/g)].map(
      ([, path = '']) => path,
    ),
  ),
]

describe('the protocol in Chinese', () => {
  it('the protocol in Chinese has every section of the English page, in its order', () => {
    const english = numbersIn('docs/protocol.md')
    const chinese = numbersIn('docs/protocol.zh.md')
    expect(chinese.filter((number) => english.includes(number))).toEqual(english)
  })

  it('the protocol in Chinese names every path of the English page', () => {
    expect(pathsIn('docs/protocol.zh.md')).toEqual(pathsIn('docs/protocol.md'))
  })
})
