import { TEST_BUNDLE } from '../../scripts/build/test-bundle'
import { compileCheck } from '../../simulator/host/compile-check'

it("Tencent's compilers accept every WXML, WXS and WXSS of the built bundle", () => {
  expect(compileCheck(TEST_BUNDLE)).toEqual([])
})
