import { useEffect } from 'react'

interface Call {
  name: string
  argument: unknown
}

let calls: Call[] = []
let answers: Record<string, unknown> = {}
const listeners = { show: new Set<() => void>(), hide: new Set<() => void>() }
const fire = (event: keyof typeof listeners) => {
  for (const listener of [...listeners[event]]) listener()
}

/** The Taro API under a component test: it notes what the app asked of WeChat, and answers as the test sets. */
export const wechat = {
  /** The arguments of every call of one API so far. */
  calls: (name: string) => calls.filter((call) => call.name === name).map((call) => call.argument),
  answer: (name: string, answer: unknown) => void (answers[name] = answer),
  /** What the page on screen would have a share card say. */
  share: () => (answers['share'] as () => unknown)(),
  /** The person pulls the page down. */
  pull: () => (answers['pull'] as () => void)(),
  /** Another page hides the page on screen. */
  hide: () => fire('hide'),
  /** The page is on screen again. */
  show: () => fire('show'),
  reset: () => {
    calls = []
    answers = {}
  },
}

const noted = (name: string) => (argument?: unknown) => {
  calls.push({ name, argument })
  return Promise.resolve(answers[name])
}

const Taro = {
  ...Object.fromEntries(
    [
      ...['navigateTo', 'redirectTo', 'switchTab', 'navigateBack', 'reLaunch'],
      ...['setNavigationBarTitle', 'setTabBarItem', 'setClipboardData', 'stopPullDownRefresh'],
    ].map((name) => [name, noted(name)]),
  ),
  getCurrentInstance: () => ({ router: answers['router'] }),
  getCurrentPages: () => answers['getCurrentPages'] ?? [{ route: 'pages/home/index' }],
}
export default Taro

const useListener = (event: keyof typeof listeners, listener: () => void) =>
  useEffect(() => {
    listeners[event].add(listener)
    return () => void listeners[event].delete(listener)
  })
export const useDidShow = (shown: () => void) => {
  useListener('show', shown)
  useEffect(shown, [])
}
export const useDidHide = (hidden: () => void) => useListener('hide', hidden)
export const useRouter = () => ({ params: answers['params'] ?? {} })
export const useShareAppMessage = (card: () => unknown) => {
  answers['share'] = card
}
export const useReachBottom = (reached: () => void) => {
  answers['reachBottom'] = reached
}
export const usePullDownRefresh = (pulled: () => void) => {
  answers['pull'] = pulled
}
