import type { Feature } from './feature'
import { phone, sms } from './phone'
import { profileButton, cloudFunction } from './profile'
import { web } from './web'

const compat: Feature = {
  name: 'compat',
  label: 'Shells for code written for wx.BaaS or wx.tmSDK',
  leave: () => ({
    removal: {
      fixed: { '__FEATURES__.tianmu': false },
      files: ['test/unit/compat/', 'test/unit/tianmu/', 'test/contract/tianmu.test.ts'],
      declarations: ['src/compose.ts#tianmu'],
      items: [
        { in: /^knip\.config\.ts$/, words: ['tianmu'] },
        {
          in: /^eslint\.zones\.mjs$/,
          words: ["inSrc('compat'", "inSrc('tianmu'"],
          level: 'outermost',
        },
      ],
    },
    settings: { TARO_APP_TIANMU: 'tianmu' },
  }),
}

const notes: Feature = {
  name: 'notes',
  label: 'The example: a list that people add to, with its table in the server',
  leave: () => ({
    removal: {
      files: [
        'src/features/articles/',
        'src/features/notes/',
        'src/pages/notes/',
        'server/src/modules/notes/',
      ],
      items: [{ in: /^test\/unit\/ui\/contrast\.test\.ts$/, words: ['.article'] }],
      tests: {
        titles: [
          'is there before the launch login has an outcome',
          'is the home page no longer: what was kept is still kept, without a request',
          'keeping an article',
        ],
        rows: [],
      },
    },
  }),
}

/** What the app itself may do without. */
export const appFeatures: readonly Feature[] = [
  phone,
  sms,
  profileButton,
  web,
  cloudFunction,
  compat,
  notes,
]
