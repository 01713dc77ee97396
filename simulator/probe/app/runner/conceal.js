/** Names of what WeChat says of a person, and of what proves who they are. */
const PERSONAL = [
  ...[
    'code',
    'nickName',
    'avatarUrl',
    'openId',
    'unionId',
    'rawData',
    'signature',
    'encryptedData',
  ],
  ...['iv', 'phoneNumber', 'purePhoneNumber', 'cloudID', 'token', 'session_key'],
]

/** The name and the picture that everyone has: nothing personal. */
const EVERYBODY = '微信用户'

const known = []

/** A value, and the words of one that has several: `Ann Lee`. The longest comes first, as it may hold the others. */
const know = (value) => {
  value
    .split(/\s+/)
    .concat(value)
    .filter((word) => word.length > 1 && known.indexOf(word) < 0)
    .forEach((word) => known.push(word))
  known.sort((one, other) => other.length - one.length)
}

/** Remembers what an answer says of a person, so that no text shows it later. Returns the answer. */
const remember = (answer) => {
  if (!answer || typeof answer !== 'object') return answer
  Object.keys(answer).forEach((name) => {
    const value = answer[name]
    const isPersonal = PERSONAL.indexOf(name) >= 0 && typeof value === 'string'
    if (isPersonal && value !== '' && value !== EVERYBODY) know(value)
    remember(value)
  })
  return answer
}

/**
 * A text without what could be personal: values that were remembered, addresses, numbers of eight and more digits, long
 * words with digits in them, and anything that is not plain ASCII.
 */
const conceal = (text) =>
  known
    .reduce((rest, value) => rest.split(value).join('…'), String(text))
    .replace(/(https?|wxfile):\/\/\S+/g, '…')
    .replace(/\+?\d{8,}/g, '…')
    .replace(/[\w+/=.@-]{16,}/g, (word) => (/[\d@]/.test(word) ? '…' : word))
    .replace(/[^\x20-\x7e…]+/g, '…')
    .slice(0, 200)

module.exports = { conceal, remember }
