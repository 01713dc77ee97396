import { createPhone } from './phone'

type Chain = Record<string, (...given: unknown[]) => Chain> & { export(): unknown }

describe('what libraries ask for most', () => {
  it('createAnimation hands over its steps once, as the typings write them', () => {
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

  it('keeps a token of data prefetch, of which no data ever comes', async () => {
    const phone = createPhone()
    expect(await phone.call('getBackgroundFetchToken')).toMatchObject({
      errMsg: 'getBackgroundFetchToken:fail record not found',
    })
    await phone.call('setBackgroundFetchToken', { token: 't' })
    expect(await phone.call('getBackgroundFetchToken')).toMatchObject({ token: 't' })
  })

  it('draws nothing on a canvas without a screen, and says when it has', () => {
    const context = createPhone().wx['createCanvasContext']?.('c' as never) as unknown as {
      fillRect(...given: number[]): void
      draw(reserve: boolean, done: () => void): void
    }
    const done = jest.fn()
    context.fillRect(0, 0, 1, 1)
    context.draw(false, done)
    expect(done).toHaveBeenCalledTimes(1)
  })

  it('throws by name behind a method that is not there', () => {
    const { wx } = createPhone()
    const deep = wx['worklet'] as unknown as { shared(value: number): void }
    expect(() => deep.shared(1)).toThrow('wx.worklet.shared is not simulated.')
  })

  it('turns bytes into base64 and back', () => {
    const { wx } = createPhone()
    const bytes = Uint8Array.from([1, 2, 255]).buffer
    const text = wx['arrayBufferToBase64']?.(bytes as never) as unknown as string
    expect(text).toBe('AQL/')
    expect(
      new Uint8Array(wx['base64ToArrayBuffer']?.(text as never) as unknown as ArrayBuffer),
    ).toEqual(Uint8Array.from([1, 2, 255]))
  })
})
