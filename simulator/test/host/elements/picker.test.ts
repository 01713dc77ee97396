import type { RunningApp } from '../../../host/core/running-app'
import { realClock } from '../../../wx/phone/clock'
import { createPerson, type Replies } from '../../../wx/phone/person'
import type { PickerSheet } from '../../../wx/phone/picker-sheet'
import { errorsOf, logOf, onePage, run } from '../bundle'

const LOGGER = `Page({
  data: {
    cities: [{ name: '北京' }, { name: '上海' }],
    wheels: [['衣', '食'], ['住', '行', '玩']],
  },
  log(event) { console.log(event.type, JSON.stringify(event.detail)) },
  column(event) {
    this.log(event)
    this.setData({ wheels: [['衣', '食'], ['只有一个']] })
  },
})`

const BINDS = 'bindchange="log" bindcancel="log" bindcolumnchange="column"'

const opened: RunningApp[] = []

/** Taps a picker with these attributes, answers like this and returns what the app heard and what was shown. */
const pickIn = async (attributes: string, picker: Replies['picker']) => {
  const person = createPerson('alice', { picker })
  const clock = { ...realClock, now: () => Date.UTC(2026, 1, 28) }
  const page = onePage(LOGGER, `<picker ${attributes} ${BINDS}><text id="p">tap</text></picker>`)
  const app = await run(page, { person, clock })
  opened.push(app)
  await app.tap('p')
  const [sheet] = person.asked.flatMap((asked) => (asked.kind === 'picker' ? [asked.shows] : []))
  return { app, sheet, heard: logOf(app) }
}

const textsOf = (sheet: PickerSheet | undefined, at: readonly number[]) =>
  sheet?.wheels(at).map(({ items }) => [items[0]?.text, items.at(-1)?.text])

describe('a picker', () => {
  afterEach(() => {
    for (const app of opened.splice(0)) app.close()
  })

  it.each([
    ['mode="selector" range="{{cities}}" range-key="name"', [1], '1'],
    ['range="{{cities}}" range-key="name"', [9], '1'],
    ['mode="multiSelector" range="{{wheels}}"', [1, 2], [1, 2]],
    ['mode="time" start="09:30" end="18:00"', [9, 10], '09:30'],
    ['mode="date"', [2026, 2, 31], '2026-02-28'],
    ['mode="date" fields="month" end="2026-06-30"', [2026, 9], '2026-06'],
    ['mode="date" fields="year"', [2030], '2030'],
  ])('a picker with %s: chosen %j, reports %j', async (attributes, at, value) => {
    const { heard } = await pickIn(attributes, { kind: 'choose', at })
    expect(heard).toEqual([`change ${JSON.stringify({ value })}`])
  })

  it('a picker keeps its value when confirmed as it stands', async () => {
    const time = await pickIn('mode="time" value="12:05"', { kind: 'keep' })
    expect(time.heard).toEqual(['change {"value":"12:05"}'])
    const today = await pickIn('mode="date"', { kind: 'keep' })
    expect(today.heard).toEqual(['change {"value":"2026-02-28"}'])
  })

  it('a picker reports a cancelled choice as such, and nothing when it is disabled', async () => {
    const cancelled = await pickIn('range="{{cities}}"', { kind: 'cancel' })
    expect(cancelled.heard).toEqual(['cancel {}'])
    const disabled = await pickIn('range="{{cities}}" disabled', { kind: 'keep' })
    expect(disabled.sheet).toBeUndefined()
    expect(disabled.heard).toEqual([])
  })

  it('a picker shows its title, names by range-key, and days that fit the month', async () => {
    const cities = await pickIn('header-text="城市" range="{{cities}}" range-key="name"', {
      kind: 'keep',
    })
    expect(cities.sheet?.title).toBe('城市')
    expect(textsOf(cities.sheet, [0])).toEqual([['北京', '上海']])
    const dates = await pickIn('mode="date" start="2024-02-10" end="2024-03-05"', { kind: 'keep' })
    expect(textsOf(dates.sheet, [2024, 2, 10])?.slice(1)).toEqual([
      ['2月', '3月'],
      ['10日', '29日'],
    ])
    expect(textsOf(dates.sheet, [2024, 3, 1])?.[2]).toEqual(['1日', '5日'])
  })

  it('a picker lets the app change the other wheels while one turns', async () => {
    const { app, sheet } = await pickIn('mode="multiSelector" range="{{wheels}}"', { kind: 'keep' })
    sheet?.turned(0, 1)
    expect(logOf(app).at(-1)).toBe('columnchange {"column":0,"value":1}')
    expect(textsOf(sheet, [1, 2])?.[1]).toEqual(['只有一个', '只有一个'])
    expect(sheet?.wheels([1, 2])[1]?.at).toBe(0)
  })

  it('a picker names the mode and the level it does not know', async () => {
    const mode = await pickIn('mode="street"', { kind: 'keep' })
    expect(errorsOf(mode.app)).toEqual(['Error: picker mode="street" is not simulated.'])
    const level = await pickIn('mode="region" level="sub-district"', { kind: 'keep' })
    expect(errorsOf(level.app)).toEqual(['Error: picker level="sub-district" is not simulated.'])
  })

  describe('of regions', () => {
    const HAIZHU = {
      value: ['广东省', '广州市', '海珠区'],
      code: ['440000', '440100', '440105'],
      postcode: '',
    }

    it.each([
      ['', [440000, 440100, 440105], HAIZHU],
      [
        '',
        [110000, 440100, 440105],
        {
          value: ['北京市', '北京市', '东城区'],
          code: ['110000', '110100', '110101'],
          postcode: '',
        },
      ],
      [
        'level="city"',
        [440000, 440100],
        { value: ['广东省', '广州市'], code: ['440000', '440100'], postcode: '' },
      ],
      ['level="province"', [440000], { value: ['广东省'], code: ['440000'], postcode: '' }],
      [
        'custom-item="全部"',
        [440000],
        { value: ['广东省', '全部', '全部'], code: ['440000'], postcode: '' },
      ],
      ['custom-item="全部"', [], { value: ['全部', '全部', '全部'], code: [], postcode: '' }],
    ])(
      'a picker of regions with %s: chosen %j, reports names and codes',
      async (attributes, at, detail) => {
        const { heard } = await pickIn(`mode="region" ${attributes}`, { kind: 'choose', at })
        expect(heard).toEqual([`change ${JSON.stringify(detail)}`])
      },
    )

    it('a picker of regions begins at the names it is set to, and offers what belongs to them', async () => {
      const { sheet, heard } = await pickIn(
        `mode="region" value="{{['广东省', '广州市', '海珠区']}}"`,
        { kind: 'keep' },
      )
      expect(heard).toEqual([`change ${JSON.stringify(HAIZHU)}`])
      expect(textsOf(sheet, [440000, 440100])).toEqual([
        ['北京市', '澳门特别行政区'],
        ['广州市', '云浮市'],
        ['荔湾区', '增城区'],
      ])
    })
  })
})
