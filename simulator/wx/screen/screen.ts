/** What the app made of its tab bar; items by index, as far as they differ from `app.json`. */
export interface TabBarState {
  shown: boolean
  badges: Readonly<Record<number, string>>
  redDots: readonly number[]
  items: Readonly<Record<number, { text?: string; iconPath?: string; selectedIconPath?: string }>>
}

/** What WeChat itself shows around and over the pages. */
export interface ScreenState {
  /** `image`, a path in the bundle, goes before `icon`; empty for none. */
  toast: {
    title: string
    icon: 'success' | 'error' | 'loading' | 'none'
    image: string
    mask: boolean
  } | null
  loading: { title: string; mask: boolean } | null
  title: string | null
  navigationBarLoading: boolean
  navigationBarColor: { frontColor: string; backgroundColor: string } | null
  tabBar: TabBarState
  pullDown: 'idle' | 'refreshing'
}

/** The screen of one phone. */
export interface Screen {
  readonly state: Readonly<ScreenState>
  set: (change: Partial<ScreenState>) => void
  /** Whether a mask catches every touch: no one can tap what lies under it (docs/wechat.md 3.4). */
  masked: () => boolean
  watch: (listener: () => void) => () => void
}

const BLANK: ScreenState = {
  toast: null,
  loading: null,
  title: null,
  navigationBarLoading: false,
  navigationBarColor: null,
  tabBar: { shown: true, badges: {}, redDots: [], items: {} },
  pullDown: 'idle',
}

/** Creates a blank screen. */
export const createScreen = (): Screen => {
  const listeners = new Set<() => void>()
  let state = BLANK
  return {
    get state() {
      return state
    },
    set: (change) => {
      state = { ...state, ...change }
      for (const listener of listeners) listener()
    },
    masked: () => state.loading?.mask === true || state.toast?.mask === true,
    watch: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}
