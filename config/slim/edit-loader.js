// A webpack loader must be a CommonJS module of its own; this one applies the edits that config/slim/index.ts hands it.
module.exports = function edit(text) {
  return this.getOptions().edit(text, this.resourcePath)
}
