import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { compileCheck } from '../../../host/compile-check'

describe("Tencent's compilers", () => {
  let dist = ''
  beforeEach(() => {
    dist = mkdtempSync(join(tmpdir(), 'compile-check-'))
    writeFileSync(
      join(dist, 'good.wxml'),
      '<wxs module="m" src="./good.wxs"/><view>{{m.one}}</view>',
    )
    writeFileSync(join(dist, 'good.wxs'), 'module.exports = { one: 1 }')
    writeFileSync(join(dist, 'good.wxss'), 'page { color: red; width: 10rpx }')
  })
  afterEach(() => rmSync(dist, { recursive: true }))

  it("Tencent's compilers accept what WeChat accepts", () => {
    expect(compileCheck(dist)).toEqual([])
  })

  it.each([
    ['an unclosed tag', 'bad.wxml', '<view><text></view>', 'expect end-tag'],
    ['an open expression', 'bad.wxml', '<view wx:if="{{a"></view>', 'Bad value'],
    ['modern syntax in WXS', 'bad.wxs', 'let a = 1', 'bad.wxs:1'],
    ['an unclosed rule', 'bad.wxss', 'page { color: red;', 'bad.wxss'],
  ])("Tencent's compilers refuse %s", (_what, name, content, complaint) => {
    writeFileSync(join(dist, name), content)
    expect(compileCheck(dist)).toEqual([expect.stringContaining(complaint)])
  })
})
