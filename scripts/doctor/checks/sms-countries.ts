import { disagreement, found, ok, type Check } from '../finding'

const DEFAULT = 'CN'

const codesIn = (list = DEFAULT): readonly string[] =>
  list.split(',').map((code) => code.trim().toUpperCase())

/** Whether the server here sends text messages to every country that this app offers. */
export const smsCountries: Check = {
  name: 'sms-countries',
  run: ({ env, server }) => {
    if (env['TARO_APP_SMS'] !== 'true') return []
    const offered = codesIn(env['TARO_APP_SMS_COUNTRIES'])
    const sentTo = codesIn(server?.env['SMS_COUNTRIES'])
    const refused = offered.filter((code) => !sentTo.includes(code))
    if (server === undefined || refused.length === 0) {
      return [ok(`Text messages are offered to numbers of ${offered.join(', ')}.`)]
    }
    return [
      found(
        disagreement(server),
        `The app offers text messages to numbers of ${refused.join(', ')}, which the server here refuses.`,
        `Set SMS_COUNTRIES=${[...sentTo, ...refused].join()} in server/.env, or take them out of TARO_APP_SMS_COUNTRIES in .env.`,
      ),
    ]
  },
}
