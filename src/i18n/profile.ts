import type { Dictionary } from './language'

const zhCN = {
  title: '头像和昵称',
  lead: '会展示给其他人，随时可以修改。',
  get: '使用微信头像和昵称',
  anonymous: '微信不再提供头像和昵称，请在下面填写。',
  refused: '没关系，也可以在下面填写。',
  avatar: '头像',
  chooseAvatar: '选择头像',
  changeAvatar: '更换头像',
  uploading: '正在上传头像…',
  uploadFailed: '头像没有上传成功，请换一张或再试一次。',
  nickname: '昵称',
  nicknameHint: '1 到 20 个字',
  nicknameMissing: '请填写昵称。',
  nicknameTooLong: '昵称最多 20 个字。',
  nicknameRejected: '这个昵称没有通过微信审核，请换一个。',
  nicknameRisky: '这个昵称没有通过内容审核，请换一个。',
  saved: '已保存',
}

const en: typeof zhCN = {
  title: 'Picture and name',
  lead: 'Shown to others. You can change them at any time.',
  get: 'Use my WeChat picture and name',
  anonymous: 'WeChat no longer hands out pictures and names. Please fill them in below.',
  refused: 'No problem. You can fill them in below.',
  avatar: 'Picture',
  chooseAvatar: 'Choose a picture',
  changeAvatar: 'Change the picture',
  uploading: 'Uploading the picture…',
  uploadFailed: 'The picture was not uploaded. Try again, or choose another one.',
  nickname: 'Name',
  nicknameHint: '1 to 20 characters',
  nicknameMissing: 'Please fill in a name.',
  nicknameTooLong: 'A name has at most 20 characters.',
  nicknameRejected: 'WeChat did not accept this name. Please choose another.',
  nicknameRisky: 'This name is not allowed. Please choose another.',
  saved: 'Saved',
}

/** The profile page. */
export const profileTexts: Dictionary<typeof zhCN> = { 'zh-CN': zhCN, en }
