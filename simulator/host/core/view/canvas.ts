import type { Element } from 'glass-easel'
import { createNoDrawing, type Drawings } from '../../../wx/screen/no-drawing'
import { createUndrawnImage } from '../../../wx/screen/undrawn-image'
import type { Activity } from '../logic/activity'
import { tagOf } from './tree'

/** A canvas of the document. An instance of a class is handed over as it is: its size is that of the canvas. */
class DrawnCanvas {
  constructor(private readonly drawn: HTMLCanvasElement) {}

  get width() {
    return this.drawn.width
  }

  set width(value: number) {
    this.drawn.width = value
  }

  get height() {
    return this.drawn.height
  }

  set height(value: number) {
    this.drawn.height = value
  }

  getContext(kind: string) {
    return this.drawn.getContext(kind)
  }
}

/**
 * The objects behind nodes that a query may ask for (typings NodesRef.node): a canvas, which draws where the document
 * can and else only counts the calls; a scroll-view. Null for any other component.
 */
export const createNodes = (
  { after }: Pick<Activity, 'after'>,
  drawings: Drawings,
): ((element: Element) => object | null) => {
  const known = new WeakMap<Element, object>()

  const canvasOf = (element: Element) => {
    const backend = element.getBackendElement() as unknown as HTMLElement | null
    const drawn = backend?.shadowRoot?.querySelector('canvas')
    const context = createNoDrawing(drawings, () => known.get(element))
    const frames = {
      requestAnimationFrame: (task: (at: number) => void) =>
        after(16, 'canvas frame', () => task(Date.now())),
      cancelAnimationFrame: (cancel: (() => void) | undefined) => cancel?.(),
      createImage: () => (drawn ? new Image() : createUndrawnImage(after)),
      createImageData: () => ({ width: 0, height: 0, data: [] }),
      createPath2D: () => createNoDrawing(drawings),
      toDataURL: () => drawn?.toDataURL() ?? 'data:,',
    }
    const size = { width: drawn?.width ?? 300, height: drawn?.height ?? 150 }
    if (!drawn) return { ...size, ...frames, getContext: () => context }
    return Object.assign(new DrawnCanvas(drawn), frames)
  }

  const create = (element: Element) => {
    if (tagOf(element) === 'canvas') return canvasOf(element)
    if (tagOf(element) !== 'scroll-view') return null
    return { scrollEnabled: true, scrollTo: () => undefined, scrollIntoView: () => undefined }
  }

  return (element) => {
    const before = known.get(element)
    if (before !== undefined) return before
    const made = create(element)
    if (made !== null) known.set(element, made)
    return made
  }
}
