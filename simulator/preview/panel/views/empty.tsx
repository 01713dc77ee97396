/** A list that is still empty, with a sentence on what will be in it. */
export const Empty = ({ title, lead }: { title: string; lead: string }) => (
  <div class="empty">
    <strong>{title}</strong>
    <p>{lead}</p>
  </div>
)

/** An outcome in colour: green for well, amber for under way, red for not. */
export const Outcome = ({ mood, text }: { mood: 'good' | 'busy' | 'bad'; text: string }) => (
  <span class={`outcome ${mood}`}>{text}</span>
)
