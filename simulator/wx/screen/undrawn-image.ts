import type { Loop } from '../ports'

/** A picture of a canvas that draws nothing: it has loaded soon after it is given a source (typings Canvas.createImage). */
export const createUndrawnImage = (after: Loop['after']) => {
  let src = ''
  const image = {
    width: 0,
    height: 0,
    onload: undefined as (() => void) | undefined,
    onerror: undefined,
    get src() {
      return src
    },
    set src(value: string) {
      src = value
      after(0, 'canvas image', () => image.onload?.())
    },
  }
  return image
}
