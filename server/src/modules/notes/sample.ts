/** Sample notes, which a guest is shown in the place of their own. */
const SAMPLE = {
  'zh-CN': [
    ['欢迎', '登录后可以写自己的笔记，加上图片，分享给别人看。'],
    ['分享', '分享出去的笔记，没有登录的人也能看；停止分享后就打不开了。'],
    ['撤销', '删错了不要紧：三十天内都可以撤销。'],
  ],
  en: [
    ['Welcome', 'Sign in to write notes of your own, add pictures and share them.'],
    ['Sharing', 'A shared note can be read without an account, until you stop sharing it.'],
    ['Undo', 'Deleted the wrong one? It can be restored for thirty days.'],
  ],
} as const

/** The sample in a language, as a page of notes that cannot be edited: their version is 0. */
export const samplePage = (language: keyof typeof SAMPLE) => ({
  objects: SAMPLE[language].map(([title, body], place) => ({
    id: `00000000-0000-4000-8000-00000000000${place}`,
    title,
    body,
    pictures: [],
    share_id: null,
    version: 0,
    created_at: 0,
    updated_at: 0,
  })),
  next: null,
})
