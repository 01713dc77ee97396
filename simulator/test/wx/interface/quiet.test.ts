import { createPhone } from '../phone'

it.each(['MemoryWarning', 'UserCaptureScreen', 'AccelerometerChange', 'KeyDown'])(
  'wx takes listeners of an event that never comes, and removes them: %s',
  (event) => {
    const { wx } = createPhone()
    expect(() => wx[`on${event}`]?.((() => undefined) as never)).not.toThrow()
    expect(() => wx[`off${event}`]?.((() => undefined) as never)).not.toThrow()
  },
)

it.each(['previewImage', 'hideHomeButton', 'preDownloadSubpackage', 'preloadAssets'])(
  'a call of wx that shows nothing succeeds: %s',
  async (name) => {
    expect(await createPhone().call(name)).toEqual({ errMsg: `${name}:ok` })
  },
)

it('a video takes commands, and is not played', () => {
  const video = createPhone().wx['createVideoContext']?.('v' as never) as unknown as {
    play: () => unknown
    seek: (seconds: number) => unknown
  }
  expect([video.play(), video.seek(3)]).toEqual([undefined, undefined])
})

it.each(['MapContext', 'CameraContext', 'LivePlayerContext', 'LivePusherContext'])(
  'a context that is not simulated throws by name when it is used, not when it is made: %s',
  (name) => {
    const context = createPhone().wx[`create${name}`]?.('id' as never) as { use: () => void }
    expect(() => context.use()).toThrow(`${name}.use is not simulated.`)
  },
)

it('a call of wx throws by name where something would have to start', () => {
  const { wx } = createPhone()
  expect(() => wx['startAccelerometer']?.({} as never)).toThrow(
    'wx.startAccelerometer is not simulated.',
  )
  expect(() => wx['onBeforePageLoad']?.((() => undefined) as never)).toThrow(
    'wx.onBeforePageLoad is not simulated.',
  )
})

it('wx.cloud.init chooses an environment, and everything else of wx.cloud throws by name', () => {
  const cloud = createPhone().wx['cloud'] as unknown as Record<string, (option: object) => unknown>
  expect(cloud['init']?.({ env: 'x', traceUser: true })).toBeUndefined()
  expect(() => cloud['callFunction']?.({ name: 'login' })).toThrow(
    'wx.cloud.callFunction is not simulated.',
  )
})

/** A page of a package with two pictures. */
const WITH_PICTURES = {
  page: () => ({ route: 'pages/a/index' }),
  packaged: { bytes: () => undefined, list: () => ['assets/x.jpg', 'pages/a/茶.gif'] },
}

it.each([
  ['https://a.example/x.png', 'https://a.example/x.png', 'png'],
  ['//a.example/x.png', '/a.example/x.png', 'png'],
  ['data:image/png;base64,AA', 'data:image/png;base64,AA', 'unknown'],
  ['/assets/x.jpg', 'assets/x.jpg', 'jpeg'],
  ['assets/x.jpg', 'assets/x.jpg', 'jpeg'],
  ['../../assets/x.jpg', '../../assets/x.jpg', 'jpeg'],
  ['./茶.gif', './茶.gif', 'gif'],
])('wx.getImageInfo returns size, path and type: %s', async (src, path, type) => {
  expect(await createPhone({ host: WITH_PICTURES }).call('getImageInfo', { src })).toEqual({
    ...{ width: 100, height: 100, orientation: 'up', path, type },
    errMsg: 'getImageInfo:ok',
  })
})

it.each([
  [{ src: 'http://tmp/gone.png' }, 'getImageInfo:fail file not found'],
  [{ src: '/assets/gone.png' }, 'getImageInfo:fail file not found'],
  [{ src: 'x.jpg' }, 'getImageInfo:fail file not found'],
  [{}, 'getImageInfo:fail parameter error: parameter.src should be String'],
])('wx.getImageInfo fails for a picture that is not there: %j', async (option, errMsg) => {
  const { call } = createPhone({ host: WITH_PICTURES })
  expect(await call('getImageInfo', option)).toMatchObject({ errMsg })
})
