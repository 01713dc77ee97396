import { createPerson } from '../../../wx/phone/person'
import { onePage, run } from '../bundle'

const PAGE = `Page({
  data: { v: 'a', on: false, n: 3, at: 0 },
  away() { this.setData({ v: 'b', on: true, n: 4, at: 1 }) },
  home() { this.setData({ v: 'a', on: false, n: 3, at: 0 }) },
})`
const TEMPLATE = `
  <input id="input" value="{{v}}" /><textarea id="textarea" value="{{v}}" />
  <switch id="switch" checked="{{on}}" /><slider id="slider" value="{{n}}" />
  <checkbox-group id="group"><checkbox id="checkbox" value="x" checked="{{on}}" /></checkbox-group>
  <swiper id="swiper" current="{{at}}"><swiper-item /><swiper-item /><swiper-item /></swiper>
  <view id="away" bindtap="away" /><view id="home" bindtap="home" />`

const IDS = ['input', 'textarea', 'switch', 'slider', 'checkbox', 'group', 'swiper'] as const

const touched = async () => {
  const app = await run(onePage(PAGE, TEMPLATE), { person: createPerson('alice') })
  await app.input('input', 'typed')
  await app.input('textarea', 'typed')
  await app.tap('switch')
  await app.pick('slider', 50)
  await app.tap('checkbox')
  await app.swipe('swiper', 2)
  return { app, values: () => IDS.map((id) => app.value(id)) }
}
const AS_TOUCHED = ['typed', 'typed', true, 50, true, ['x'], 2]

it('a control keeps what the person did while the template says what it said before', async () => {
  const { app, values } = await touched()
  expect(values()).toEqual(AS_TOUCHED)
  await app.tap('home')
  expect(values()).toEqual(AS_TOUCHED)
  app.close()
})

it('a control takes a value that the template changes and takes back', async () => {
  const { app, values } = await touched()
  await app.tap('away')
  expect(values()).toEqual(['b', 'b', true, 4, true, ['x'], 1])
  await app.tap('home')
  expect(values()).toEqual(['a', 'a', false, 3, false, [], 0])
  app.close()
})
