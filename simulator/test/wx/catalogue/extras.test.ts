import { createPhone } from '../phone'

type Chain = Record<string, (...given: unknown[]) => Chain> & { export: () => unknown }

describe('what libraries ask for most', () => {
  it('createAnimation returns its steps once, as the typings write them', () => {
    const { wx } = createPhone()
    const animation = wx['createAnimation']?.({ duration: 100 } as never) as unknown as Chain
    animation['translateX']?.(10)['opacity']?.(0)['step']?.({ delay: 5 })
    expect(animation.export()).toEqual({
      actions: [
        {
          animates: [
            { type: 'translateX', args: [10] },
            { type: 'style', args: ['opacity', 0] },
          ],
          option: {
            transformOrigin: '50% 50% 0',
            transition: { duration: 100, timingFunction: 'linear', delay: 5 },
          },
        },
      ],
    })
    expect(animation.export()).toEqual({ actions: [] })
  })

  it('wx keeps a token of data prefetch, of which no data ever comes', async () => {
    const phone = createPhone()
    expect(await phone.call('getBackgroundFetchToken')).toMatchObject({
      errMsg: 'getBackgroundFetchToken:fail record not found',
    })
    await phone.call('setBackgroundFetchToken', { token: 't' })
    expect(await phone.call('getBackgroundFetchToken')).toMatchObject({ token: 't' })
  })

  it('a canvas without a screen draws nothing, and says when it has', () => {
    const context = createPhone().wx['createCanvasContext']?.('c' as never) as unknown as {
      fillRect: (...given: number[]) => void
      draw: (reserve: boolean, done: () => void) => void
    }
    const done = jest.fn()
    context.fillRect(0, 0, 1, 1)
    context.draw(false, done)
    expect(done).toHaveBeenCalledTimes(1)
  })

  it('a canvas off screen hears that its pictures have loaded', async () => {
    const canvas = createPhone().wx['createOffscreenCanvas']?.({ type: '2d' }) as unknown as {
      createImage: () => { src: string; onload: () => void }
    }
    const image = canvas.createImage()
    const loaded = new Promise<void>((resolve) => (image.onload = resolve))
    image.src = 'a.png'
    await loaded
    expect(image.src).toBe('a.png')
  })

  it('a canvas is saved as a file that the phone has', async () => {
    const phone = createPhone()
    const { tempFilePath } = await phone.call('canvasToTempFilePath', { canvasId: 'c' })
    expect(phone.file(String(tempFilePath))).toMatchObject({ type: 'image/png' })
  })

  it('a method of wx that is not simulated throws by the name of its object', () => {
    const { wx } = createPhone()
    const deep = wx['worklet'] as unknown as { shared: (value: number) => void }
    expect(() => deep.shared(1)).toThrow('wx.worklet.shared is not simulated.')
  })

  it('wx turns the bytes of a large picture into base64', () => {
    const { wx } = createPhone()
    const text = wx['arrayBufferToBase64']?.(new ArrayBuffer(3_000_000) as never)
    expect(text).toHaveLength(4_000_000)
  })

  it('the real-time log has tags and says how full it is', () => {
    const log = createPhone().wx['getRealtimeLogManager']?.() as unknown as {
      tag: (name: string) => { info: (key: string, value: unknown) => void }
      in: (page: object) => void
      getCurrentState: () => object
    }
    log.in({})
    log.tag('t').info('key', 1)
    expect(log.getCurrentState()).toMatchObject({ size: 0, maxSize: 5120 })
  })

  it('wx turns bytes into base64 and back', () => {
    const { wx } = createPhone()
    const bytes = Uint8Array.from([1, 2, 255]).buffer
    const text = wx['arrayBufferToBase64']?.(bytes as never) as unknown as string
    expect(text).toBe('AQL/')
    expect(
      new Uint8Array(wx['base64ToArrayBuffer']?.(text as never) as unknown as ArrayBuffer),
    ).toEqual(Uint8Array.from([1, 2, 255]))
  })
})
