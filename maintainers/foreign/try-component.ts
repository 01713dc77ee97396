import { launch, type Files, type WechatServers } from '../../simulator/index'

/** What became of one component. `unsimulated`: what it asked for and the simulator says by name that it has not. */
export interface Verdict {
  component: string
  faults: readonly string[]
  unsimulated: readonly string[]
  taps: number
}

/** Most leaves of one component that are tapped. */
const TAPS = 40

const never = () => Promise.reject(new Error('No component signs anybody in.'))
const SERVERS: WechatServers = {
  loginCode: never,
  checkSession: never,
  profile: never,
  phoneCode: never,
}

const PAGE = `Page({
  data: { content: { type: 'text', data: 'text' }, on: false, text: 'one', list: [], n: 1 },
  update() { this.setData({ on: true, text: 'two', list: [{ label: 'a', value: 'a', text: 'a' }], n: 2 }) },
  back() { this.setData({ on: false, text: '', list: [], n: 0 }) },
})`

/** Components that live inside another one of their library, and those that cannot be without some content. */
const AROUND: Readonly<Record<string, string>> = {
  'tdesign-miniprogram/collapse-panel/collapse-panel': 'tdesign-miniprogram/collapse/collapse',
  'tdesign-miniprogram/step-item/step-item': 'tdesign-miniprogram/steps/steps',
  'tdesign-miniprogram/tab-bar-item/tab-bar-item': 'tdesign-miniprogram/tab-bar/tab-bar',
  '@vant/weapp/collapse-item/index': '@vant/weapp/collapse/index',
  'lin-ui/checkbox/index': 'lin-ui/checkbox-group/index',
  'lin-ui/radio/index': 'lin-ui/radio-group/index',
  'lin-ui/collapse-item/index': 'lin-ui/collapse/index',
  'lin-ui/sticky-item/index': 'lin-ui/sticky/index',
}
const CONTENT: Readonly<Record<string, string>> = {
  'tdesign-miniprogram/color-picker/color-picker': 'type="multiple"',
  'tdesign-miniprogram/chat-content/chat-content': 'content="{{content}}"',
}

const templateOf = (
  path: string,
) => `<view id="update" bindtap="update" /><view id="back" bindtap="back" />
<around><it id="it" show="{{on}}" visible="{{on}}" title="{{text}}" label="{{text}}" name="it"
  active="{{n}}" options="{{list}}" columns="{{list}}" items="{{list}}" ${CONTENT[path] ?? ''}>inner</it></around>`

const bundleWith = (library: ReadonlyMap<string, () => string>, path: string): Files => {
  const around = AROUND[path]
  const using = { it: path, ...(around === undefined ? {} : { around }) }
  const tag = around === undefined ? 'view' : 'around'
  const template = templateOf(path).replaceAll('around>', `${tag}>`)
  const own = new Map<string, () => string>([
    [
      'app.json',
      () => JSON.stringify({ pages: ['pages/it'], lazyCodeLoading: 'requiredComponents' }),
    ],
    ['app.js', () => 'App({})'],
    ['pages/it.json', () => JSON.stringify({ usingComponents: using })],
    ['pages/it.js', () => PAGE],
    ['pages/it.wxml', () => template],
  ])
  return {
    read: (name) => (own.get(name) ?? library.get(name))?.(),
    list: () => [...own.keys(), ...library.keys()],
  }
}

const unique = (lines: readonly string[]) => [...new Set(lines)]

/** Mounts a component in a page of its own, updates it, taps all of it, and takes it away. */
export const tryComponent = async (
  library: ReadonlyMap<string, () => string>,
  path: string,
): Promise<Verdict> => {
  const app = await launch(bundleWith(library, path), { person: 'judge', simulator: SERVERS })
  let taps = 0
  await app.tap('update')
  for (const leaf of app.leaves().slice(0, TAPS)) {
    if (leaf.id === 'back' || leaf.id === 'update') continue
    await app.tap(leaf)
    taps += 1
  }
  if (app.has('back')) await app.tap('back')
  app.close()
  const errors = unique(app.errors.map(({ where, error }) => `${where}: ${String(error)}`))
  const unsimulated = errors.filter((line) => line.includes('is not simulated'))
  return {
    component: path,
    // What follows from something that is not simulated is no fault of its own.
    faults: unsimulated.length > 0 ? [] : errors,
    unsimulated,
    taps,
  }
}
