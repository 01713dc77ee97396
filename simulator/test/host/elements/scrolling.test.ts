import type { Element } from 'glass-easel'
import { createScrollViews, type ScrollPosition } from '../../../host/core/controls/scrolling'

/** A list of 1000 pixels, of which 200 are seen. */
const at = (scrollTop: number, scrollLeft = 0): ScrollPosition => ({
  ...{ scrollTop, scrollLeft, scrollHeight: 1000, scrollWidth: 300 },
  ...{ clientHeight: 200, clientWidth: 300 },
})

const scrollView = (attributes: Readonly<Record<string, unknown>> = {}) => {
  const events: string[] = []
  const view = { getAttribute: (name: string) => attributes[name] } as unknown as Element
  const scrolled = createScrollViews((_target, name, detail = {}) => {
    const { direction = '', deltaY = '' } = detail as { direction?: string; deltaY?: number }
    events.push(`${name} ${direction}${deltaY}`)
  })
  return {
    events: (...positions: readonly ScrollPosition[]) => {
      events.splice(0)
      for (const position of positions) scrolled(view, position)
      return events
    },
  }
}

describe('a scroll-view that is laid out', () => {
  it('a scroll-view that is laid out reports how far it moved, and an end once until it was left', () => {
    const { events } = scrollView()
    expect(events(at(100), at(740), at(755), at(800))).toEqual([
      'scroll -100',
      'scroll -640',
      'scroll -15',
      'scrolltolower bottom',
      'scroll -45',
    ])
    expect(events(at(500), at(30), at(0), at(800))).toEqual([
      'scroll 300',
      'scroll 470',
      'scrolltoupper top',
      'scroll 30',
      'scroll -800',
      'scrolltolower bottom',
    ])
  })

  it.each([
    [{ 'lower-threshold': 300 }, 500],
    [{ 'lower-threshold': '100px' }, 700],
    [{ 'lower-threshold': 'far' }, 750],
  ])('a scroll-view that is laid out has an end as near as it says: %j', (attributes, end) => {
    const { events } = scrollView(attributes)
    expect(events(at(end - 1), at(end)).at(-1)).toBe('scrolltolower bottom')
    expect(events(at(end - 1), at(end))).toHaveLength(3)
  })

  it('a scroll-view that is laid out with nothing to scroll has no ends', () => {
    const { events } = scrollView()
    const small = { ...at(0), scrollHeight: 200 }
    expect(events(small)).toEqual(['scroll 0'])
  })
})
