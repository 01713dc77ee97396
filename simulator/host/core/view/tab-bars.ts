import type { GeneralComponent } from 'glass-easel'
import type { AssociatedBackend } from 'glass-easel-miniprogram-adapter'
import { isTab, type AppConfig } from '../app/app-config'
import type { ComponentSpace } from './component-space'
import { elementOf } from './plain-event'
import { topOf } from './tree'

/** Where the component lies that draws a tab bar of the mini-program's own. */
const PATH = 'custom-tab-bar/index'

/** The tab bar of one page. */
interface TabBar {
  readonly component: GeneralComponent
  attach: () => void
  release: () => void
}

/** The tab bars a mini-program draws itself: every tab page has one of its own (guide "Custom tabBar"). */
export interface TabBars {
  /** Adds one below a page; undefined for a page that is no tab, or where WeChat draws the bar. */
  put: (path: string, page: GeneralComponent, container: HTMLElement) => TabBar | undefined
  /** `getTabBar` of a page or component (typings InstanceMethods.getTabBar): null where there is none. */
  of: (instance: object) => object | null
}

/** Creates the tab bars on a backend. */
export const createTabBars = (
  config: AppConfig,
  space: ComponentSpace,
  backend: AssociatedBackend,
): TabBars => {
  const bars = new WeakMap<object, object>()
  return {
    put: (path, page, container) => {
      if (config.tabBar !== 'custom' || !isTab(config, path)) return undefined
      space.define(PATH)
      if (!space.has(PATH)) throw new Error(`${PATH} calls no Component().`)
      const placeholder = container.appendChild(container.ownerDocument.createElement('div'))
      const root = backend.createRoot('wx-tab-bar', space.codeSpace, PATH)
      const component = root.getComponent()
      for (const owner of [page, component]) bars.set(owner, root.get())
      return {
        component,
        attach: () =>
          root.attach(
            container as unknown as Parameters<typeof root.attach>[0],
            placeholder as unknown as Parameters<typeof root.attach>[1],
          ),
        release: () => root.release(),
      }
    },
    of: (instance) => bars.get(topOf(elementOf(instance))) ?? null,
  }
}
