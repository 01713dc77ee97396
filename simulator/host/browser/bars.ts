/** One item of the tab bar. */
interface TabItem {
  pagePath: string
  text: string
  /** A path from the bundle's root, empty for none. */
  icon: string
  /** The icon while the tab is on screen: a path from the bundle's root, empty for none. */
  selectedIcon: string
}

/** What surrounds a page: the bars WeChat draws, with colours as CSS has them. */
export interface Bars {
  navigation: {
    style: 'default' | 'custom'
    title: string
    background: string
    text: 'black' | 'white'
  }
  /** Behind the page. */
  background: string
  tabs: {
    /** Who draws them. */
    drawnBy: 'wechat' | 'mini-program'
    items: readonly TabItem[]
    color: string
    selectedColor: string
    background: string
    border: 'black' | 'white'
  }
}

type Json = Readonly<Record<string, unknown>>

const objectOf = (value: unknown): Json =>
  typeof value === 'object' && value !== null ? (value as Json) : {}
const textOf = (value: unknown): string => (typeof value === 'string' ? value : '')

/** The configuration of a page: that of `app.json` for all, and its own, which wins, member by member. */
export const windowOf = (app: Json, page: Json): Json => ({ ...objectOf(app['window']), ...page })

/**
 * Reads the bars from `app.json`, a page's JSON (which wins, member by member) and `theme.json`, whose variables are
 * written `@name` (guides "Global configuration", "Page configuration", "DarkMode").
 */
export const barsOf = (app: Json, page: Json, theme: Json): Bars => {
  const themed = (value: unknown, fallback: string) => {
    const text = textOf(value)
    const resolved = text.startsWith('@') ? textOf(theme[text.slice(1)]) : text
    return resolved === '' ? fallback : resolved
  }
  const window = windowOf(app, page)
  const bar = objectOf(app['tabBar'])
  const list = Array.isArray(bar['list']) ? (bar['list'] as unknown[]).map(objectOf) : []

  return {
    navigation: {
      style: window['navigationStyle'] === 'custom' ? 'custom' : 'default',
      title: textOf(window['navigationBarTitleText']),
      background: themed(window['navigationBarBackgroundColor'], '#000000'),
      text: themed(window['navigationBarTextStyle'], 'white') === 'black' ? 'black' : 'white',
    },
    background: themed(window['backgroundColor'], '#ffffff'),
    tabs: {
      drawnBy: bar['custom'] === true ? 'mini-program' : 'wechat',
      items: list.map((item) => ({
        pagePath: textOf(item['pagePath']),
        text: textOf(item['text']),
        icon: themed(item['iconPath'], ''),
        selectedIcon: themed(item['selectedIconPath'], ''),
      })),
      color: themed(bar['color'], '#7a7e83'),
      selectedColor: themed(bar['selectedColor'], '#3cc51f'),
      background: themed(bar['backgroundColor'], '#ffffff'),
      border: themed(bar['borderStyle'], 'black') === 'white' ? 'white' : 'black',
    },
  }
}
