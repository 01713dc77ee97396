import { useState } from 'preact/hooks'
import type { Problem } from '../model/problems'
import type { Texts } from '../texts/zh'
import { Icon } from './icons'

/** One problem: where it was written, what it is, and the lines around it. */
export const ProblemText = ({ problem: { message, written } }: { problem: Problem }) => (
  <>
    {written !== undefined && (
      <p class="problem-place">
        {written.file}:{written.line}:{written.column}
      </p>
    )}
    <p class="problem-words">{message}</p>
    {written !== undefined && written.lines.length > 0 && (
      <pre class="problem-lines">
        {written.lines.map(({ line, text }) => (
          <span key={line} class={line === written.line ? 'here' : ''}>
            <i>{line}</i>
            {text}
            {'\n'}
          </span>
        ))}
      </pre>
    )}
  </>
)

interface Props {
  problems: readonly Problem[]
  texts: Texts
  bottom: number
}

/**
 * The errors of the app, over the lower end of the screen: the first since it was closed, from which others may
 * follow, or all. Closed, it stays away until there is another.
 */
export const Problems = ({ problems, texts, bottom }: Props) => {
  const [closedAt, setClosedAt] = useState(0)
  const [shown, setShown] = useState<'first' | 'all'>('first')
  if (problems.length <= closedAt) return null
  const listed = shown === 'all' ? problems : problems.slice(closedAt, closedAt + 1)
  return (
    <section class="problems" id="app-errors" role="alert" style={{ bottom: bottom + 12 }}>
      <header>
        <strong>
          {texts.problems} {problems.length}
        </strong>
        {problems.length > 1 && (
          <button
            type="button"
            id="app-errors-all"
            aria-expanded={shown === 'all'}
            onClick={() => setShown(shown === 'all' ? 'first' : 'all')}
          >
            {shown === 'all' ? texts.problemsFirst : texts.problemsAll}
          </button>
        )}
        <button
          type="button"
          id="app-errors-close"
          aria-label={texts.problemsClose}
          onClick={() => setClosedAt(problems.length)}
        >
          <Icon name="cross" size={16} />
        </button>
      </header>
      <ol>
        {listed.map((problem, index) => (
          <li key={index}>
            <ProblemText problem={problem} />
          </li>
        ))}
      </ol>
    </section>
  )
}
