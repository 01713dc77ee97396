import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { type Static, type TSchema, Type } from '@sinclair/typebox'
import { ERROR_MESSAGES } from '../api/errors'
import { type Fault, type Trouble, APIS } from '../platform/faults'
import type { Platform } from '../platform/platform'
import { body, oneOf } from './fields'

const SCOPE = {
  api: Type.Optional(oneOf(APIS)),
  times: Type.Optional(Type.Integer({ minimum: 1, maximum: 1_000_000 })),
}

const TWO_MINUTES_MS = 120_000

const FORMS = [
  body({
    kind: Type.Literal('errcode'),
    errcode: oneOf(Object.keys(ERROR_MESSAGES).map(Number)),
    ...SCOPE,
  }),
  body({
    kind: Type.Literal('http'),
    status: Type.Integer({ minimum: 500, maximum: 599 }),
    ...SCOPE,
  }),
  body({
    kind: Type.Literal('slow'),
    delayMs: Type.Integer({ minimum: 1, maximum: TWO_MINUTES_MS }),
    ...SCOPE,
  }),
  body({ kind: Type.Literal('dropped'), ...SCOPE }),
  body({
    kind: Type.Literal('verdict'),
    suggest: oneOf(['pass', 'review', 'risky']),
    ...SCOPE,
  }),
  body({ kind: Type.Literal('phone-quota'), times: SCOPE.times }),
  body({ kind: Type.Literal('numeric-country-code'), times: SCOPE.times }),
  body({ kind: Type.Literal('clear') }),
] as const satisfies readonly TSchema[]

type Form = Static<(typeof FORMS)[number]>

/** One of the forms, distinguished by `kind`, so that a mistake is reported for the form that was meant. */
const fault = Type.Unsafe<Form>({
  type: 'object',
  required: ['kind'],
  discriminator: { propertyName: 'kind' },
  oneOf: FORMS,
})

const faultOf = (form: Exclude<Form, { kind: 'clear' }>): Fault => {
  const { times = 'until-cleared', ...rest } = form
  const { api = 'every', ...trouble }: Trouble & { api?: Fault['api'] } = rest
  return { trouble, api, times }
}

/**
 * `POST fault {kind, …, api?, times?}` → `{faults}`, all that are pending: makes WeChat fail on purpose, for the
 * next `times` calls of `api` or for every call until `{kind: 'clear'}`. The kinds are in simulator/README.md.
 */
export const faultCalls =
  (platform: Platform): FastifyPluginAsyncTypebox =>
  async (app) => {
    app.post('/fault', { schema: { body: fault } }, async ({ body: form }) => {
      if (form.kind === 'clear') platform.faults.clear()
      else platform.faults.inject(faultOf(form))
      return { faults: platform.faults.pending() }
    })
  }
