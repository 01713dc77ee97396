import { isolationOf, pageStyles, styleScopeOf } from '../../../host/core/view/style-isolation'

describe('the style isolation of a component', () => {
  it.each([
    [{}, {}, 'isolated'],
    [{}, { styleIsolation: 'apply-shared' }, 'apply-shared'],
    [{}, { styleIsolation: 'shared' }, 'shared'],
    [{ styleIsolation: 'shared' }, {}, 'shared'],
    [{ styleIsolation: 'isolated' }, { styleIsolation: 'shared' }, 'shared'],
    [{}, { addGlobalClass: true }, 'apply-shared'],
    [{}, { addGlobalClass: true, styleIsolation: 'isolated' }, 'isolated'],
    [{ styleIsolation: 'shared' }, { addGlobalClass: true }, 'shared'],
    [{ styleIsolation: 'sideways' }, {}, 'isolated'],
  ])(
    'the style isolation of a component, by JSON %j and options %j, is %s',
    (json, options, wanted) => {
      expect(isolationOf(json, options, false)).toBe(wanted)
    },
  )

  it.each([
    [{}, {}, 'shared'],
    [{ component: true }, {}, 'shared'],
    [{ styleIsolation: 'page-isolated' }, {}, 'page-isolated'],
    [{}, { styleIsolation: 'page-shared' }, 'page-shared'],
  ])('the style isolation of a page, by JSON %j and options %j, is %s', (json, options, wanted) => {
    expect(isolationOf(json, options, true)).toBe(wanted)
  })
})

describe('the stylesheets of a page', () => {
  const config: Readonly<Record<string, string>> = {
    page: 'shared',
    own: 'page-shared',
    alone: 'page-isolated',
    c: 'shared',
    d: 'isolated',
  }
  const codeSpace = {
    getComponentStaticConfig: (path: string) => ({ styleIsolation: config[path] }),
  } as unknown as Parameters<typeof pageStyles>[0]

  it.each([
    ['page', true, ['page', 'c']],
    ['own', false, ['own', 'c']],
    ['alone', false, ['c']],
  ])(
    'the page %s takes app.wxss: %s, and shares the classes of %j',
    (path, takesAppStyles, shared) => {
      const styles = pageStyles(codeSpace, path, ['c', 'd'])
      expect(styles).toEqual({ takesAppStyles, shared: new Set(shared) })
    },
  )

  it('the scope of classes names the path of their page, in letters that a class may have', () => {
    expect(styleScopeOf('pages/my_cell/index')).toBe('s-pages_2f_my_5f_cell_2f_index')
  })
})
