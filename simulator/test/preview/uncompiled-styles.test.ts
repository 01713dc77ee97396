import { readAppConfig } from '../../host/core/app/app-config'
import { createStylesheets } from '../../preview/server/stylesheets'
import type { Sources } from '../host/bundle'

const read = (sources: Sources) => {
  const files = {
    read: (path: string) => sources[path],
    list: () => Object.keys(sources),
  }
  return createStylesheets()(files, readAppConfig(files))
}

const APP = { 'app.json': '{"pages":["pages/a"]}', 'pages/a.wxml': '', 'c/c.wxml': '' }
const SENTENCE = 'Sass and Less are not compiled here: put the compiled .wxss beside it.'

describe('stylesheets that only a plugin of DevTools compiles', () => {
  it('a stylesheet in Sass or Less is said to be left out, by its file', () => {
    const sources = { ...APP, 'app.sass': '', 'pages/a.scss': '', 'c/c.less': '' }
    expect(read(sources).faults).toEqual(
      ['app.sass', 'c/c.less', 'pages/a.scss'].map((file) => `${file}:1:1: ${SENTENCE}`),
    )
  })

  it('a stylesheet in Sass or Less with its compiled WXSS beside it is none of the preview’s', () => {
    const sources = { ...APP, 'pages/a.scss': '', 'pages/a.wxss': '.a { color: red }' }
    expect(read(sources).faults).toEqual([])
    expect(read(sources).styles.map(({ path }) => path)).toEqual(['pages/a'])
  })
})
