import { errorsOf, onePage, run } from '../bundle'

describe('a generic component', () => {
  it('a generic component that the parent leaves out, without a default, shows its content alone', async () => {
    const app = await run(
      onePage('Page({})', '<list />', {
        'pages/a.json': '{"usingComponents":{"list":"./list"}}',
        'pages/list.js': 'Component({})',
        'pages/list.json': '{"component":true,"componentGenerics":{"item":true}}',
        'pages/list.wxml': '<item n="1"><text>content</text></item>',
      }),
    )
    expect(app.text()).toBe('content')
    expect(errorsOf(app)).toEqual([])
    app.close()
  })
})
