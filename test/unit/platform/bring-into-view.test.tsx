import { render } from '@testing-library/react'
import { FieldFrame } from '../../../src/ui/form/FieldFrame'
import { Notice } from '../../../src/ui/feedback/Notice'

let scrolled: unknown[] = []
let asked: string[] = []
let place: { top: number; bottom: number } | null = null

jest.mock('@tarojs/taro', () => ({
  __esModule: true,
  default: {
    nextTick: (run: () => void) => run(),
    getWindowInfo: () => ({ windowHeight: 600 }),
    pageScrollTo: (to: unknown) => scrolled.push(to),
    createSelectorQuery: () => ({
      select: (selector: string) => ({
        boundingClientRect: (answer: (found: typeof place) => void) => {
          asked.push(selector)
          return { exec: () => answer(place) }
        },
      }),
    }),
  },
}))

describe('a message on a page of the mini-program', () => {
  beforeEach(() => {
    scrolled = []
    asked = []
  })

  it.each([
    [
      'below the edge of the screen',
      { top: 580, bottom: 640 },
      [{ selector: '#said', offsetTop: -48 }],
    ],
    ['above it', { top: -200, bottom: -140 }, [{ selector: '#said', offsetTop: -48 }]],
    ['on screen', { top: 100, bottom: 160 }, []],
    ['gone again', null, []],
  ])(
    'a message on a page of the mini-program is scrolled to unless it is seen: %s',
    (_where, found, wanted) => {
      place = found
      render(<Notice id="said" tone="danger" text="网络不通" />)
      expect(scrolled).toEqual(wanted)
    },
  )

  it('a message on a page of the mini-program is scrolled to where it is about a field, and not where it only explains', () => {
    place = { top: -200, bottom: -140 }
    render(<FieldFrame id="title" label="标题" hint="1 到 30 个字符" />)
    render(<Notice id="draft" tone="info" text="草稿" />)
    expect(asked).toEqual([])
    render(<FieldFrame id="title" label="标题" error="请填写标题。" />)
    expect(scrolled).toEqual([{ selector: '#title', offsetTop: -48 }])
  })
})
