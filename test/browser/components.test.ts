import { ENGINES } from '../../scripts/browser/find-program'
import type { PreviewPage } from '../../scripts/browser/preview-page'
import { nativePhones } from './kit/native-phones'

/** A page that writes the last event of its components, and asks what WeChat can ask. */
const BUNDLE = {
  'app.json': JSON.stringify({ pages: ['pages/a'] }),
  'app.js': 'App({})',
  'pages/a.js': `Page({
    data: { heard: '', wheels: [['衣', '食'], ['住', '行', '玩']] },
    hear({ type, detail }) { this.setData({ heard: type + ' ' + JSON.stringify(detail) }) },
    column({ detail }) { if (detail.column === 0) this.setData({ wheels: [['衣', '食'], ['茶', '饭']] }) },
    modal() {
      wx.showModal({
        title: '改名', editable: true, placeholderText: '新名字', confirmText: '保存', confirmColor: '#ff0000', showCancel: false,
        success: ({ content }) => this.setData({ heard: 'modal ' + content }),
      })
    },
    sheet() {
      wx.showActionSheet({
        itemList: ['删除', '归档'], alertText: '不能撤销', itemColor: '#fa5151',
        success: ({ tapIndex }) => this.setData({ heard: 'sheet ' + tapIndex }),
      })
    },
    onShareAppMessage: ({ from }) => ({ title: '看看这个', imageUrl: '/mark.svg', path: 'pages/a?from=' + from }),
    toast() { wx.showToast({ title: '完成', image: '/mark.svg', mask: true, duration: 60000 }) },
  })`,
  'pages/a.wxml': `
    <text id="heard">{{heard}}</text>
    <picker id="time" mode="time" value="08:30" bindchange="hear" bindcancel="hear"><text>时间</text></picker>
    <picker id="date" mode="date" value="2024-01-31" bindchange="hear"><text>日期</text></picker>
    <picker id="multi" mode="multiSelector" range="{{wheels}}" bindcolumnchange="column" bindchange="hear"><text>多列</text></picker>
    <swiper id="swiper" indicator-dots="{{true}}" bindchange="hear"><swiper-item>一</swiper-item><swiper-item>二</swiper-item></swiper>
    <slider id="slider" min="0" max="10" step="2" show-value bindchange="hear" />
    <button id="modal" bindtap="modal">modal</button>
    <button id="sheet" bindtap="sheet">sheet</button>
    <button id="share" open-type="share">share</button>
    <button id="contact" open-type="contact" bindcontact="hear">contact</button>
    <button id="toast" bindtap="toast">toast</button>`,
  'mark.svg': '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 8"><circle r="4"/></svg>',
}

describe.each(ENGINES)('the components of WeChat in %s', (engine) => {
  const onPage = nativePhones(engine, BUNDLE)
  const styleOf = ({ page }: PreviewPage, id: string, name: 'color') =>
    page.$eval(`[id="${id}"]`, (node, property) => getComputedStyle(node)[property], name)

  it(
    'a picker opens a sheet, is turned by the arrow keys and confirmed by Enter',
    onPage(async (phone) => {
      await phone.tap('time')
      await phone.popup('open')
      await phone.page.keyboard.press('ArrowDown')
      await phone.page.keyboard.press('Enter')
      await phone.popup('gone')
      await phone.see('heard', 'change {"value":"09:30"}')
    }),
  )

  it(
    'a picker is left by Escape',
    onPage(async (phone) => {
      await phone.tap('time')
      await phone.popup('open')
      await phone.page.keyboard.press('Escape')
      await phone.see('heard', 'cancel')
    }),
  )

  it(
    'a picker of dates keeps to the days its month has',
    onPage(async (phone) => {
      await phone.tap('date')
      await phone.click('wheel-1-1')
      await phone.page.waitForSelector('#wheel-2 [aria-selected="true"][id="wheel-2-28"]')
      await phone.click('popup-confirm')
      await phone.see('heard', 'change {"value":"2024-02-29"}')
    }),
  )

  it(
    'the app fills the next wheel of a picker when one is turned',
    onPage(async (phone) => {
      await phone.tap('multi')
      await phone.click('wheel-0-1')
      await phone.page.waitForFunction(
        () => document.getElementById('wheel-1')?.textContent === '茶饭',
      )
      await phone.click('wheel-1-1')
      await phone.page.waitForSelector('[id="wheel-1-1"][aria-selected="true"]')
      await phone.click('popup-confirm')
      await phone.see('heard', 'change {"value":[1,1]}')
    }),
  )

  it(
    'a swiper turns to the page it is dragged to',
    onPage(async (phone) => {
      await phone.tap('swiper')
      await phone.page.keyboard.press('ArrowRight')
      await phone.see('heard', 'change {"current":1,"currentItemId":"","source":"touch"}')
    }),
  )

  it(
    'a slider moves by its step',
    onPage(async (phone) => {
      await phone.tap('slider')
      await phone.see('heard', 'change {"value":6}')
      await phone.page.keyboard.press('ArrowRight')
      await phone.see('heard', 'change {"value":8}')
    }),
  )

  it(
    'a modal shows its own words and colour, one button, and an input with a hint',
    onPage(async (phone) => {
      await phone.tap('modal')
      await phone.popup('open')
      expect(await phone.text('popup-confirm')).toBe('保存')
      expect(await styleOf(phone, 'popup-confirm', 'color')).toBe('rgb(255, 0, 0)')
      expect(await phone.page.$('#popup-cancel')).toBeNull()
      await phone.page.waitForSelector('#popup-input[placeholder="新名字"]')
      await phone.page.keyboard.press('Escape')
      await phone.page.keyboard.type('小红')
      await phone.click('popup-confirm')
      await phone.see('heard', 'modal 小红')
    }),
  )

  it(
    'an action sheet warns above its items and colours them',
    onPage(async (phone) => {
      await phone.tap('sheet')
      await phone.popup('open')
      expect(await phone.text('popup')).toContain('不能撤销')
      expect(await styleOf(phone, 'popup-item-1', 'color')).toBe('rgb(250, 81, 81)')
      await phone.click('popup-item-1')
      await phone.see('heard', 'sheet 1')
    }),
  )

  it(
    'the card of a share is shown from a button of the page and from WeChat’s menu',
    onPage(async (phone) => {
      await phone.tap('share')
      await phone.popup('open')
      expect(await phone.text('share-card')).toContain('pages/a?from=button')
      await phone.click('popup-allow')
      await phone.popup('gone')
      await phone.click('capsule-more')
      await phone.click('menu-share')
      await phone.page.waitForSelector('#share-card img[src="/bundle/mark.svg"]')
      expect(await phone.text('share-card')).toContain('看看这个')
    }),
  )

  it(
    'a contact button leads to a page of WeChat’s own and back',
    onPage(async (phone) => {
      await phone.tap('contact')
      await phone.click('own-page-back')
      await phone.see('heard', 'contact {"path":"","query":{},"errMsg":"enterContact:ok"}')
    }),
  )

  it(
    'a toast shows a picture of the bundle, and its mask catches every tap',
    onPage(async (phone) => {
      await phone.tap('toast')
      await phone.page.waitForSelector('#toast img[src="/bundle/mark.svg"]')
      await phone.page.waitForSelector('.feedback.masked')
    }),
  )
})
