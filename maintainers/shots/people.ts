const NAMES = [
  ...['Lin', 'Mei', 'Chen', 'Wang', 'Yan', 'Rui', 'Hao', 'Jing', 'Bo', 'Xia', 'Tao', 'Ning'],
  ...['Kai', 'Lan', 'Min', 'Qing', 'Shan', 'Wei', 'Yu', 'Zhen', 'Fang', 'Lei', 'Nan', 'An'],
]

/** Who is seen in picture number `index`: one person for each, so that none has met the app before. */
export const personOf = (index: number): string => {
  const given = NAMES[index % NAMES.length] ?? ''
  const family = NAMES[Math.floor(index / NAMES.length) - 1]
  return family === undefined ? given : `${family} ${given}`
}
