import type { Dictionary } from './language'

const zhCN = {
  title: '个人资料',
  lead: '头像和昵称会展示给其他人，随时可以修改。',
  get: '使用微信头像和昵称',
  anonymous: '微信没有提供头像和昵称，请在下面填写。',
  refused: '没关系，也可以在下面填写。',
  chooseAvatar: '点击选择头像',
  changeAvatar: '点击更换头像',
  uploading: '正在上传头像…',
  uploadFailed: '头像没有上传成功，请换一张或再试一次。',
  nickname: '昵称',
  nicknameExample: '例如 林小满',
  nicknameHint: '1 到 30 个字符',
  nicknameMissing: '请填写昵称。',
  nicknameRejected: '这个昵称没有通过微信审核，请换一个。',
  nicknameRisky: '这个昵称没有通过内容审核，请换一个。',
}

const en: typeof zhCN = {
  title: 'Profile',
  lead: 'Your picture and name are shown to others. You can change them at any time.',
  get: 'Use my WeChat picture and name',
  anonymous: 'WeChat did not share your picture and name. Please fill them in below.',
  refused: 'No problem. You can fill them in below.',
  chooseAvatar: 'Tap to choose a picture',
  changeAvatar: 'Tap to change the picture',
  uploading: 'Uploading the picture…',
  uploadFailed: 'The picture was not uploaded. Try again, or choose another one.',
  nickname: 'Name',
  nicknameExample: 'Lin Xiaoman',
  nicknameHint: '1 to 30 characters',
  nicknameMissing: 'Please fill in a name.',
  nicknameRejected: 'WeChat did not accept this name. Please choose another.',
  nicknameRisky: 'This name is not allowed. Please choose another.',
}

/** The profile page. */
export const profileTexts: Dictionary<typeof zhCN> = { 'zh-CN': zhCN, en }
