import type { Answers, Backend } from '../answers/answers'

export const RECORD = 'template.json'

/** Which template a project was made from, and when. */
export interface Provenance {
  readonly version: string
  /** The commit of the template, where it is known. */
  readonly commit: string | undefined
  /** `YYYY-MM-DD`: also the date of the legal texts, so that answers replayed later lead to the same files. */
  readonly date: string
  /** The version that the project was made from first. */
  readonly created: string
}

const asWritten = (backend: Backend) =>
  backend.kind === 'hosted'
    ? { kind: 'hosted', host: backend.host, clientId: backend.clientId }
    : backend.kind

/** template.json: where the project comes from, and the answers to replay when it takes in a newer template. */
export const recordOf = (
  answers: Answers,
  { version, commit, date, created }: Provenance,
): string => {
  const record = {
    template: 'taro-accounts-starter',
    version,
    ...(commit === undefined ? {} : { commit }),
    created,
    date,
    answers: { ...answers, backend: asWritten(answers.backend) },
  }
  return `${JSON.stringify(record, null, 2)}\n`
}
