import { asyncApi, callbackApi } from '../call'
import { unsimulated } from '../complete'
import type { WxPorts } from '../ports'

type Result = WechatMiniprogram.GeneralCallbackResult

/** Events of a phone that never happen here: a listener is taken and never called (typings, `on…` of the same name). */
const EVENTS = [
  ...[
    'MemoryWarning',
    'UserCaptureScreen',
    'ScreenRecordingStateChanged',
    'CopyUrl',
    'LazyLoadError',
  ],
  ...['AudioInterruptionBegin', 'AudioInterruptionEnd', 'NetworkWeakChange', 'BatteryInfoChange'],
  ...[
    'WindowStateChange',
    'EmbeddedMiniProgramHeightChange',
    'ApiCategoryChange',
    'KeyDown',
    'KeyUp',
  ],
  ...['AccelerometerChange', 'CompassChange', 'GyroscopeChange', 'DeviceMotionChange'],
  ...['LocationChange', 'LocationChangeError', 'UserTriggerTranslation'],
]

/** What WeChat does beside the page, of which the page notices nothing but the success (typings of the same name). */
const UNSEEN = [
  ...['previewImage', 'previewMedia', 'hideHomeButton', 'setTabBarStyle', 'setScreenBrightness'],
  ...['setVisualEffectOnCapture', 'enableAlertBeforeUnload', 'disableAlertBeforeUnload'],
  ...['preDownloadSubpackage', 'setTopBarText'],
]

/** Likewise, without a promise: what WeChat fetches or starts before it is needed (typings of the same name). */
const AHEAD = ['preloadAssets', 'preloadSkylineView', 'preloadWebview']

/** Objects that an app may get at any time, as pages do when they open: what is asked of them throws by its name. */
const CONTEXTS = ['MapContext', 'CameraContext', 'LivePlayerContext', 'LivePusherContext']

const silent = () => undefined

/** Commands to a video, which is not played here (typings VideoContext). */
const VIDEO = Object.fromEntries(
  [
    ...['play', 'pause', 'stop', 'seek', 'playbackRate', 'sendDanmu'],
    ...['requestFullScreen', 'exitFullScreen', 'showStatusBar', 'hideStatusBar'],
    ...['requestBackgroundPlayback', 'exitBackgroundPlayback', 'exitPictureInPicture'],
    ...['startCasting', 'switchCasting', 'reconnectCasting', 'exitCasting'],
  ].map((name) => [name, silent]),
)

/** Members that an app may call and that do nothing here: the events never happen, and the calls succeed. */
export const createQuiet = (ports: WxPorts): Readonly<Record<string, unknown>> => ({
  ...Object.fromEntries(
    EVENTS.flatMap((event) => [`on${event}`, `off${event}`].map((name) => [name, silent])),
  ),
  ...Object.fromEntries(
    UNSEEN.map((name) => [name, asyncApi<object, Result>(ports, name, () => ({}))]),
  ),
  ...Object.fromEntries(
    AHEAD.map((name) => [name, callbackApi<object, Result>(ports, name, () => ({}))]),
  ),
  createVideoContext: () => VIDEO,
  ...Object.fromEntries(CONTEXTS.map((name) => [`create${name}`, () => unsimulated(name)])),
  reportAnalytics: silent,
  // Choosing an environment asks for nothing yet: an app may do it before it knows whether it is online.
  cloud: unsimulated('wx.cloud', { init: silent }),
})
