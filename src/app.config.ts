import {
  PAGES,
  pagesIn,
  SUB_PACKAGES,
  TAB_NAMES,
  TABS,
  WEB_PACKAGE,
} from './features/navigation/routes'
import { offersPhone } from './features/phone/offers-phone'
import { tabTexts } from './i18n/tabs'

const isWeb = __TARGET__ === 'h5'

// WeChat takes colours from theme.json by `@name`; where there is no theme.json, CSS variables have them.
const themed = (name: string, cssColour: string) => (isWeb ? cssColour : `@${name}`)

// Without a phone button and without text messages that page would be empty.
const isOffered = (page: string) => offersPhone() || page !== 'phone/index'

const packageOf = (root: string) => ({
  root,
  pages: pagesIn(root).filter(isOffered),
})

export default defineAppConfig({
  // Only development builds have the page of the auth timeline. The first page is the one that opens at launch,
  // wherever its tab stands.
  pages: [
    ...new Set([PAGES.home, ...TABS]),
    ...(__DEVELOPMENT__ ? ['pages/dev/timeline/index'] : []),
  ],
  subPackages: (isWeb ? [...SUB_PACKAGES, WEB_PACKAGE] : SUB_PACKAGES).map(packageOf),
  window: {
    navigationBarTitleText: '账号就绪',
    navigationBarBackgroundColor: themed('navBackground', 'var(--background)'),
    navigationBarTextStyle: '@navText',
    backgroundColor: themed('background', 'var(--background)'),
    backgroundTextStyle: '@backgroundText' as 'dark',
  },
  tabBar: {
    color: themed('tabText', 'var(--ink-soft)'),
    selectedColor: themed('tabSelected', 'var(--accent)'),
    backgroundColor: themed('tabBackground', 'var(--surface)'),
    borderStyle: '@tabBorder' as 'black',
    list: TAB_NAMES.map((name) => ({
      pagePath: PAGES[name],
      text: tabTexts['zh-CN'][name],
      iconPath: `assets/tab-${name}.png`,
      selectedIconPath: `assets/tab-${name}-on.png`,
    })),
  },
  // Returning to a page before Taro's slide has ended would hide that page for ever (@tarojs/router, page.js).
  ...(isWeb ? { animation: false } : {}),
  darkmode: true,
  themeLocation: 'theme.json',
  lazyCodeLoading: 'requiredComponents',
  sitemapLocation: 'sitemap.json',
  __usePrivacyCheck__: true,
})
