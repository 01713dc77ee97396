import type { Tree } from '../../code/tree'
import { blocksOf, MARKER } from './blocks'
import { isLostLink, LINK } from './links'
import { scriptsOf } from './package'

// Signs of no meaning around what points at something that has left, while a text is read.
const [FROM, TO] = ['\ue000', '\ue001']
const SCRIPT = '\ue002'
const TOKEN = `${FROM}[^${TO}]*${TO}`

const IN_PARENTHESES = new RegExp(`\\s*[(（]${TOKEN}[)）]`, 'g')
const COMMAND_IN_PARENTHESES = new RegExp(`\\s*[(（]${FROM}${SCRIPT}[^()（）]*[)）]`, 'g')
const SEE = new RegExp(`[,;，；]\\s*(?:see |见)\\s*${TOKEN}`, 'g')
/** `How it is done: [the page].`: a sentence that says where more is. */
const LEADS_THERE = new RegExp(`[:：]\\s*${TOKEN}[.。]?\\s*$`)
const COMMAND = new RegExp(`${FROM}${SCRIPT}`)
const SENTENCES = /(?<=[。！？])|(?<=[.!?])(?=\s+[^\sa-z])/
const BOLD_ALONE = /^(\*\*[^*]+\*\*[:：]?)\s*$/

/** A sentence without what points at nothing: whole, without its end, or not at all. */
const mended = (sentence: string): string => {
  if (COMMAND.test(sentence)) return ''
  if (!LEADS_THERE.test(sentence)) return sentence
  const head = sentence.replace(LEADS_THERE, '').trim()
  return BOLD_ALONE.test(head) ? `${head}${sentence.includes('：') ? '：' : ':'}` : ''
}

/** A paragraph or an item of a list, which keeps at least what it says besides. */
const mendedBlock = (block: string): string => {
  if (!block.includes(FROM)) return block
  const marker = MARKER.exec(block)?.[0] ?? ''
  const before = block.slice(marker.length)
  const after = before.split(SENTENCES).map(mended).join('').trim()
  if (after !== '') return marker + after
  // An item says something itself, and then where more is.
  const isItem = marker !== '' && !COMMAND.test(before)
  return isItem ? marker + before.replace(LEADS_THERE, /。\s*$/.test(before) ? '。' : '.') : ''
}

/** Scripts of the template that the project does not have; what makes projects is named by their documents, too. */
const lostScripts = (tree: Tree, before: readonly string[]): string[] => {
  const kept = scriptsOf(tree)
  return before.filter((name) => name !== 'setup' && !kept.includes(name))
}

/**
 * Takes out of the documents what only points at a file or a command that has left: a parenthesis, a "see …", a
 * sentence that ends in the link or names the command. Other sentences keep their words.
 * @param before the scripts of the template
 */
export const withoutLostPointers = (tree: Tree, before: readonly string[]): void => {
  const lost = lostScripts(tree, before)
  for (const path of tree.paths().filter((it) => it.endsWith('.md'))) {
    const text = tree.read(path)
    const marked = text
      .replace(LINK, (link: string, words: string, target: string) =>
        isLostLink(tree, path, target) ? `${FROM}${words}${TO}` : link,
      )
      .replace(/`npm run ([\w:-]+)(?: --[^`]*)?`/g, (span: string, name: string) =>
        lost.includes(name) ? `${FROM}${SCRIPT}${span}${TO}` : span,
      )
    if (marked === text) continue
    const next = blocksOf(
      marked.replace(COMMAND_IN_PARENTHESES, '').replace(IN_PARENTHESES, '').replace(SEE, ''),
    )
      .map((block) => (block.isProse ? mendedBlock(block.text) : block.text))
      .join('\n')
    tree.write(path, next.replace(new RegExp(`[${FROM}${TO}${SCRIPT}]`, 'g'), ''))
  }
}
