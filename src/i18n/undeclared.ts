import type { Dictionary } from './language'

const zhCN = {
  undeclared: '这个小程序还没有在隐私保护指引里声明这项接口（errno 112）。请运营者在后台补充。',
}

const en: typeof zhCN = {
  undeclared:
    'The privacy policy of this mini-program does not declare this interface (errno 112). Its operator has to add it.',
}

/** What the operator forgot, for developers: apart from `privacyTexts`, so that no build that ships has it. */
export const undeclaredTexts: Dictionary<typeof zhCN> = { 'zh-CN': zhCN, en }
