import type { Dictionary } from './language'

const zhCN = {
  save: '保存',
  saved: '已保存',
  show: '显示',
  hide: '隐藏',
  cancel: '取消',
}

const en: typeof zhCN = {
  save: 'Save',
  saved: 'Saved',
  show: 'Show',
  hide: 'Hide',
  cancel: 'Cancel',
}

/** Words that many forms share: beside `common`, because no form is in the main package. */
export const formTexts: Dictionary<typeof zhCN> = { 'zh-CN': zhCN, en }
