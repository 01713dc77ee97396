import fc from 'fast-check'

/** Text that breaks naive code: NUL, lone surrogates, quotes, markup, bidi, very long, number-like, path-like. */
export const hostileText = fc.oneof(
  fc.constantFrom(
    '',
    ' ',
    '\0',
    'a\0b',
    '\ud800',
    '\udfff\ud83d',
    "'; drop table users; --",
    '{"$gt":""}',
    '__proto__',
    'constructor',
    '../../etc/passwd',
    '%00',
    '%ff',
    '\u202egnp.exe',
    '微信用户',
    '👩‍👩‍👧‍👦',
    'İ',
    'null',
    'NaN',
    '-0',
    '1e400',
    '9007199254740993',
    'x'.repeat(5_000),
  ),
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.string({ unit: 'grapheme', maxLength: 40 }),
)

/** Numbers around every border: 2^31, 2^53, 2^63, beyond the largest double, fractions. */
export const hostileNumber = fc.oneof(
  fc.constantFrom(
    0,
    -1,
    0.5,
    2 ** 31,
    -(2 ** 31) - 1,
    Number.MAX_SAFE_INTEGER,
    2 ** 53 + 2,
    2 ** 63,
    1e21,
    Number.MAX_VALUE,
    Number.MIN_VALUE,
  ),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.integer(),
)

/** Any JSON value, hostile at every level. */
export const hostileValue: fc.Arbitrary<unknown> = fc.letrec((again) => ({
  value: fc.oneof(
    { maxDepth: 3 },
    hostileText,
    hostileNumber,
    fc.boolean(),
    fc.constant(null),
    fc.array(again('value'), { maxLength: 4 }),
    fc.dictionary(hostileText, again('value'), { maxKeys: 4 }),
  ),
})).value
