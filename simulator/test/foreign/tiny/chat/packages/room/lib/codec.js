exports.pack = (value) => JSON.stringify(value)
exports.unpack = (text) => JSON.parse(text)
