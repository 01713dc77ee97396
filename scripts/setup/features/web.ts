import { ofWeb } from '../sentences/web'
import type { Feature } from './feature'

const ROUTES = /^src\/features\/navigation\/routes\.ts$/

export const web: Feature = {
  name: 'web',
  label: 'The web build: the same accounts in browsers',
  leave: () => ({
    removal: {
      fixed: { __TARGET__: 'weapp', 'platform.client': 'WECHAT' },
      files: [
        'docs/web.md',
        'docs/web.en.md',
        'config/no-jsonp.js',
        'src/assets/web/',
        'src/pages/web/',
        'src/features/web/',
        'src/index.html',
        'src/tsconfig.h5.json',
        /^src\/.*\.h5\.(tsx?|scss)$/,
        'test/unit/auth/tabs.test.ts',
        'test/unit/features/phone/offers-phone.test.tsx',
        'test/unit/pages/signed-in-already.test.tsx',
        'test/unit/pages/web.test.tsx',
        'test/unit/platform/h5.test.ts',
        'test/unit/platform/tab-bar.test.ts',
        'test/unit/ui/web-components.test.tsx',
        'test/unit/ui/web-page.test.tsx',
      ],
      declarations: [
        // A card of WeChat has no address that a person could copy.
        'src/features/notes/note-address.ts#noteAddress',
        'src/features/navigation/routes.ts#WEB_PACKAGE',
        // In WeChat they do nothing.
        'src/platform/browser.ts#declareLanguage',
        'src/platform/browser.ts#mendBrowser',
      ],
      properties: [
        { in: /^config\/index\.ts$/, names: ['h5'] },
        // A mini-program is open once: no tab changes what another one has stored.
        {
          in: /^(src\/(auth|platform)|test\/(kit|contract))\//,
          names: ['onStorage', 'follow', 'catchUp', 'otherTab', 'signInElsewhere'],
        },
      ],
      items: [
        { in: /^config\/target\.ts$/, words: ["'h5'"] },
        { in: ROUTES, words: ["at('web/"] },
        { in: /^scripts\/types\.ts$/, words: ['tsconfig.h5'], level: 'outermost' },
        { in: /^knip\.config\.ts$/, words: ['@tarojs/plugin-platform-h5'] },
      ],
      members: [
        'PAGES.signIn',
        'PAGES.register',
        'PAGES.reset',
        'PAGES.verify',
        'lifecycle.onStorage',
      ],
      tests: {
        titles: [
          'the target of a build is %s when the app has a platform for it',
          'the home page leads a guest of the browser build to its sign-in page',
          'refreshing the member puts back nothing that another tab has learnt meanwhile',
          'a call that needs a re-authentication asks the person also when it is sent again with the newer token of another tab',
          'leaving a page in a browser leads back to a page of the browser build only',
        ],
        rows: [],
      },
    },
    sentences: ofWeb,
    scripts: ['build:h5', 'dev:h5'],
    dependencies: ['@tarojs/plugin-platform-h5'],
  }),
}
