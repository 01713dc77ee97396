import fc from 'fast-check'
import type { InjectOptions } from 'fastify'
import { hostileText, hostileValue } from './hostile'
import type { Route } from './routes'
import { shaped } from './shaped'

/** Who sends the request: a signed-in member, no one, or someone with a made-up token. */
type Sender = { readonly kind: 'member' | 'nobody' } | { readonly kind: 'token'; token: string }

/** A request as the fuzzer invents it; the member's token is put in when it is sent. */
export interface FuzzRequest {
  readonly url: string
  readonly sender: Sender
  readonly headers: Readonly<Record<string, string>>
  readonly payload: string | Buffer | undefined
}

/** Header values that Node lets out on a wire: no control characters. */
const headerText = fc.string({ unit: 'grapheme-ascii', maxLength: 60 })

const encoded = (text: string): string => {
  try {
    return encodeURIComponent(text)
  } catch {
    // A lone surrogate has no UTF-8: send bytes that are no UTF-8 either.
    return '%ed%a0%80'
  }
}

const parameter = fc.oneof(
  fc.constantFrom(
    '0',
    '-1',
    '22000000000001',
    '9007199254740993',
    '9'.repeat(30),
    '1.5',
    '%',
    '%zz',
  ),
  hostileText.map(encoded),
)

const pathOf = ({ path }: Route): fc.Arbitrary<string> => {
  const parts = path.split('/')
  return fc
    .tuple(...parts.map((part) => (/^[:*]/.test(part) ? parameter : fc.constant(part))))
    .chain((filled) => {
      const good = filled.join('/')
      return fc.oneof(
        { weight: 12, arbitrary: fc.constant(good) },
        {
          weight: 1,
          arbitrary: fc
            .constantFrom('%', '%zz', '%c3%28', '/%00', '//', ';a=b')
            .map((end) => good + end),
        },
      )
    })
}

const query = fc.oneof(
  { weight: 3, arbitrary: fc.constant('') },
  {
    weight: 2,
    arbitrary: fc
      .array(
        fc.tuple(
          fc.constantFrom(
            'limit',
            'offset',
            'where',
            'order_by',
            'return_total_count',
            'keys',
            'token',
          ),
          fc.oneof(
            hostileText.map(encoded),
            hostileValue.map((value) => encoded(JSON.stringify(value))),
            fc.constantFrom('%', '%zz', '%c3%28'),
          ),
        ),
        { maxLength: 4 },
      )
      // Nothing keeps a name from coming twice.
      .map((pairs) => `?${pairs.map(([name, value]) => `${name}=${value}`).join('&')}`),
  },
)

const FORM_PART =
  '--x\r\nContent-Disposition: form-data; name="policy"\r\n\r\nbm8=\r\n--x\r\nContent-Disposition: form-data; name="file"; filename="a"\r\n\r\n'

const json = (value: unknown) => ({ type: 'application/json', payload: JSON.stringify(value) })

const bodyOf = ({ body }: Route) =>
  fc.oneof(
    { weight: 6, arbitrary: shaped((body as object | undefined) ?? {}).map(json) },
    { weight: 2, arbitrary: hostileValue.map(json) },
    {
      weight: 1,
      arbitrary: fc.record({
        type: fc.constantFrom(
          'application/json',
          'text/plain',
          'multipart/form-data; boundary=x',
          'a/b',
          '',
        ),
        payload: fc.oneof(
          hostileText,
          fc.uint8Array({ maxLength: 200 }).map((bytes) => Buffer.from(bytes)),
          fc.constant('['.repeat(30_000)),
          fc.constant(`"${'x'.repeat(70_000)}"`),
          fc.constantFrom(FORM_PART, `${FORM_PART}GIF89a\r\n--x--\r\n`),
          fc.constant('{"id":123456789012345678901234567890}'),
          fc.constant('{"__proto__":{"a":1}}'),
        ),
      }),
    },
  )

const sender: fc.Arbitrary<Sender> = fc.oneof(
  { weight: 5, arbitrary: fc.constant({ kind: 'member' as const }) },
  { weight: 1, arbitrary: fc.constant({ kind: 'nobody' as const }) },
  { weight: 1, arbitrary: headerText.map((token) => ({ kind: 'token' as const, token })) },
)

const headers = fc.dictionary(
  fc.constantFrom(
    'x-hydrogen-client-id',
    'x-hydrogen-env-id',
    'user-agent',
    'x-forwarded-for',
    'origin',
  ),
  headerText,
  { maxKeys: 2 },
)

/** Requests for one route: of the right shape, of a wrong shape, and of none. */
export const requestFor = (route: Route): fc.Arbitrary<FuzzRequest> =>
  fc
    .record({ path: pathOf(route), query, sender, headers, body: bodyOf(route) })
    .map(({ path, query, sender, headers, body }) => ({
      url: path + query,
      sender,
      headers: route.method === 'GET' ? headers : { 'content-type': body.type, ...headers },
      payload: route.method === 'GET' ? undefined : body.payload,
    }))

/** The request as Fastify's `inject` takes it. */
export const injection = (
  { method }: Route,
  { url, sender, headers, payload }: FuzzRequest,
  memberToken: string,
): InjectOptions => {
  const token =
    sender.kind === 'member' ? memberToken : sender.kind === 'token' ? sender.token : null
  return {
    method: method as NonNullable<InjectOptions['method']>,
    url,
    headers: {
      'x-hydrogen-client-id': 'starter-dev',
      ...(token !== null && { authorization: `Hydrogen-r1 ${token}` }),
      ...headers,
    },
    ...(payload !== undefined && { payload }),
  }
}
