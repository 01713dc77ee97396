import { compact, compactJson } from '../../../config/compact'

describe('a compact template', () => {
  it('a compact template has no white space between its tags, and one space between attributes', () => {
    const wide = '\n<view a="{{1}}"   b="c" >\n  <input d></input>\n</view>\n'
    expect(compact(wide)).toBe('<view a="{{1}}" b="c" ><input d></input></view>')
  })
})

describe('a compact JSON file', () => {
  it('a compact JSON file has the same values, and no white space between them', () => {
    expect(compactJson('{\n  "light": {\n    "navText": "dark on light"\n  }\n}\n')).toBe(
      '{"light":{"navText":"dark on light"}}',
    )
  })
})
