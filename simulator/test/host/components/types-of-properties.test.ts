import { errorsOf, logOf, onePage, run } from '../bundle'

/** What is logged by a page with a component whose property is defined like this and given `given`. */
const logged = async (property: string, given: string) => {
  const script = `Component({
    properties: { p: ${property} },
    attached() { console.log(JSON.stringify(this.data.p)) },
  })`
  const app = await run(
    onePage('Page({ data: { o: { enter: 1 } } })', `<c ${given} />`, {
      'pages/a.json': JSON.stringify({ usingComponents: { c: './c' } }),
      'pages/c.json': '{"component":true}',
      'pages/c.wxml': '<view />',
      'pages/c.js': script,
    }),
  )
  expect(errorsOf(app)).toEqual([])
  const lines = logOf(app)
  app.close()
  return lines
}

const WARNING = 'the type of property "p" is illegal'

describe('a property of a component', () => {
  it.each([
    ['{ type: [Number, Object], value: 300 }', '', '300'],
    ['{ type: [Number, Object], value: 300 }', 'p="{{o}}"', '{"enter":1}'],
    ['{ type: [Number, Object] }', '', 'null'],
    ['{ type: Date }', 'p="x"', '"x"'],
  ])(
    'a property of a component takes anything where its type is none, and WeChat warns: %s %s',
    async (property, given, value) => {
      expect(await logged(property, given)).toEqual([WARNING, value])
    },
  )

  it.each([
    ['{ type: Number, optionalTypes: [Object], value: 300 }', 'p="{{o}}"', '{"enter":1}'],
    ['{ type: null, value: 300 }', 'p="x"', '"x"'],
    ['{ value: 300 }', '', '300'],
    ['Number', 'p="7"', '7'],
  ])('a property of a component may have such a type: %s %s', async (property, given, value) => {
    expect(await logged(property, given)).toEqual([value])
  })
})
