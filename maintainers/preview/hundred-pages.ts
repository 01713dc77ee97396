import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'

const PAGES = 100
const COMPONENTS = 20

const numbers = (count: number) => Array.from({ length: count }, (_none, index) => index)

const scriptOf = (name: string) => `const { label } = require('../../utils/label')
${numbers(12)
  .map((n) => `const part${n} = (value) => label('${name}', value + ${n})`)
  .join('\n')}
Page({
  data: { title: '${name}', items: [], on: false },
  onLoad(query) {
    this.setData({ items: [1, 2, 3, 4, 5].map((n) => ({ n, text: part0(n) })), from: query.from })
  },
  toggle() { this.setData({ on: !this.data.on }) },
${numbers(12)
  .map((n) => `  step${n}(event) { this.setData({ title: part${n}(event.type) }) },`)
  .join('\n')}
})
`

const templateOf = (
  name: string,
) => `<wxs module="m">module.exports = { up: function (n) { return n + 1 } }</wxs>
<view class="page">
  <view class="head"><text id="title">{{title}}</text></view>
${numbers(14)
  .map(
    (n) =>
      `  <view class="row row-${n} {{on ? 'on' : ''}}" bindtap="step${n % 12}"><text>{{title}} ${n}</text><c${n % 3} text="{{title}}" /></view>`,
  )
  .join('\n')}
  <block wx:for="{{items}}" wx:key="n"><view class="item">${name} {{m.up(item.n)}} {{item.text}}</view></block>
</view>
`

const stylesOf = (name: string) =>
  numbers(30)
    .map(
      (n) =>
        `.row-${n} { margin: ${n}rpx; padding: 8rpx 16rpx; color: #${name.length}3${n % 10}; border-radius: 12rpx }`,
    )
    .join('\n')

const componentFiles = (path: string): readonly (readonly [string, string])[] => [
  [`${path}.json`, '{"component":true}'],
  [`${path}.wxml`, '<view class="c"><text>{{text}}</text><slot /></view>'],
  [`${path}.wxss`, stylesOf(path).replaceAll('.row', '.c')],
  [
    `${path}.js`,
    `Component({ properties: { text: String }, methods: { tap() { this.triggerEvent('tap') } } })`,
  ],
]

const pageFiles = (number: number): readonly (readonly [string, string])[] => {
  const name = `page-${number}`
  const path = `pages/${name}/${name}`
  const using = numbers(3).map((n) => {
    const component = (number + n) % COMPONENTS
    return [`c${n}`, `../../components/c${component}/c${component}`]
  })
  return [
    [`${path}.json`, JSON.stringify({ usingComponents: Object.fromEntries(using) })],
    [`${path}.js`, scriptOf(name)],
    [`${path}.wxml`, templateOf(name)],
    [`${path}.wxss`, stylesOf(name)],
  ]
}

/** Writes a native mini-program of a hundred pages and twenty components into a folder. */
export const writeHundredPages = async (folder: string): Promise<void> => {
  const pages = numbers(PAGES).map((number) => `pages/page-${number}/page-${number}`)
  const files = [
    ['app.json', JSON.stringify({ pages, window: { navigationBarTitleText: 'Hundred' } })],
    ['app.js', 'App({})'],
    ['app.wxss', 'page { font-size: 28rpx }'],
    ['utils/label.js', "exports.label = (name, value) => name + ': ' + value"],
    ...numbers(COMPONENTS).flatMap((n) => componentFiles(`components/c${n}/c${n}`)),
    ...numbers(PAGES).flatMap(pageFiles),
  ] as const
  for (const [path, content] of files) {
    await mkdir(dirname(join(folder, path)), { recursive: true })
    await writeFile(join(folder, path), content)
  }
}
