const words = (text: string) => new Set(text.split(' '))

/** The members of each kind of value; there are no others (guide "WXS", data types). */
const MEMBERS: Readonly<Record<string, ReadonlySet<string>>> = {
  String: words(
    'length toString valueOf charAt charCodeAt concat indexOf lastIndexOf localeCompare match replace search slice ' +
      'split substring toLowerCase toLocaleLowerCase toUpperCase toLocaleUpperCase trim',
  ),
  Number: words('toString toLocaleString valueOf toFixed toExponential toPrecision'),
  Boolean: words('toString valueOf'),
  Array: words(
    'length toString concat join pop push reverse shift slice sort splice unshift indexOf lastIndexOf every some ' +
      'forEach map filter reduce reduceRight',
  ),
  Function: words('length'),
  RegExp: words('source global ignoreCase multiline lastIndex exec test toString'),
  Date: words(
    'toString toDateString toTimeString toLocaleString toLocaleDateString toLocaleTimeString valueOf getTime ' +
      'getFullYear getUTCFullYear getMonth getUTCMonth getDate getUTCDate getDay getUTCDay getHours getUTCHours ' +
      'getMinutes getUTCMinutes getSeconds getUTCSeconds getMilliseconds getUTCMilliseconds getTimezoneOffset ' +
      'setTime setMilliseconds setUTCMilliseconds setSeconds setUTCSeconds setMinutes setUTCMinutes setHours ' +
      'setUTCHours setDate setUTCDate setMonth setUTCMonth setFullYear setUTCFullYear toUTCString toISOString toJSON',
  ),
  Arguments: words('length'),
}

/** The kind of a value, as WXS names it in `constructor`. */
export const kindOf = (value: unknown): string => {
  const tag = Object.prototype.toString.call(value).slice('[object '.length, -1)
  return tag in MEMBERS ? tag : 'Object'
}

/** Whether values of this kind have a member of this name of their own accord. */
export const hasMember = (kind: string, name: string): boolean => MEMBERS[kind]?.has(name) === true

/** What `toString` returns for a value without one of its own (as by WeChat's compiler). */
export const DESCRIPTIONS: Readonly<Record<string, string>> = {
  Function: '[function Function]',
  Object: '[object Object]',
  Arguments: '[object Object]',
}
