import { errorsOf, onePage, run } from '../bundle'

const shown = async (template: string, data = '{}') => {
  const app = await run(onePage(`Page({ data: ${data} })`, `<view id="all">${template}</view>`))
  const text = app.text('all')
  expect(errorsOf(app)).toEqual([])
  app.close()
  return text
}

describe('names of WXS', () => {
  it.each(['class', 'enum', 'new', 'let', 'const', 'try', 'in', 'import', 'yield', 'static'])(
    'the names of WXS may be what JavaScript keeps for itself: %s',
    async (name) => {
      const script = `module.exports = { f: function (x) { var ${name} = 2; return ${name} + x } }`
      expect(await shown(`<wxs module="w">${script}</wxs>{{w.f(1)}}`)).toBe('3')
    },
  )
})
