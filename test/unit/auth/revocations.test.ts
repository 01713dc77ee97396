import { createRevocations } from '../../../src/auth/revocations'
import { BaasError } from '../../../src/baas/errors'
import { settle } from '../../kit/fake-backend'

/** Revocations of two tokens whose answers were lost, and the answers to what is sent from then on. */
const afterLostAnswers = async () => {
  const answers: { resolve: () => void; reject: (error: unknown) => void }[] = []
  const revocations = createRevocations(
    () =>
      new Promise((resolve, reject) => {
        answers.push({ resolve: () => resolve({ status: 201, body: {} }), reject })
      }),
  )
  const lost = [revocations.revoke('token-1'), revocations.revoke('token-2')]
  for (const { reject } of answers.splice(0)) reject(new BaasError(600))
  await Promise.all(lost)
  return { revocations, answers }
}

describe('sessions that could not be ended', () => {
  it('a session that could not be ended is ended by a later try, which is over when all are answered', async () => {
    const { revocations, answers } = await afterLostAnswers()
    let isOver = false
    const retried = revocations.retry().then(() => void (isOver = true))
    expect(answers).toHaveLength(2)
    answers[0]?.resolve()
    await settle()
    expect(isOver).toBe(false)
    answers[1]?.resolve()
    await retried
  })

  it('a session that a later try has ended is not ended again', async () => {
    const { revocations, answers } = await afterLostAnswers()
    const retried = revocations.retry()
    for (const { resolve } of answers) resolve()
    await retried
    await revocations.retry()
    expect(answers).toHaveLength(2)
  })
})
