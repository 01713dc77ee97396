import { errorsOf, logOf, run } from '../bundle'

const page = (index: number) => `Page({
  onShow() {
    const bar = this.getTabBar()
    if (bar) bar.setData({ selected: ${index} })
    this.getTabBar((same) => console.log('page ${index}', same === bar))
  },
  push() { wx.navigateTo({ url: '/pages/plain' }) },
})`
const PART = `Component({ methods: { look() { console.log('part', this.getTabBar().data.selected) } } })`
const BAR = `Component({
  data: { selected: -1, list: ['pages/a', 'pages/b'] },
  lifetimes: { attached() { console.log('attached') }, ready() { console.log('ready') }, detached() { console.log('detached') } },
  methods: { open({ currentTarget }) { wx.switchTab({ url: '/' + currentTarget.dataset.path }) } },
})`
const SOURCES = {
  'app.json': JSON.stringify({
    pages: ['pages/a', 'pages/b', 'pages/plain'],
    tabBar: { custom: true, list: [{ pagePath: 'pages/a' }, { pagePath: 'pages/b' }] },
  }),
  'app.js': 'App({})',
  'pages/a.js': page(0),
  'pages/a.wxml': '<text>A</text><part id="part" bind:tap="push" />',
  'pages/a.json': '{"usingComponents":{"part":"/part"}}',
  'pages/b.js': page(1),
  'pages/b.wxml': '<text>B</text>',
  'pages/plain.js': `Page({ onShow() { console.log('plain', this.getTabBar()) } })`,
  'pages/plain.wxml': '<view/>',
  'part.js': PART,
  'part.json': '{"component":true}',
  'part.wxml': '<view id="look" bindtap="look" />',
  'custom-tab-bar/index.js': BAR,
  'custom-tab-bar/index.json': '{"component":true}',
  'custom-tab-bar/index.wxml': `<view wx:for="{{list}}" wx:key="*this" id="tab-{{index}}" data-path="{{item}}" bindtap="open">{{index === selected ? '*' : ''}}{{index}}</view>`,
}

describe('a tab bar that the mini-program draws', () => {
  it('a tab bar that the mini-program draws is under every tab page, one of its own for each, and is tapped', async () => {
    const app = await run(SOURCES)
    expect(app.text()).toBe('A*01')
    await app.tap('tab-1')
    expect(app.page()).toBe('pages/b')
    expect(app.text()).toBe('B0*1')
    await app.tap('tab-0')
    expect(app.text()).toBe('A*01')
    expect(logOf(app)).toEqual([
      ...['attached', 'page 0 true', 'ready', 'attached', 'page 1 true', 'ready', 'page 0 true'],
    ])
    expect(errorsOf(app)).toEqual([])
    app.close()
  })

  it('a tab bar that the mini-program draws is found by a component of the page, is under no other page, and goes with its page', async () => {
    const app = await run(SOURCES)
    await app.tap('look')
    expect(logOf(app)).toContain('part 0')
    expect(logOf(app)).toContain('plain ')
    expect(app.has('tab-0')).toBe(false)
    app.close()
    expect(logOf(app).at(-1)).toBe('detached')
  })
})
