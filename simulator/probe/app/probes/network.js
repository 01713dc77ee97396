const networkCalls = require('./network-calls')
const { call, kindOf, message } = require('../runner/say')
const server = require('../runner/server')

const isHeaderTheirs = (referer) =>
  /^https:\/\/servicewechat\.com\/\w+\/\w+\/page-frame\.html$/.test(referer)

/** Sends to the echo of the probe's server, which answers what it received. */
const echo = (option, read) => (see) =>
  call('request', Object.assign({}, option, { url: server.url(option.url || '/echo') }), (answer) =>
    see(answer.data === undefined ? message(answer) : read(answer.data, answer)),
  )

const served = (id, zh, en, expected, run, doubt) =>
  Object.assign(
    { id: `network.${id}`, server: true, zh, en, expected, run },
    doubt ? { doubt } : {},
  )

module.exports = {
  id: 'network',
  zh: '请求',
  en: 'Requests',
  rules: networkCalls.concat([
    served(
      'json',
      'JSON 的回答已解析',
      'An answer of JSON is parsed',
      'object',
      echo({ url: '/ping' }, kindOf),
    ),
    served(
      'no-json',
      '不是 JSON 就是文字',
      'What is no JSON is text',
      'text',
      echo({ url: '/text' }, kindOf),
    ),
    served(
      'data-type',
      'dataType 不是 json 就不解析',
      'Nothing is parsed for another dataType',
      'text',
      echo({ url: '/ping', dataType: 'other' }, kindOf),
    ),
    served(
      'bytes',
      'responseType arraybuffer 给字节',
      'responseType arraybuffer returns bytes',
      'ArrayBuffer',
      echo({ url: '/ping', responseType: 'arraybuffer' }, (data) =>
        Object.prototype.toString.call(data).slice(8, -1),
      ),
    ),
    served(
      'status',
      '任何状态都是成功',
      'Any status is a success',
      '500',
      echo({ url: '/status/500' }, (data, { statusCode }) => statusCode),
    ),
    served(
      'query',
      'GET 的 data 进入地址',
      'data of a GET goes into the address',
      '/echo?a=1&b=x%20y',
      echo({ data: { a: 1, b: 'x y' } }, ({ url }) => url),
    ),
    served(
      'post-json',
      'POST 的对象以 JSON 发出',
      'An object of a POST is sent as JSON',
      '{"a":1}',
      echo({ method: 'POST', data: { a: 1 } }, ({ body }) => body),
    ),
    served(
      'post-type',
      'content-type 默认是 application/json',
      'content-type is application/json by default',
      'application/json',
      echo({ method: 'POST', data: { a: 1 } }, ({ headers }) => headers['content-type']),
    ),
    served(
      'post-form',
      '表单类型的对象以表单发出',
      'An object is sent as a form if its type says so',
      'a=1&b=x%20y',
      echo(
        {
          method: 'POST',
          data: { a: 1, b: 'x y' },
          header: { 'content-type': 'application/x-www-form-urlencoded' },
        },
        ({ body }) => body,
      ),
    ),
    served(
      'post-text',
      '文字原样发出',
      'A text is sent as it is',
      'as it is',
      echo({ method: 'POST', data: 'as it is' }, ({ body }) => body),
    ),
    served(
      'header',
      '自己的请求头到达',
      'Headers of its own arrive',
      'yes',
      echo({ header: { 'x-probe': 'yes' } }, ({ headers }) => headers['x-probe']),
    ),
    served(
      'referer',
      'referer 是微信的，改不了',
      'The referer is WeChat’s, whatever is set',
      'WeChat',
      echo({ header: { referer: 'https://example.com/' } }, ({ headers }) =>
        isHeaderTheirs(headers.referer) ? 'WeChat' : 'other',
      ),
    ),
    served(
      'user-agent',
      'User-Agent 有 MicroMessenger',
      'The User-Agent names MicroMessenger',
      'MicroMessenger',
      echo({}, ({ headers }) =>
        /MicroMessenger\//.test(headers['user-agent']) ? 'MicroMessenger' : 'other',
      ),
    ),
    served(
      'cookies',
      '回答里有 cookies 数组',
      'An answer has a list of cookies',
      'list',
      echo({ url: '/ping' }, (data, { cookies }) => kindOf(cookies)),
    ),
    served('timeout', '超时失败', 'A timeout fails', 'request:fail timeout', (see) =>
      call('request', { url: server.url('/hold?ms=2000'), timeout: 200 }, (answer) =>
        see(message(answer)),
      ),
    ),
    served(
      'headers-received',
      '先得到响应头',
      'Headers are reported before the answer',
      'headers, success',
      (see) => {
        const heard = []
        const task = wx.request({
          url: server.url('/ping'),
          success: () => see(heard.concat('success').join(', ')),
          fail: (failure) => see(message(failure)),
        })
        task.onHeadersReceived(() => heard.push('headers'))
      },
    ),
    served(
      'ten',
      '同时至多十个，其余等待',
      'At most ten at a time, the others wait',
      '10',
      (see) => {
        let left = 14
        let most = 0
        const end = ({ data }) => {
          most = Math.max(most, (data && data.together) || 0)
          left -= 1
          if (left === 0) see(most)
        }
        for (let count = left; count > 0; count -= 1)
          call('request', { url: server.url('/together') }, end)
      },
    ),
  ]),
}
