export const MOST = 4

export const PATIENCE_MS = 100

/** What a call asks: about `key`, as the `nth` call; a bad one makes the database refuse its whole statement. */
export interface Question {
  readonly key: string
  readonly nth: number
  readonly isBad: boolean
}

export const UNDONE = { code: '22P05' }

export const LOST = { code: '08006' }

/** A database that answers on demand, and holds every statement to what calls were promised. */
export const openSlowDatabase = () => {
  const statements: { asked: readonly Question[]; end: (how: 'served' | 'lost') => void }[] = []
  const onTheirWay = new Map<string, Question>()
  const latest = new Map<string, number>()
  const sizes: number[] = []

  const ask = (asked: readonly Question[]) =>
    new Promise<readonly string[]>((resolve, reject) => {
      for (const question of asked) {
        expect(onTheirWay.has(question.key)).toBe(false)
        expect(question.nth).toBeGreaterThanOrEqual(latest.get(question.key) ?? 0)
        latest.set(question.key, question.nth)
        onTheirWay.set(question.key, question)
      }
      sizes.push(asked.length)
      const end = (how: 'served' | 'lost') => {
        for (const { key } of asked) onTheirWay.delete(key)
        if (how === 'lost') reject(LOST)
        else if (asked.some(({ isBad }) => isBad)) reject(UNDONE)
        else resolve(asked.map(({ nth }) => `answer ${nth}`))
      }
      statements.push({ asked, end })
    })

  return { ask, statements, sizes }
}
