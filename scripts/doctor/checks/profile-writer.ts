import { disagreement, found, ok, type Check } from '../finding'

/** Whether the server here takes a WeChat profile from the one that this app lets write it. */
export const profileWriter: Check = {
  name: 'profile-writer',
  run: ({ env, server }) => {
    const writer = env['TARO_APP_PROFILE_WRITER'] ?? 'client'
    const takes = server?.env['SDK_USER_INFO_UPDATE'] ?? 'off'
    if (server === undefined || writer === 'cloudFunction' || takes === 'on') {
      return [
        ok(`WeChat profiles are written by the ${writer === 'client' ? 'app' : 'cloud function'}.`),
      ]
    }
    return [
      found(
        disagreement(server),
        'The app writes WeChat profiles itself, which the server here refuses with 403.',
        'Set TARO_APP_PROFILE_WRITER=cloudFunction in .env, or SDK_USER_INFO_UPDATE=on in server/.env.',
      ),
    ]
  },
}
