import fc from 'fast-check'
import { openDesk, tourist } from './desk'

type Step =
  | { call: 'login-code' | 'phone-code' | 'profile' | 'person'; body: object }
  | { call: 'clock'; body: { advanceMs: number } }
  | { call: 'reset'; body: object }

const person = fc.constantFrom('alice', 'bob', '陈晓')
const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({
    call: fc.constantFrom('login-code' as const, 'phone-code', 'profile', 'person'),
    body: fc.record({ person }),
  }),
  fc.record({
    call: fc.constant('clock' as const),
    body: fc.record({ advanceMs: fc.nat(400_000) }),
  }),
  fc.constant({ call: 'reset' as const, body: {} }),
)

const play = async (steps: readonly Step[]) => {
  const desk = await openDesk()
  const answers: unknown[] = []
  for (const { call, body } of steps) {
    const answer = await desk.control(call, body)
    answers.push(answer)
    const query = { access_token: await desk.token() }
    if (call === 'phone-code') {
      answers.push(await desk.post('wxa/business/getuserphonenumber', answer, query))
    }
    if (call === 'login-code') {
      const asked = { appid: tourist, secret: 's', grant_type: 'authorization_code' }
      answers.push(await desk.get('sns/jscode2session', { ...asked, js_code: answer.code }))
    }
  }
  return answers
}

test('the same seed and the same calls give the same answers, and nothing is issued twice', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 12 }), async (steps) => {
      const answers = await play(steps)
      expect(await play(steps)).toEqual(answers)
      const codes = answers.flatMap((answer) =>
        Object.entries(Object(answer)).filter(([name]) => name === 'code'),
      )
      expect(new Set(codes.map(([, code]) => code)).size).toBe(codes.length)
    }),
    { numRuns: 40 },
  )
})
