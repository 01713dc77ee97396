import { compact } from '../../../config/compact'

describe('a compact template', () => {
  it('has no white space between its tags, and one space between attributes', () => {
    const wide = '\n<view a="{{1}}"   b="c" >\n  <input d></input>\n</view>\n'
    expect(compact(wide)).toBe('<view a="{{1}}" b="c" ><input d></input></view>')
  })
})
