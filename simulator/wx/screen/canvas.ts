import { asyncApi } from '../call'
import type { WxPorts } from '../ports'
import { createNoDrawing } from './no-drawing'

/** A white picture of one pixel: what a canvas that draws nothing is saved as. */
const BLANK = 'wxfile://tmp/canvas.png'

/** The older canvas (typings createCanvasContext), which draws nothing here, and one off screen: what is drawn is counted. */
export const createCanvas = (ports: WxPorts) => {
  const drawings = { count: 0 }
  return {
    createCanvasContext: (): object => createNoDrawing(drawings),
    createOffscreenCanvas: (option: unknown): object => ({
      width: 300,
      height: 150,
      ...(typeof option === 'object' ? option : {}),
      getContext: () => createNoDrawing(drawings),
      createImage: () => ({ src: '', width: 0, height: 0 }),
      requestAnimationFrame: (task: () => void) => ports.loop.after(16, 'canvas frame', task),
    }),
    canvasToTempFilePath: asyncApi<
      WechatMiniprogram.CanvasToTempFilePathOption,
      WechatMiniprogram.CanvasToTempFilePathSuccessCallbackResult
    >(ports, 'canvasToTempFilePath', () => ({ tempFilePath: BLANK })),
  }
}
