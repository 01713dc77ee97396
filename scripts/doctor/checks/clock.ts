import { found, ok, type Check } from '../finding'

const MOST_OFF_MS = 60_000

/** This machine's clock against that of the host the app calls: sessions, codes and uploads expire by it. */
export const clock: Check = {
  name: 'clock',
  run: async ({ env, now, dateOf }) => {
    const host = env['TARO_APP_BAAS_HOST'] ?? ''
    if (!URL.canParse(host)) return []
    const date = await dateOf(host)
    if (date === undefined || Number.isNaN(Date.parse(date))) {
      return [{ weight: 'ok', sentence: `The clock was not compared: ${host} did not answer.` }]
    }
    const off = Math.round((now() - Date.parse(date)) / 1000)
    return Math.abs(off) * 1000 > MOST_OFF_MS
      ? [
          found(
            'note',
            `This machine's clock is ${Math.abs(off)} seconds ${off > 0 ? 'ahead of' : 'behind'} ${host}.`,
            'Set one of them by NTP: sessions and codes expire by the clock.',
          ),
        ]
      : [ok('The clock agrees with the host.')]
  },
}
