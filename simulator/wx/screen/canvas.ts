import { asyncApi } from '../call'
import type { TempFiles } from '../network/temp-files'
import { blankPicture } from '../phone/blank-picture'
import type { WxPorts } from '../ports'
import { createNoDrawing } from './no-drawing'
import { createUndrawnImage } from './undrawn-image'

/** The older canvas (typings createCanvasContext), which draws nothing here, and one off screen: what is drawn is counted. */
export const createCanvas = (ports: WxPorts, files: Pick<TempFiles, 'add'>) => {
  const drawings = { count: 0 }
  return {
    createCanvasContext: (): object => createNoDrawing(drawings),
    createOffscreenCanvas: (option: unknown): object => {
      const context = createNoDrawing(drawings, () => canvas)
      const canvas = {
        width: 300,
        height: 150,
        ...(typeof option === 'object' ? option : {}),
        getContext: () => context,
        createImage: () => createUndrawnImage(ports.loop.after),
        requestAnimationFrame: (task: () => void) => ports.loop.after(16, 'canvas frame', task),
      }
      return canvas
    },
    canvasToTempFilePath: asyncApi<
      WechatMiniprogram.CanvasToTempFilePathOption,
      WechatMiniprogram.CanvasToTempFilePathSuccessCallbackResult
    >(ports, 'canvasToTempFilePath', () => ({ tempFilePath: files.add(blankPicture()) })),
  }
}
