const { resolve } = require('node:path')
const Mpx = require('@mpxjs/webpack-plugin')

const babel = {
  loader: 'babel-loader',
  options: {
    presets: [['@babel/preset-env', { targets: { ios: 10 } }]],
    plugins: ['@babel/plugin-transform-runtime'],
    sourceType: 'unambiguous',
  },
}

module.exports = {
  mode: 'production',
  context: __dirname,
  entry: { app: './src/app.mpx' },
  output: { path: resolve(__dirname, 'dist'), filename: '[name].js', clean: true },
  optimization: {
    splitChunks: { chunks: 'all', name: 'bundle', minChunks: 2 },
    runtimeChunk: { name: 'bundle' },
  },
  module: {
    rules: [
      { test: /\.mpx$/, use: Mpx.loader({ currentMode: 'wx' }) },
      { test: /\.js$/, include: [resolve(__dirname, 'src'), /@mpxjs/], use: [babel] },
      { test: /\.json$/, resourceQuery: /asScript/, type: 'javascript/auto' },
      { test: /\.wxs$/, use: Mpx.wxsPreLoader(), enforce: 'pre' },
      { test: /\.(wxml|html)$/, use: Mpx.wxmlLoader() },
      { test: /\.(wxss|css)$/, use: Mpx.wxssLoader() },
    ],
  },
  resolve: { extensions: ['.mpx', '.js'] },
  plugins: [new Mpx({ mode: 'wx', srcMode: 'wx' })],
}
