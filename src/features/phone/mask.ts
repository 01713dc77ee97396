/** A phone number as a screen may show it: enough to recognise, not enough to use. */
export const maskPhone = (phone: string): string => {
  const shown = phone.length >= 11 ? [3, 4] : [1, 2]
  const [head = 0, tail = 0] = shown
  if (phone.length <= head + tail) return '*'.repeat(phone.length)
  return `${phone.slice(0, head)}****${phone.slice(-tail)}`
}
