/** An old base library with the engine of its oldest phone, one in the middle, and the newest (docs/wechat.md 7.7). */
export const PHONES = [
  { libVersion: '2.10.4', engine: 'oldest' },
  { libVersion: '2.32.3', platform: 'android' },
  { libVersion: '3.17.5' },
] as const
