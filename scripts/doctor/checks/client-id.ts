import { disagreement, found, ok, type Check } from '../finding'

const TEMPLATE = 'starter-dev'

/** The client ID that app and server know each other by. */
export const clientId: Check = {
  name: 'client-id',
  run: ({ env, server }) => {
    const own = env['TARO_APP_BAAS_CLIENT_ID'] ?? ''
    const theirs = server?.env['BAAS_CLIENT_ID'] ?? TEMPLATE
    if (own === TEMPLATE) {
      return [
        found(
          'beforeUpload',
          `The client ID is "${TEMPLATE}", that of every fresh copy of the template.`,
          'Choose one, and set it as TARO_APP_BAAS_CLIENT_ID in .env and as BAAS_CLIENT_ID of the server.',
        ),
      ]
    }
    if (server !== undefined && theirs !== own) {
      return [
        found(
          disagreement(server),
          `The app says client ID "${own}", the server here expects "${theirs}".`,
          'Set the same one as TARO_APP_BAAS_CLIENT_ID in .env and as BAAS_CLIENT_ID in server/.env.',
        ),
      ]
    }
    return [ok(`The client ID is ${own}.`)]
  },
}
