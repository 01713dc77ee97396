const EN = `Shows a mini-program in a simulated WeChat, in a browser. No AppID and no network needed.

  npx wechat-simulator [folder] [options]

  folder                 a built mini-program (dist, dist/weapp, unpackage/dist/dev/mp-weixin…), a native one, or a project
                         with project.config.json; the current folder when left out

  -p, --port N           port of the preview (8789, or a free one)
      --simulator-port N port of WeChat's servers (8788, or a free one)
      --simulator URL    use WeChat's servers that run already
      --host FROM=TO     like a line of a hosts file: api.example.com=127.0.0.1:3000; may be repeated
  -v, --version
  -h, --help`

const ZH = `在浏览器里、在一台模拟的微信上运行小程序。不需要 AppID，也不需要网络。

  npx wechat-simulator [目录] [选项]

  目录                   构建好的小程序（dist、dist/weapp、unpackage/dist/dev/mp-weixin……）、原生小程序，
                         或带 project.config.json 的项目；不写就是当前目录

  -p, --port N           预览的端口（8789；被占用就换一个空闲的）
      --simulator-port N 微信服务器的端口（8788；被占用就换一个空闲的）
      --simulator URL    使用已经在运行的微信服务器
      --host FROM=TO     相当于 hosts 文件的一行：api.example.com=127.0.0.1:3000；可以写多次
  -v, --version
  -h, --help`

/** What the command can do, in Chinese where the locale is (such as `zh_CN.UTF-8`), else in English. */
export const helpIn = (locale: string): string => (/^zh/i.test(locale) ? ZH : EN)
