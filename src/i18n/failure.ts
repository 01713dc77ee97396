import type { Dictionary } from './language'

const zhCN = {
  offline: '网络不通，请检查网络后再试。',
  timeout: '等待超时，请再试一次。',
  server: '服务器繁忙，请稍后再试。',
  wechat: '微信没有给出结果，请再试一次。',
  refused: '没有得到你的同意。',
  undeclared: '这项功能暂不可用。',
  expired: '刚才的授权已过期，请再点一次。',
  denied: '没有得到允许。',
  notFound: '没有找到，可能已被删除。',
  needsLink: '这个微信还没有关联账号。',
  needsLogin: '登录已失效，请重新登录。',
  conflict: '与已有的信息冲突，没有改动。',
  unionConflict: '无法确定这个微信对应哪个账号，没有改动。',
  accountBlocked: '这个账号已被停用，如有疑问请联系客服。',
  quota: '次数已用完，请以后再试。',
  unsupported: '当前环境不支持这项操作。',
  rateLimited: '操作太频繁，请稍等片刻再试。',
  cancelled: '已中断，请再试一次。',
  unexpected: '出了点问题，请再试一次。',
}

const en: typeof zhCN = {
  offline: 'No network. Please try again later.',
  timeout: 'This took too long. Please try again.',
  server: 'The server is busy. Please try again later.',
  wechat: 'WeChat did not answer as it should. Please try again.',
  refused: 'You did not allow this.',
  undeclared: 'This is not available for now.',
  expired: 'The permission has expired. Please tap once more.',
  denied: 'This was not allowed.',
  notFound: 'Not found. It may have been deleted.',
  needsLink: 'No account is linked to this WeChat yet.',
  needsLogin: 'You have been signed out. Please sign in again.',
  conflict: 'This conflicts with what is already there. Nothing was changed.',
  unionConflict: 'It is unclear which account this WeChat opens. Nothing was changed.',
  accountBlocked: 'This account has been blocked. Please contact support.',
  quota: 'The limit is used up. Please try again later.',
  unsupported: 'This is not possible here.',
  rateLimited: 'Too many attempts. Please wait a moment.',
  cancelled: 'This was interrupted. Please try again.',
  unexpected: 'Something went wrong. Please try again.',
}

/** One sentence for every kind of failure: a raw message never reaches the screen. */
export const failureTexts: Dictionary<typeof zhCN> = { 'zh-CN': zhCN, en }
