/** What WeChat's own servers know and the phone asks them for: the simulator's control API stands behind it. */
export interface Desk {
  /** A fresh login code: one use, five minutes (WeChat rules 1.5). */
  loginCode(ask: { person: string; appid: string }): Promise<{ code: string }>
}

const post = async (url: string, body: object): Promise<unknown> => {
  const answer = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
  if (!answer.ok) throw new Error(`${url} answered ${answer.status}`)
  return answer.json()
}

/** A desk over the simulator's HTTP control API at `base` (for example `http://127.0.0.1:8788`). */
export const createHttpDesk = (base: string): Desk => ({
  loginCode: async (ask) => (await post(`${base}/control/login-code`, ask)) as { code: string },
})
