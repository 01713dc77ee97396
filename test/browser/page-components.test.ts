import { ENGINES } from '../../scripts/browser/find-program'
import type { PreviewPage } from '../../scripts/browser/preview-page'
import { nativePhones } from './kit/native-phones'
import { phoneFrame } from './kit/phone-frame'

/** A page that writes the last event of its components, and where links lead to. */
const BUNDLE = {
  'app.json': JSON.stringify({ pages: ['pages/a', 'pages/b'] }),
  'app.js': 'App({})',
  'pages/a.js': `Page({
    data: { heard: '', ticked: false, at: [1, 0], months: ['一月', '二月', '三月'], days: ['一日', '二日'] },
    hear({ type, detail }) { this.setData({ heard: type + ' ' + JSON.stringify(detail) }) },
    tick() { this.setData({ ticked: !this.data.ticked }) },
    reset() { this.setData({ at: [0, 1] }) },
  })`,
  'pages/a.wxml': `
    <text id="heard">{{heard}}</text>
    <navigator id="link" url="/pages/b?from=link">link</navigator>
    <picker id="region" mode="region" custom-item="全部" bindchange="hear"><text>地区</text></picker>
    <picker-view id="wheels" value="{{at}}" bindchange="hear" indicator-style="height: 40px" style="height: 200px">
      <picker-view-column id="months"><view wx:for="{{months}}" wx:key="*this" id="{{item}}">{{item}}</view></picker-view-column>
      <picker-view-column id="days"><view wx:for="{{days}}" wx:key="*this">{{item}}</view></picker-view-column>
    </picker-view>
    <view id="tick" aria-role="checkbox" aria-checked="{{ticked}}" aria-label="同意" bindtap="tick">同意</view>
    <button id="reset" bindtap="reset">reset</button>
    <image style="width: 10px; height: 40px" src="data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==" />`,
  'pages/b.js': 'Page({ onLoad({ from }) { this.setData({ from }) } })',
  'pages/b.wxml':
    '<text id="from">{{from}}</text><navigator id="back" open-type="navigateBack">back</navigator>',
}

describe.each(ENGINES)('what lies in a page, in %s', (engine) => {
  const onPage = nativePhones(engine, BUNDLE)
  const inPhone = ({ page }: PreviewPage) => phoneFrame(page)

  it(
    'a navigator is followed by a click and by Enter',
    onPage(async (phone) => {
      await phone.tap('link')
      await phone.see('from', 'link')
      await phone.tap('back')
      await phone.at('pages/a')
      await (await inPhone(phone)).focus('[id="link"]')
      await phone.page.keyboard.press('Enter')
      await phone.see('from', 'link')
    }),
  )

  it(
    'a view has its role and its state for screen readers in words, also the one that is false',
    onPage(async (phone) => {
      const frame = await inPhone(phone)
      const isTicked = (state: string) =>
        frame.waitForSelector(`[id="tick"][role="checkbox"][aria-checked="${state}"]`)
      await isTicked('false')
      await phone.tap('tick')
      await isTicked('true')
      await phone.tap('tick')
      await isTicked('false')
    }),
  )

  it(
    'the wheels of a region picker offer what belongs to the division beside them',
    onPage(async (phone) => {
      const { page } = phone
      const textsOf = (wheel: string) =>
        page.$eval(`#${wheel}`, (node) =>
          [...node.querySelectorAll('[role="option"]')].map((item) => item.textContent),
        )
      await phone.tap('region')
      await phone.click('wheel-0-19')
      await page.waitForFunction(
        () => document.getElementById('wheel-1-1')?.textContent === '广州市',
      )
      expect((await textsOf('wheel-2')).length).toBe(1)
      await phone.click('wheel-1-1')
      await page.waitForSelector('#wheel-2-11')
      await phone.click('popup-confirm')
      const value = {
        value: ['广东省', '广州市', '全部'],
        code: ['440000', '440100'],
        postcode: '',
      }
      await phone.see('heard', `change ${JSON.stringify(value)}`)
    }),
  )

  it(
    'the console of the panel shows what Audits would say of a stretched image',
    onPage(async (phone) => {
      await phone.click('see-console')
      const finding = await phone.page.waitForSelector('.finding .path')
      expect(await finding?.evaluate((line) => line.textContent)).toBe(
        'The picture without a name of 1 × 1 is stretched to 10 × 40.',
      )
    }),
  )

  it(
    'a picker-view stands where it is put, is turned by the arrow keys and by scrolling',
    onPage(async (phone) => {
      const frame = await inPhone(phone)
      const stands = (id: string) =>
        frame.waitForFunction(
          (wanted: string) => {
            const [box, frame] = [wanted, 'wheels'].map((one) =>
              document.querySelector(`[id="${one}"]`)?.getBoundingClientRect(),
            )
            if (box === undefined || frame === undefined) return false
            return Math.abs(box.top + box.height / 2 - (frame.top + frame.height / 2)) <= 1
          },
          {},
          id,
        )
      await stands('二月')
      await phone.tap('months')
      await phone.page.keyboard.press('ArrowDown')
      await phone.see('heard', 'change {"value":[2,0]}')
      await stands('三月')
      await frame.$eval('[id="months"]', (column) =>
        column.shadowRoot?.querySelector('.wheel')?.scrollTo(0, 0),
      )
      await phone.see('heard', 'change {"value":[0,0]}')
      await phone.tap('reset')
      await stands('一月')
      await frame.$eval('[id="days"]', (column) =>
        column.shadowRoot?.querySelector<HTMLElement>('.wheel')?.focus(),
      )
      await phone.page.keyboard.press('Home')
      await phone.see('heard', 'change {"value":[0,0]}')
    }),
  )
})
