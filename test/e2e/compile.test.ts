import { TEST_BUNDLE } from '../../scripts/build/test-bundle'
import { compileCheck } from '../../simulator/index'

it("Tencent's compilers accept every WXML, WXS and WXSS of the built bundle", async () => {
  expect(await compileCheck(TEST_BUNDLE)).toEqual([])
})
