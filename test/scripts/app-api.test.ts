import { blocksOf, faultsOf } from '../kit/compile-examples'

const PAGES = ['docs/app-api.md', 'docs/app-api.en.md'] as const

describe("the page on the app's own API", () => {
  it("the page on the app's own API holds code that compiles in the app", () => {
    const blocks = blocksOf(PAGES[1], 'tsx')
    expect(blocks).toHaveLength(5)
    expect(faultsOf(blocks)).toEqual([])
  }, 120_000)

  it("the page on the app's own API finds an example that calls what is not there", () => {
    const [first = ''] = blocksOf(PAGES[1], 'tsx')
    expect(faultsOf([first.replace('user.nickname', 'user.nick')])).toHaveLength(1)
  }, 120_000)

  it("the page on the app's own API has the same code in both languages", () => {
    expect(blocksOf(PAGES[0], 'tsx')).toEqual(blocksOf(PAGES[1], 'tsx'))
  })
})
