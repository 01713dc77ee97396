import { deviceOf } from '../../probe/run/phone'
import { readReport } from '../../probe/run/report'

const ON = {
  library: '3.11.3',
  platform: 'ios',
  wechat: '8.0.60',
  system: 'iOS 17',
  language: 'en',
}
const ANSWERS = { 'storage.missing': { seen: 'x', verdict: 'different' } }
const report = (change: object) => JSON.stringify({ probe: 1, on: ON, answers: ANSWERS, ...change })

it('a report of the probe is read whole, with the mark that some editors put in front', () => {
  expect(readReport(`\uFEFF${report({})}`)).toEqual({ probe: 1, on: ON, answers: ANSWERS })
})

it.each([
  ['nothing', '', 'not JSON'],
  ['half a report', report({}).slice(0, 40), 'not JSON'],
  ['a list', '[]', 'no report'],
  ['JSON of something else', '{"name":"x"}', 'no report'],
  ['null', 'null', 'no report'],
  ['a format of tomorrow', report({ probe: 2 }), 'format 2'],
  ['no phone', report({ on: undefined }), 'does not say its library'],
  ['a phone without a platform', report({ on: { ...ON, platform: 3 } }), 'its platform'],
  ['a base library in words', report({ on: { ...ON, library: 'latest' } }), 'three numbers'],
  ['no answers', report({ answers: {} }), 'no answers'],
  ['a list of answers', report({ answers: [1] }), 'no answers'],
  ['an answer without a verdict', report({ answers: { a: { seen: 'x' } } }), 'answer to a '],
  ['an unknown verdict', report({ answers: { a: { seen: 'x', verdict: 'y' } } }), 'answer to a '],
  ['an answer that is null', report({ answers: { a: null } }), 'answer to a '],
])('a report of the probe is refused in one sentence when it is %s', (_what, text, sentence) => {
  expect(() => readReport(text)).toThrow(sentence)
})

it('a report of the probe describes the phone to compare with, and no phone that does not exist', () => {
  expect(deviceOf({ ...ON, platform: 'ohos', language: 'fr' })).toEqual({
    libVersion: '3.11.3',
    platform: 'ohos',
    wechatVersion: '8.0.60',
    system: 'iOS 17',
  })
  expect(() => deviceOf({ ...ON, platform: 'fridge' })).toThrow('platform is "fridge"')
})
