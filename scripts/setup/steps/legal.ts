import type { Answers } from '../answers/answers'
import type { Tree } from '../../code/tree'
import { quoted } from './identity'

const TEXTS = /^src\/features\/legal\/.*\.ts$/

/** What the legal texts leave open, and the answers that fill it; what has no answer stays. */
const fillings = (answers: Answers, date: string): [blanks: string[], text: string][] => {
  const { operator, displayName, displayNameEn } = answers
  return [
    [['【运营主体全称】', '[[full name of the operator]]'], operator.name],
    [['【邮箱或电话】', '[[email or phone]]'], operator.contact],
    [['【注册地址】', '[[registered address]]'], operator.address],
    [['【小程序名称】'], displayName],
    [['[[Name]]'], displayNameEn],
    [['【日期】', '[[date]]'], date],
  ]
}

/** Fills the operator, the product's name and the date (`YYYY-MM-DD`) into the legal texts. */
export const fillLegalTexts = (tree: Tree, answers: Answers, date: string): void => {
  for (const path of tree.paths().filter((it) => TEXTS.test(it))) {
    let text = tree.read(path)
    for (const [blanks, filling] of fillings(answers, date)) {
      if (filling.trim() === '') continue
      for (const blank of blanks) text = text.replaceAll(blank, () => quoted(filling))
    }
    tree.write(path, text)
  }
}
