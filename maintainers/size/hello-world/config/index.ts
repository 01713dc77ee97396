import { defineConfig } from '@tarojs/cli'

/** What `taro init` writes for React, TypeScript, Sass and webpack5 (@tarojs/cli, templates/default). */
export default defineConfig<'webpack5'>({
  projectName: 'hello-world',
  designWidth: 750,
  deviceRatio: { 640: 2.34 / 2, 750: 1, 375: 2, 828: 1.81 / 2 },
  sourceRoot: 'src',
  outputRoot: 'dist',
  framework: 'react',
  compiler: 'webpack5',
  cache: { enable: false },
  mini: { postcss: { pxtransform: { enable: true, config: {} }, cssModules: { enable: false } } },
})
