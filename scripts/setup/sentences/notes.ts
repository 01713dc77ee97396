import { sentencesIn, type Sentence } from '../steps/sentences'

/** What screens and documents say of the example. */
export const ofNotes: readonly Sentence[] = [
  ...sentencesIn(
    'src/i18n/session.ts',
    ['登录后可以写笔记、管理你的账号。', '登录后可以管理你的账号。'],
    ['Sign in to write notes and manage your account.', 'Sign in to manage your account.'],
  ),
  ...sentencesIn('src/i18n/account.ts', ['、笔记、与', '、与'], [' notes, the link', ' the link']),
  ...sentencesIn(
    'src/features/legal/privacy-guide.ts',
    ["          '你写笔记时：文字和图片，分享后别人可见。',\n", ''],
    [
      "          'When you write notes: their text and pictures; others see what you share.',\n",
      '',
    ],
  ),
  ...sentencesIn('docs/guides/publishing.md', ['、选中的照片（`chooseImage`）', '']),
  ...sentencesIn('docs/guides/publishing.en.md', [', chosen pictures (`chooseImage`)', '']),
]
