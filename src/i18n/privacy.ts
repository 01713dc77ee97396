import type { Dictionary } from './language'

const zhCN = {
  sheetTitle: '需要你的同意',
  sheetLead: '使用这项功能前，请阅读并同意《用户隐私保护指引》。不同意也可以继续使用其他功能。',
  read: '阅读指引',
  agree: '同意',
  disagree: '不同意',
  refused: '未同意隐私保护指引，这里暂不可用；其他功能不受影响。改变主意时，可以重新同意。',
  withdrawn: '你已撤回同意，我们不再收集这里的信息。需要时可以重新同意。',
  agreeAgain: '我同意',
  agreeIn: '{seconds} 秒后可以同意',
  undeclared: '这项功能暂时不可用；其他功能不受影响。',
  about: '详见',
}

const en: typeof zhCN = {
  sheetTitle: 'Your consent, please',
  sheetLead:
    'Before this can be used, please read the privacy policy and agree to it. Everything else works without it.',
  read: 'Read the policy',
  agree: 'Agree',
  disagree: 'Disagree',
  refused:
    'You did not agree to the privacy policy, so this is not available; everything else works. You can still agree if you change your mind.',
  withdrawn:
    'You withdrew your consent, so nothing is collected here. You can agree again at any time.',
  agreeAgain: 'I agree',
  agreeIn: 'You can agree in {seconds} s',
  undeclared: 'This is not available for now. Everything else works.',
  about: 'More in our',
}

/** Asking for consent. */
export const privacyTexts: Dictionary<typeof zhCN> = { 'zh-CN': zhCN, en }
