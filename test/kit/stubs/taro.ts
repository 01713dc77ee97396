import { useEffect } from 'react'

interface Call {
  name: string
  argument: unknown
}

let calls: Call[] = []
let answers: Record<string, unknown> = {}

/** The Taro API under a component test: it notes what the app asked of WeChat, and answers as the test sets. */
export const wechat = {
  /** The arguments of every call of one API so far. */
  calls: (name: string) => calls.filter((call) => call.name === name).map((call) => call.argument),
  answer: (name: string, answer: unknown) => void (answers[name] = answer),
  /** What the page on screen would have a share card say. */
  share: () => (answers['share'] as () => unknown)(),
  /** The person pulls the page down. */
  pull: () => (answers['pull'] as () => void)(),
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

export const useDidShow = (shown: () => void) => useEffect(shown, [])
export const useDidHide = () => undefined
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
