import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { type Static, type TSchema, Type } from '@sinclair/typebox'
import { errorMessages } from '../api/errors'
import { type Fault, type Trouble, apis } from '../platform/faults'
import type { Platform } from '../platform/platform'
import { body, oneOf } from './fields'

const scope = {
  api: Type.Optional(oneOf(apis)),
  times: Type.Optional(Type.Integer({ minimum: 1, maximum: 1_000_000 })),
}

const twoMinutes = 120_000

const forms = [
  body({
    kind: Type.Literal('errcode'),
    errcode: oneOf(Object.keys(errorMessages).map(Number)),
    ...scope,
  }),
  body({
    kind: Type.Literal('http'),
    status: Type.Integer({ minimum: 500, maximum: 599 }),
    ...scope,
  }),
  body({
    kind: Type.Literal('slow'),
    delayMs: Type.Integer({ minimum: 1, maximum: twoMinutes }),
    ...scope,
  }),
  body({ kind: Type.Literal('dropped'), ...scope }),
  body({
    kind: Type.Literal('verdict'),
    suggest: oneOf(['pass', 'review', 'risky']),
    ...scope,
  }),
  body({ kind: Type.Literal('phone-quota'), times: scope.times }),
  body({ kind: Type.Literal('numeric-country-code'), times: scope.times }),
  body({ kind: Type.Literal('clear') }),
] as const satisfies readonly TSchema[]

type Form = Static<(typeof forms)[number]>

/** One of the forms, distinguished by `kind`, so that a mistake is reported for the form that was meant. */
const fault = Type.Unsafe<Form>({
  type: 'object',
  required: ['kind'],
  discriminator: { propertyName: 'kind' },
  oneOf: forms,
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
