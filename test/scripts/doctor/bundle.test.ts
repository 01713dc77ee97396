import { found } from './found'
import { built, bundleOf, projectWith } from './project'

describe('the doctor, of a bundle', () => {
  it('the doctor names a bundle of npm start, which is a development build', async () => {
    const bundle = bundleOf({
      'app.json': '{"pages":["pages/home/index","pages/dev/timeline/index"]}',
      'app.js': built('App({})'),
    })
    expect(await found({ bundle })).toEqual([
      expect.stringMatching(/^bundle error: .*development build.* Run npm run build:weapp\.$/),
    ])
  })

  it('the doctor names a bundle that was built for another backend than that of the settings', async () => {
    const env = { ...projectWith().env, TARO_APP_BAAS_HOST: 'https://api.coffee.example' }
    expect(await found({ env })).toEqual([
      expect.stringMatching(/^bundle error: .*not built with .* https:\/\/api\.coffee\.example/),
    ])
  })
})
