const { sentence } = require('../runner/say')

const second = '/pages/second/second'
const refused = (id, zh, en, api, url, expected) => ({
  id: `navigation.${id}`,
  zh,
  en,
  expected: `${api}:fail ${expected}`,
  run: sentence(api, { url }),
})

module.exports = [
  refused(
    'unknown',
    '没有的页面打不开',
    'A page that is not there is refused',
    'navigateTo',
    '/pages/none/none',
    'page "pages/none/none" is not found',
  ),
  refused(
    'to-tab',
    'navigateTo 不能打开标签页',
    'navigateTo refuses a tab page',
    'navigateTo',
    '/pages/about/about',
    'can not navigateTo a tabbar page',
  ),
  refused(
    'redirect-to-tab',
    'redirectTo 不能打开标签页',
    'redirectTo refuses a tab page',
    'redirectTo',
    '/pages/about/about',
    'can not redirectTo a tabbar page',
  ),
  refused(
    'switch-to-page',
    'switchTab 只能打开标签页',
    'switchTab refuses any other page',
    'switchTab',
    second,
    'can not switch to no-tabBar page',
  ),
]
