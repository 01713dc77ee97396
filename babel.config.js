// Taro's preset writes these as ES5 for an edge case of iOS 12 (rest of an array literal) that we do not use;
// both engines of .browserslistrc know them otherwise. The helpers would cost some 10 KB of the package.
const NATIVE = ['destructuring', 'parameters', 'spread', 'template-literals']

module.exports = {
  // Class fields are plain assignments: none of ours hides an accessor, and the helper is another kilobyte.
  // No value of ours is document.all, so `?.` and `??` may compare with `== null`: half the bytes each.
  assumptions: { setPublicClassFields: true, noDocumentAll: true },
  presets: [
    [
      'taro',
      {
        framework: 'react',
        ts: true,
        compiler: 'webpack5',
        exclude: NATIVE.map((name) => `transform-${name}`),
      },
    ],
  ],
}
