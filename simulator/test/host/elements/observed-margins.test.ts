import { reportFirstIntersection } from '../../../host/core/view/first-intersection'

/** An observer that remembers what it was asked relative to. */
const remembering = (asked: unknown[]) =>
  reportFirstIntersection(() => {
    const observer = {
      observe: () => undefined,
      relativeTo: (...given: unknown[]) => {
        asked.push(given)
        return observer
      },
      relativeToViewport: (...given: unknown[]) => {
        asked.push(given)
        return observer
      },
    }
    return observer
  })

const NONE = { left: 0, top: 0, right: 0, bottom: 0 }

describe('the margins of an intersection observer', () => {
  it('the margins of an intersection observer that are not said are none', () => {
    const asked: unknown[] = []
    const observer = remembering(asked).call({}, {})
    observer.relativeToViewport({ bottom: 100 })
    observer.relativeToViewport()
    observer.relativeTo('.list', { top: -50, left: 5 })
    expect(asked).toEqual([
      [{ ...NONE, bottom: 100 }],
      [NONE],
      ['.list', { ...NONE, top: -50, left: 5 }],
    ])
  })
})
