import type { FastifyReply, FastifyRequest, FastifySchemaValidationError } from 'fastify'

const subjectOf = (instancePath: string): string => {
  const field = instancePath.slice(1).replaceAll('/', '.')
  return field === '' ? 'The body' : `"${field}"`
}

const sentenceOf = ({ keyword, instancePath, message, params }: FastifySchemaValidationError) => {
  switch (keyword) {
    case 'additionalProperties':
      return `${subjectOf(instancePath)} has a field "${String(params['additionalProperty'])}" that this call does not take.`
    case 'required':
      return `${subjectOf(instancePath)} lacks "${String(params['missingProperty'])}".`
    case 'type':
      return `${subjectOf(instancePath)} must be ${instancePath === '' ? 'a JSON ' : 'of type '}${String(params['type'])}.`
    case 'enum':
      return `${subjectOf(instancePath)} must be one of ${[params['allowedValues']].flat().join(', ')}.`
    case 'discriminator':
      return `The body must have a "${String(params['tag'])}" that this call knows: see simulator/README.md.`
    default:
      return `${subjectOf(instancePath)} ${message ?? 'is not valid'}.`
  }
}

/** Turns what the schema check found into one sentence about the first mistake. */
export const schemaError = ([first]: FastifySchemaValidationError[]): Error =>
  new Error(first === undefined ? 'The body is not valid.' : sentenceOf(first))

const explanationOf = (status: number, { code, message }: { code?: string; message: string }) => {
  if (status >= 500) return 'The simulator failed at this call, which is a defect of the simulator.'
  return code === 'FST_ERR_CTP_INVALID_MEDIA_TYPE'
    ? 'The body must be JSON: send it with content-type application/json.'
    : message
}

/** Answers whatever a control call throws as `{error}`: 4xx with its sentence, 500 without particulars. */
export const answerError = async (
  error: { statusCode?: number; code?: string; message: string },
  _request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> => {
  const status = error.statusCode ?? 500
  return reply.code(status).send({ error: explanationOf(status, error) })
}
