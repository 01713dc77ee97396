import type { LegalText } from './text'

/** A privacy guide that says what this starter really does. An operator adds who they are and what they change. */
export const privacyGuide: LegalText = {
  'zh-CN': {
    title: '隐私保护指引',
    lead: '运营者请先替换【】中的内容，并与小程序后台的《用户隐私保护指引》保持一致。更新日期：【日期】',
    sections: [
      {
        heading: '我们是谁',
        paragraphs: [
          '本小程序由【运营主体全称】运营，联系方式：【邮箱或电话】，地址：【注册地址】。',
        ],
      },
      {
        heading: '我们收集什么，为什么',
        paragraphs: [
          '打开小程序时：微信提供的用户标识（openid，可能还有 unionid），用来认出你的账号。这一步不弹窗，也不收集头像、昵称或手机号。',
          '你主动填写时：头像、昵称，用来展示给你和其他用户。',
          '你主动授权或填写时：手机号，用来登录和找回账号。不展示给他人，存储时加密。',
          '你主动设置时：用户名、邮箱、密码，用来在网页上登录。密码只保存不可还原的摘要。',
          '你写笔记时：文字和图片，分享后别人可见。',
          '你点复制时：写入剪贴板，不读取。',
          '为了安全：登录时间、IP 地址和设备类型，保存【90】天。',
        ],
      },
      {
        heading: '你不同意会怎样',
        paragraphs: ['可以继续浏览公开内容。每项信息只影响需要它的那一项功能，我们不会反复询问。'],
      },
      {
        heading: '谁能看到',
        paragraphs: [
          '其他用户只能看到你的编号、昵称和头像。我们不出售个人信息。',
          '为完成功能，以下第三方会处理必要的信息：腾讯（微信登录、内容安全检查）、【短信服务商】、【邮件服务商】、【云服务商】。',
        ],
      },
      {
        heading: '保存在哪里，多久',
        paragraphs: [
          '保存在【中国境内的服务器】。账号存在期间保存；注销后立即删除，备份在【30】天内清除。',
        ],
      },
      {
        heading: '你的权利',
        paragraphs: [
          '查看和更正：「我的」中的各项设置。',
          '导出：「账号与安全 · 导出我的数据」。',
          '撤回同意：本页底部的「撤回同意」，我们会停止收集并删除头像、昵称和手机号。',
          '删除：「账号与安全 · 注销账号」，立即生效。',
          '其他请求请联系【邮箱或电话】，我们会在 15 个工作日内答复。',
        ],
      },
      {
        heading: '未成年人',
        paragraphs: ['未满 14 周岁的用户请在监护人同意下使用。'],
      },
    ],
  },
  en: {
    title: 'Privacy policy',
    lead: 'For the operator: replace what stands in [[ ]], and keep it the same as the guide in the WeChat console. Last change: [[date]]',
    sections: [
      {
        heading: 'Who we are',
        paragraphs: [
          'This mini-program is run by [[full name of the operator]]; contact: [[email or phone]]; address: [[registered address]].',
        ],
      },
      {
        heading: 'What we collect, and why',
        paragraphs: [
          'When you open it: the identifier WeChat has for you (openid, perhaps unionid), to recognise your account. Nothing pops up, and no picture, name or phone number is taken.',
          'When you fill them in: a picture and a name, to show to you and to others.',
          'When you allow or type it: a phone number, to sign in and to recover the account. Nobody else sees it; it is stored encrypted.',
          'When you set them: a username, an email address and a password, to sign in on the web. Of the password only a digest is kept that cannot be turned back.',
          'When you write notes: their text and pictures; others see what you share.',
          'When you tap Copy: the clipboard is written to, and never read.',
          'For safety: times, IP addresses and kinds of device of sign-ins, kept for [[90]] days.',
        ],
      },
      {
        heading: 'If you do not agree',
        paragraphs: [
          'You can go on reading what is public. Each piece of information matters only to what needs it, and we do not keep asking.',
        ],
      },
      {
        heading: 'Who sees it',
        paragraphs: [
          'Others see your number, name and picture only. We sell no personal information.',
          'To do their part, these process what they need: Tencent (sign-in, content checks), [[text message service]], [[mail service]], [[hosting]].',
        ],
      },
      {
        heading: 'Where it is kept, and how long',
        paragraphs: [
          'On [[servers in mainland China]], while the account exists. Deleting the account deletes it at once; backups are gone within [[30]] days.',
        ],
      },
      {
        heading: 'Your rights',
        paragraphs: [
          'See and correct: in the settings under "Me".',
          'Take along: "Account · Export my data".',
          'Withdraw consent: at the end of this page; we stop collecting, and delete picture, name and phone number.',
          'Delete: "Account · Delete my account", at once.',
          'For anything else write to [[email or phone]]; you have an answer within 15 working days.',
        ],
      },
      {
        heading: 'Minors',
        paragraphs: ['Under the age of 14, please use it with the consent of a guardian.'],
      },
    ],
  },
}
