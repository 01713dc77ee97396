import type { Platform } from '../../src/platform/platform'
import { fakeClock } from './fake-clock'
import { memoryStorage } from './memory-storage'

const unused = (name: string) => () => {
  throw new Error(`This test gave the platform no ${name}.`)
}

/** A phone on which everything is allowed, and nothing reaches a network. */
export const fakePlatform = (parts: Partial<Platform> = {}): Platform => ({
  client: 'WECHAT',
  randomBytes: () => Array<number>(16).fill(7),
  transport: unused('transport'),
  upload: unused('upload'),
  storage: memoryStorage(),
  clock: fakeClock(),
  lifecycle: { onShow: () => undefined, onOnline: () => undefined, onStorage: () => undefined },
  wechat: { loginCode: () => Promise.resolve('a-code'), libVersion: () => '3.8.12' },
  privacy: {
    requireConsent: () => Promise.resolve(),
    onNeedConsent: () => undefined,
  },
  askProfile: undefined,
  choosePicture: unused('picture'),
  language: () => 'zh_CN',
  textScale: () => 1,
  ...parts,
})
