// Where apps built with older SDKs (minapp-sdk 2.0 to 3.21) send what has moved since, and where it is answered today.
const MOVED: readonly (readonly [from: RegExp, to: string])[] = [
  [/^\/hserve\/v2\.0\/(login|register)\/(email|username)(?=\/|$)/, '/hserve/v2.1/$1/$2'],
  [/^\/hserve\/v2\.[01]\/user\/account(?=\/|$)/, '/hserve/v2.2/user/account'],
  [
    /^\/hserve\/v2\.0\/idp\/wechat\/user-associate(?=\/|$)/,
    '/hserve/v2.4/idp/wechat/user-associate',
  ],
  [/^\/hserve\/v1\.8\/sms-verification-code(?=\/?$)/, '/hserve/v2.2/sms-verification-code'],
  [/^\/hserve\/v2\.0\/user\/info(?=\/\d+\/?$)/, '/hserve/v2.5/user/info'],
  [/^\/hserve\/v1\/upload(?=\/|$)/, '/hserve/v2.1/upload'],
]
const USER_INFO = /^\/hserve\/v2\.[02]\/user\/info(?=\/?$)/

/** The address of today for a request of this method to `url`, its query kept. What has not moved stays as it is. */
export const presentPath = (method: string | undefined, url: string): string => {
  // A query may hold question marks of its own.
  const start = url.indexOf('?')
  const [path, query] = start < 0 ? [url, ''] : [url.slice(0, start), url.slice(start)]
  const moved = MOVED.reduce((now, [from, to]) => now.replace(from, to), path).replace(
    USER_INFO,
    method === 'PUT' ? '/hserve/v2.5/user/info' : '/hserve/v2.2/user/info',
  )
  return `${moved}${query}`
}
