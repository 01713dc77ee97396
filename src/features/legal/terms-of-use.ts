import type { LegalText } from './text'

/** Terms that fit an app which only has accounts. An operator adds what their own service does. */
export const termsOfUse: LegalText = {
  'zh-CN': {
    title: '用户协议',
    lead: '运营者请替换【】中的内容，并加入自己服务的条款。更新日期：【日期】',
    sections: [
      {
        heading: '这是什么',
        paragraphs: [
          '【小程序名称】由【运营主体全称】提供：【一句话说明服务】。浏览公开内容不需要账号。',
        ],
      },
      {
        heading: '你的账号',
        paragraphs: [
          '账号属于注册的人。请保管好密码；发现异常，请在「账号与安全」中退出其他设备并修改密码。',
          '一个微信对应一个账号。我们不会在你没有确认的情况下合并账号。',
        ],
      },
      {
        heading: '请不要',
        paragraphs: [
          '冒充他人、发布违法或侵权内容、攻击或滥用服务。违反时我们可能限制或关闭账号，并说明理由。',
        ],
      },
      {
        heading: '我们的责任',
        paragraphs: ['我们尽力让服务稳定可用，但不保证不中断。法律不允许排除的责任不受影响。'],
      },
      {
        heading: '变更与终止',
        paragraphs: [
          '重要变更会提前【7】天在小程序内告知。不同意可以随时注销账号。',
          '适用【中华人民共和国】法律，争议由【法院或仲裁机构】处理。',
        ],
      },
    ],
  },
  en: {
    title: 'Terms of use',
    lead: 'For the operator: replace what stands in [[ ]], and add the terms of your own service. Last change: [[date]]',
    sections: [
      {
        heading: 'What this is',
        paragraphs: [
          '[[Name]] is offered by [[full name of the operator]]: [[the service in a sentence]]. What is public needs no account.',
        ],
      },
      {
        heading: 'Your account',
        paragraphs: [
          'An account belongs to the person who opened it. Keep the password to yourself; if something is strange, sign the other devices out and change it under "Account".',
          'One WeChat opens one account. We never join accounts unless you have confirmed it.',
        ],
      },
      {
        heading: 'Please do not',
        paragraphs: [
          'Pretend to be somebody else, publish what is illegal or not yours, attack or abuse the service. We may then limit or close the account, and say why.',
        ],
      },
      {
        heading: 'What we answer for',
        paragraphs: [
          'We do our best to keep the service up, but cannot promise that it never stops. What the law does not let us exclude stays as it is.',
        ],
      },
      {
        heading: 'Changes and the end',
        paragraphs: [
          'Changes that matter are announced in the app [[7]] days before. Who does not agree can delete the account at any time.',
          'The law of [[the People’s Republic of China]] applies; disputes go to [[court or arbitration]].',
        ],
      },
    ],
  },
}
