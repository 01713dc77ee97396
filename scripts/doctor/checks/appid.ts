import { disagreement, found, ok, type Check } from '../finding'

const TOURIST = 'touristappid'

/** The AppID of project.config.json: a real one, and the server's. */
export const appid: Check = {
  name: 'appid',
  run: ({ appid: own, server }) => {
    if (typeof own !== 'string') {
      return [
        found(
          'error',
          own.fault,
          'Neither WeChat DevTools nor an upload works without it: restore it, for example by "git checkout project.config.json".',
        ),
      ]
    }
    if (own === TOURIST) {
      return [
        found(
          'beforeUpload',
          'The AppID is the tourist one, which cannot be uploaded.',
          'Write your AppID (mp.weixin.qq.com, 开发管理 > 开发设置) into project.config.json.',
        ),
      ]
    }
    if (!/^wx[0-9a-f]{16}$/.test(own)) {
      return [
        found(
          'beforeUpload',
          `"${own}" is no AppID: it is "wx" and 16 digits or letters a to f.`,
          'Copy it again from mp.weixin.qq.com into project.config.json.',
        ),
      ]
    }
    if (server === undefined) return [ok(`The AppID is ${own}.`)]
    const theirs = server.env['WECHAT_APPID'] ?? TOURIST
    return theirs === own
      ? [ok(`The AppID is ${own}, on the server too.`)]
      : [
          found(
            disagreement(server),
            `The app is ${own}, but the server here is set to ${theirs}: WeChat refuses every sign-in.`,
            `Set WECHAT_APPID=${own} and its WECHAT_SECRET in server/.env, and where the server runs.`,
          ),
        ]
  },
}
