import { ofCompat } from '../sentences/compat'
import { ofNotes } from '../sentences/notes'
import { cloudFunction } from './cloud-function'
import type { Feature } from './feature'
import { phone, sms } from './phone'
import { profileButton } from './profile'
import { web } from './web'

const ROUTES = /^src\/features\/navigation\/routes\.ts$/

const compat: Feature = {
  name: 'compat',
  label: 'Shells for code written for wx.BaaS or wx.tmSDK',
  leave: () => ({
    removal: {
      fixed: { '__FEATURES__.wxBaas': false, '__FEATURES__.tianmu': false },
      files: [
        'docs/guides/sdk-code.md',
        'docs/guides/sdk-code.en.md',
        'src/compat/wx.d.ts',
        'test/contract/differential/',
        'test/contract/tianmu.test.ts',
        'test/unit/auth/model.test.ts',
        'test/unit/baas/session-of-the-user.test.ts',
        'test/unit/compat/',
      ],
      properties: [{ in: /^test\//, names: ['sdkStorage'] }],
      tests: {
        titles: ['a conflict of unionids is distinguished from every other refusal by our client'],
        rows: [],
      },
      declarations: ['src/compose.ts#baas', 'src/compose.ts#tianmu'],
      items: [
        { in: /^knip\.config\.ts$/, words: ['compat/'] },
        { in: /^eslint\.zones\.mjs$/, words: ["inSrc('compat'"], level: 'outermost' },
      ],
    },
    sentences: ofCompat,
    settings: { TARO_APP_WX_BAAS: 'wxBaas', TARO_APP_TIANMU: 'tianmu' },
    sections: [
      { in: 'docs/app-api.md', heading: '## 为 SDK 写的代码' },
      { in: 'docs/app-api.en.md', heading: '## Code that was written for an SDK' },
    ],
  }),
}

const notes: Feature = {
  name: 'notes',
  label: 'The example: notes with pictures and sharing, from screen to table',
  leave: () => ({
    removal: {
      files: [
        'docs/notes.md',
        'docs/notes.en.md',
        'server/src/db/migrations/0015_notes.sql',
        'server/src/modules/notes/',
        'server/test/notes/',
        'src/features/notes/',
        'src/pages/notes/',
        // WeChat compares the names of interfaces in a package with the privacy guide, used or not.
        'src/platform/choose-picture.ts',
        'test/e2e/notes-elsewhere.test.ts',
        'test/e2e/notes.test.ts',
        'test/e2e/offline-steps.test.ts',
        'test/unit/features/notes/',
        'test/unit/pages/notes/',
      ],
      items: [{ in: ROUTES, words: ["at('notes", "'pages/notes'"] }],
      elements: ['home-notes'],
      tests: {
        titles: [
          'the home page is there before the launch login has an outcome',
          'an open dialog for pictures is shared by a second tap, and a later tap opens another',
        ],
        rows: [],
      },
      members: ['PAGES.notes', 'PAGES.note', 'PAGES.noteEdit'],
      properties: [{ in: /^(src\/platform|test\/kit)\//, names: ['choosePicture'] }],
    },
    sentences: ofNotes,
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
