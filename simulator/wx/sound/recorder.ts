import { WxFailure } from '../call'
import type { Privacy } from '../account/privacy'
import type { Scopes } from '../account/scopes'
import type { PhoneFiles } from '../files/files'
import { createListeners } from '../listeners'
import type { WxPorts } from '../ports'

type Option = WechatMiniprogram.RecorderManagerStartOption

interface RecorderEvents {
  onStart: object
  onPause: object
  onResume: object
  onStop: { tempFilePath: string; duration: number; fileSize: number }
  onError: { errMsg: string }
  onFrameRecorded: object
  onInterruptionBegin: object
  onInterruptionEnd: object
}

/** How long a recording lasts that the app does not end, and at most (typings RecorderManagerStartOption), in milliseconds. */
const USUAL_MS = 60_000
const MOST_MS = 600_000
/** Bytes of one second: ours. */
const PER_SECOND = 1024

/**
 * `wx.getRecorderManager` (typings RecorderManager), one for the app: it asks for the microphone, follows the phone's
 * clock, and makes a file of silence. No frame is ever reported.
 */
export const createRecorder = (
  ports: WxPorts,
  privacy: Pick<Privacy, 'require'>,
  scopes: Pick<Scopes, 'require'>,
  files: Pick<PhoneFiles, 'add'>,
) => {
  const { on, emit } = createListeners<RecorderEvents>(ports)
  const { clock, loop } = ports
  let state: 'idle' | 'starting' | 'recording' | 'paused' = 'idle'
  let format = 'aac'
  let leftMs = 0
  let recordedMs = 0
  let since = 0
  let cancel = () => {}

  const fail = (words: string) => emit('onError', { errMsg: `operateRecorder:fail ${words}` })
  const run = () => {
    state = 'recording'
    since = clock.now()
    cancel = loop.idly(leftMs, 'RecorderManager', stop)
  }
  const rest = () => {
    cancel()
    if (state !== 'recording') return
    const passed = clock.now() - since
    recordedMs += passed
    leftMs -= passed
  }
  const stop = () => {
    if (state !== 'recording' && state !== 'paused') return fail('recorder not start')
    rest()
    state = 'idle'
    const fileSize = Math.max(Math.round((recordedMs / 1000) * PER_SECOND), 1)
    const type = `audio/${format.toLowerCase()}`
    const tempFilePath = files.add({ bytes: new ArrayBuffer(fileSize), type })
    emit('onStop', { tempFilePath, duration: recordedMs, fileSize })
  }
  const begin = async (option: Option) => {
    const end = loop.begin()
    try {
      await privacy.require('startRecord')
      await scopes.require('scope.record')
      format = option.format ?? 'aac'
      leftMs = Math.min(option.duration ?? USUAL_MS, MOST_MS)
      recordedMs = 0
      run()
      emit('onStart', {})
    } catch (error) {
      state = 'idle'
      if (error instanceof WxFailure) fail(error.message)
      else loop.report('RecorderManager', error)
    } finally {
      end()
    }
  }
  const manager = {
    start: (option: Option = {}) => {
      if (state !== 'idle') return fail('is recording or paused')
      state = 'starting'
      void begin(option)
    },
    pause: () => {
      if (state !== 'recording') return fail('not recording')
      rest()
      state = 'paused'
      emit('onPause', {})
    },
    resume: () => {
      if (state !== 'paused') return fail('not paused')
      run()
      emit('onResume', {})
    },
    stop,
    ...{ onStart: on('onStart'), onPause: on('onPause'), onResume: on('onResume') },
    ...{ onStop: on('onStop'), onError: on('onError'), onFrameRecorded: on('onFrameRecorded') },
    onInterruptionBegin: on('onInterruptionBegin'),
    onInterruptionEnd: on('onInterruptionEnd'),
  }
  return { getRecorderManager: () => manager }
}
