import type { Dictionary } from './language'

const zhCN = {
  sheetTitle: '需要你的同意',
  sheetLead: '使用这项功能前，请阅读并同意《用户隐私保护指引》。不同意也可以继续使用其他功能。',
  read: '阅读指引',
  agree: '同意',
  disagree: '不同意',
  refused: '未同意隐私保护指引，这项功能暂不可用；其他功能不受影响。',
  operator: '这个小程序还没有在隐私保护指引里声明这项接口（errno 112）。请运营者在后台补充。',
  withdraw: '撤回同意',
  withdrawLead: '撤回后，我们不再收集头像、昵称和手机号，并从账号中删除它们；账号仍可使用。',
  withdrawDone: '已撤回，相关信息已从账号中删除。',
}

const en: typeof zhCN = {
  sheetTitle: 'Your consent, please',
  sheetLead:
    'Before this can be used, please read the privacy guide and agree to it. Everything else works without.',
  read: 'Read the guide',
  agree: 'Agree',
  disagree: 'Disagree',
  refused:
    'You did not agree to the privacy guide, so this is not available. Everything else works.',
  operator:
    'The privacy guide of this mini-program does not declare this interface (errno 112). Its operator has to add it.',
  withdraw: 'Withdraw my consent',
  withdrawLead:
    'No picture, name or phone number is collected any more, and those in your account are deleted. The account stays.',
  withdrawDone: 'Withdrawn. They have been deleted from your account.',
}

/** Consent: asking for it, and taking it back. */
export const privacyTexts: Dictionary<typeof zhCN> = { 'zh-CN': zhCN, en }
