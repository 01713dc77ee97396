import { errorsOf, logOf, onePage, run } from '../bundle'

const LOGGER = `Page({
  data: { at: [1, 9], years: ['2025', '2026'], months: ['一月', '二月', '三月'] },
  log({ type, detail }) { console.log(type, JSON.stringify(detail)) },
  reset() { this.setData({ at: [0, 0] }) },
})`

const VIEW = `<picker-view id="when" value="{{at}}" bindpickstart="log" bindchange="log" bindpickend="log">
  <picker-view-column><view wx:for="{{years}}" wx:key="*this">{{item}}</view></picker-view-column>
  <picker-view-column><view wx:for="{{months}}" wx:key="*this">{{item}}</view></picker-view-column>
</picker-view><view id="reset" bindtap="reset" />`

describe('a picker-view', () => {
  it('a picker-view reports the items its wheels come to rest at, between start and end', async () => {
    const app = await run(onePage(LOGGER, VIEW))
    await app.turn('when', [0, 1])
    expect(app.value('when')).toEqual([0, 1])
    expect(logOf(app)).toEqual(['pickstart {}', 'change {"value":[0,1]}', 'pickend {}'])
    expect(errorsOf(app)).toEqual([])
    app.close()
  })

  it('a picker-view takes a place beyond the last item for the last item, and says nothing where nothing turned', async () => {
    const app = await run(onePage(LOGGER, VIEW))
    await app.turn('when', [1, 2])
    expect(logOf(app)).toEqual([])
    await app.turn('when', [-1, 7])
    expect(app.value('when')).toEqual([0, 2])
    app.close()
  })

  it('a picker-view stands where the app puts it', async () => {
    const app = await run(onePage(LOGGER, VIEW))
    await app.turn('when', [0, 1])
    await app.tap('reset')
    expect(app.value('when')).toEqual([0, 0])
    app.close()
  })
})
