/** A moment as `2026-11-21 09:05`, in the phone's own time zone. WeChat's logic layer has no reliable Intl. */
export const moment = (seconds: number): string => {
  const date = new Date(seconds * 1_000)
  const two = (value: number) => String(value).padStart(2, '0')
  const day = [date.getFullYear(), two(date.getMonth() + 1), two(date.getDate())].join('-')
  return `${day} ${two(date.getHours())}:${two(date.getMinutes())}`
}
