/** A page of one library's components: its template, and the taps that are tried, each with what it then shows. */
export interface LibraryPage {
  library: string
  /** Components by their tag. */
  using: Readonly<Record<string, string>>
  template: string
  /** What is clicked, by a selector within the page, and the text that the element `said` then has. */
  taps: readonly (readonly [selector: string, said: string])[]
}

/** What both pages do with an event. */
export const SCRIPT = `Page({
  data: { said: '', on: false, shown: false, n: 1, tab: 0, names: [] },
  say(event) { this.setData({ said: event.currentTarget.dataset.name }) },
  turn({ detail }) { this.setData({ on: detail.value ?? detail, said: 'switch ' + (detail.value ?? detail) }) },
  count({ detail }) { this.setData({ n: detail.value ?? detail, said: 'stepper ' + (detail.value ?? detail) }) },
  tabbed({ detail }) { this.setData({ tab: detail.value ?? detail.name, said: 'tab ' + (detail.value ?? detail.name) }) },
  open() { this.setData({ shown: true, said: 'open' }) },
  closed() { this.setData({ shown: false, said: 'closed' }) },
})`

const tdesign: LibraryPage = {
  library: 'tdesign-miniprogram',
  using: Object.fromEntries(
    ['button', 'cell', 'switch', 'stepper', 'tabs', 'tab-panel', 'tag', 'dialog'].map((name) => [
      `t-${name}`,
      `tdesign-miniprogram/${name}/${name}`,
    ]),
  ),
  // Its components have no nodes of their own (virtualHost), and so no ids: views around them have.
  template: `<text id="said">{{said}}</text>
    <view id="button"><t-button data-name="button" bind:tap="say">button</t-button></view>
    <view id="cell"><t-cell data-name="cell" title="cell" note="note" bind:click="say" arrow /></view>
    <view id="switch"><t-switch value="{{on}}" bind:change="turn" /></view>
    <view id="stepper"><t-stepper value="{{n}}" bind:change="count" /></view>
    <view id="tabs"><t-tabs value="{{tab}}" bind:change="tabbed">
      <t-tab-panel label="first" value="{{0}}" /><t-tab-panel label="second" value="{{1}}" />
    </t-tabs></view>
    <t-tag>tag</t-tag>
    <view id="open"><t-button bind:tap="open">open</t-button></view>
    <view id="dialog"><t-dialog visible="{{shown}}" title="title" confirm-btn="ok" bind:confirm="closed" /></view>`,
  taps: [
    ['[id="button"] wx-button', 'button'],
    ['[id="cell"] wx-view', 'cell'],
    ['[id="switch"] [class*="t-switch__body"]', 'switch true'],
    ['[id="stepper"] [class*="__plus"]', 'stepper 2'],
    ['[id="tabs"] [class*="t-tabs__item"]:not([class*="--active"])', 'tab 1'],
    ['[id="open"] wx-button', 'open'],
    ['[id="dialog"] wx-button', 'closed'],
  ],
}

const vant: LibraryPage = {
  library: '@vant/weapp',
  using: Object.fromEntries(
    ['button', 'cell', 'switch', 'stepper', 'tabs', 'tab', 'tag', 'dialog'].map((name) => [
      `van-${name}`,
      `@vant/weapp/${name}/index`,
    ]),
  ),
  template: `<text id="said">{{said}}</text>
    <view id="button"><van-button data-name="button" bind:click="say">button</van-button></view>
    <view id="cell"><van-cell data-name="cell" title="cell" value="value" bind:click="say" is-link /></view>
    <view id="switch"><van-switch checked="{{on}}" bind:change="turn" /></view>
    <view id="stepper"><van-stepper value="{{n}}" bind:change="count" /></view>
    <view id="tabs"><van-tabs active="{{tab}}" bind:change="tabbed">
      <van-tab title="first" name="{{0}}" /><van-tab title="second" name="{{1}}" />
    </van-tabs></view>
    <van-tag>tag</van-tag>
    <view id="open"><van-button bind:click="open">open</van-button></view>
    <view id="dialog"><van-dialog show="{{shown}}" title="title" bind:confirm="closed" /></view>`,
  taps: [
    ['[id="button"] wx-button', 'button'],
    ['[id="cell"] wx-view', 'cell'],
    ['[id="switch"] wx-view', 'switch true'],
    ['[id="stepper"] [class*="__plus"]', 'stepper 2'],
    ['[id="tabs"] .van-tab:not([class*="--active"])', 'tab 1'],
    ['[id="open"] wx-button', 'open'],
    ['[id="dialog"] [class*="__confirm"]', 'closed'],
  ],
}

/** A page of each library that is tried. */
export const libraryPages: readonly LibraryPage[] = [tdesign, vant]
