/** The rules of a group that are alike but for their words: a table of name, Chinese, English and what is expected. */
module.exports = (group, table) =>
  table.map(([name, zh, en, expected]) => ({ id: `${group}.${name}`, zh, en, expected }))
