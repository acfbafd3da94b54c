import { InputError } from '@cordon/formats'
import { CordonError, type Fault } from '@cordon/model'
import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify'

/** A fault with the HTTP status it is answered with. */
export class HttpFault extends CordonError {
  readonly status: number

  constructor(status: number, fault: Fault) {
    super(fault)
    this.status = status
  }
}

/** 404 with what was asked for. */
export function notFound(what: string, id: string, remedy: string): HttpFault {
  return new HttpFault(404, {
    code: 'CORDON_NOT_FOUND',
    expected: what,
    found: `"${id.slice(0, 200)}"`,
    where: 'path',
    remedy,
  })
}

/** One fault of a request's shape, as FastAPI (and so yente) words it. */
export interface ShapeFault {
  readonly loc: readonly (string | number)[]
  readonly msg: string
  readonly type: string
}

/** The JSON body of every answer that is not 2xx or 3xx. `detail` is where yente's clients look. */
export interface Problem extends Fault {
  readonly detail: string | readonly ShapeFault[]
}

const parts: Readonly<Record<string, string>> = {
  body: 'body',
  querystring: 'query',
  params: 'path',
  headers: 'header',
}

interface AjvFault {
  readonly instancePath: string
  readonly keyword: string
  readonly message?: string
  readonly params: Readonly<Record<string, unknown>>
}

function shapeFaults(error: FastifyError): ShapeFault[] {
  const context = parts[error.validationContext ?? ''] ?? error.validationContext ?? 'request'
  return (error.validation as unknown as readonly AjvFault[]).map((fault) => {
    const path = fault.instancePath
      .split('/')
      .slice(1)
      .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'))
    const missing = fault.keyword === 'required' ? [String(fault.params.missingProperty)] : []
    const allowed = Array.isArray(fault.params.allowedValues)
      ? `: ${fault.params.allowedValues.join(', ')}`
      : ''
    return {
      loc: [context, ...path, ...missing],
      msg: `${fault.message ?? 'is not valid'}${allowed}`,
      type: fault.keyword,
    }
  })
}

/** The place of a shape fault in words: `body.queries.q1.schema`. */
function place(fault: ShapeFault): string {
  return fault.loc.join('.')
}

/** What a request that never reached a handler did wrong, by Fastify's code. */
const requestFaults: Readonly<Record<string, { status: number; fault: Omit<Fault, 'found'> }>> = {
  FST_ERR_CTP_INVALID_JSON_BODY: {
    status: 422,
    fault: {
      code: 'CORDON_BAD_JSON',
      expected: 'a JSON document (RFC 8259)',
      where: 'body',
      remedy: 'Send valid JSON in UTF-8.',
    },
  },
  FST_ERR_CTP_EMPTY_JSON_BODY: {
    status: 422,
    fault: {
      code: 'CORDON_BAD_JSON',
      expected: 'a JSON document (RFC 8259)',
      where: 'body',
      remedy: 'Send a body, or leave out the content-type header.',
    },
  },
  FST_ERR_CTP_BODY_TOO_LARGE: {
    status: 413,
    fault: {
      code: 'CORDON_BODY_TOO_LARGE',
      expected: 'a body within the limit (16 MiB)',
      where: 'body',
      remedy: 'Send fewer queries in one call.',
    },
  },
  FST_ERR_CTP_INVALID_MEDIA_TYPE: {
    status: 415,
    fault: {
      code: 'CORDON_MEDIA_TYPE',
      expected: 'content-type: application/json',
      where: 'header.content-type',
      remedy: 'Send JSON and say so in the content-type header.',
    },
  },
}

/** Faults that other rooms find in what a caller asked, with the status each is answered with. */
const callerFaults: Readonly<Record<string, number>> = {
  CORDON_BAD_CURSOR: 400,
  CORDON_FINDINGS_CURSOR: 400,
  CORDON_FINDING_UNKNOWN: 404,
  CORDON_DECISION_NONE: 409,
  CORDON_DECISION_REVISION: 409,
  CORDON_DECISION_REASON: 422,
  CORDON_CASES_CURSOR: 400,
  CORDON_CASE_UNKNOWN: 404,
  CORDON_CASE_NO_ATTACHMENT: 404,
  CORDON_CASE_NO_LINK: 404,
  CORDON_BULK_UNKNOWN: 404,
  CORDON_CASE_MERGED: 409,
  CORDON_CASE_CLOSED: 409,
  CORDON_CASE_TRANSITION: 409,
  CORDON_CASE_RELEASE_PENDING: 409,
  CORDON_CASE_SAME_PERSON: 409,
  CORDON_CASE_NO_RELEASE: 409,
  CORDON_BULK_UNDONE: 409,
  CORDON_CASE_REASON: 422,
  CORDON_CASE_NOTE: 422,
  CORDON_CASE_LINK: 422,
  CORDON_CASE_ATTACHMENT: 422,
  CORDON_CASE_SPLIT: 422,
  CORDON_CASE_MERGE: 422,
  CORDON_BULK_SELECTION: 422,
  CORDON_COLLECTION_EXISTS: 409,
  CORDON_COLLECTION_UNKNOWN: 404,
  CORDON_SHARE_SIZE: 422,
  CORDON_COLLECTION_NAME: 422,
  CORDON_SHARE_ABOVE: 422,
  CORDON_PAYMENT_UNKNOWN: 404,
  CORDON_PAYMENT_STATE: 409,
  CORDON_FOUR_EYES: 409,
  CORDON_LIST_UNKNOWN: 404,
  CORDON_LIST_VERSION: 404,
  CORDON_LIST_FIRST: 404,
  CORDON_ACCOUNT_UNKNOWN: 404,
  CORDON_KEY_UNKNOWN: 404,
  CORDON_LINK_USED: 404,
  CORDON_ACCOUNT_EXISTS: 409,
  CORDON_LAST_ADMINISTRATOR: 409,
  CORDON_ACCOUNT_NAME: 422,
  CORDON_KEY_WIDER: 422,
  CORDON_PASSWORD_WEAK: 422,
  CORDON_UNKNOWN_COLUMN: 422,
  CORDON_BAD_MAPPING: 422,
  CORDON_PROFILE_CHANGED: 409,
  CORDON_MATRIX_CHANGED: 409,
  CORDON_BAD_EVIDENCE: 422,
  CORDON_PACK_PRESSURE: 404,
  CORDON_WARNING_UNKNOWN: 404,
  CORDON_WARNING_STATE: 409,
  CORDON_WARNING_ACCOUNT: 422,
  CORDON_WARNING_CURSOR: 400,
  CORDON_GRAPH_UNKNOWN: 404,
  CORDON_GRAPH_AMBIGUOUS: 409,
  CORDON_GRAPH_LOADING: 503,
  CORDON_NO_DRILL: 404,
  CORDON_DRILL: 422,
  CORDON_DRILL_RECORD: 422,
  CORDON_DRILL_RUNNING: 409,
  CORDON_NO_RULES: 422,
}

/** Any error as status and body. Faults of ours that are not the caller's are 500 and say nothing of the inside. */
export function problemOf(error: FastifyError | Error): { status: number; body: Problem } {
  const withDetail = (status: number, fault: Fault) => ({
    status,
    body: {
      detail: `Expected ${fault.expected}, found ${fault.found}. ${fault.remedy}`,
      code: fault.code,
      expected: fault.expected,
      found: fault.found,
      where: fault.where,
      remedy: fault.remedy,
    },
  })
  if (error instanceof HttpFault) return withDetail(error.status, error)
  if (error instanceof CordonError && error.code in callerFaults)
    return withDetail(callerFaults[error.code]!, error)
  if (error instanceof InputError) return withDetail(422, error)
  if ('validation' in error && error.validation) {
    const faults = shapeFaults(error)
    const first = faults[0]!
    return {
      status: 422,
      body: {
        detail: faults,
        code: 'CORDON_BAD_SHAPE',
        expected: `a value that ${first.msg}`,
        found: 'something else',
        where: place(first),
        remedy: 'See /docs for the shape of this request.',
      },
    }
  }
  const known = requestFaults[(error as FastifyError).code]
  if (known) return withDetail(known.status, { ...known.fault, found: error.message })
  const status = (error as FastifyError).statusCode ?? 500
  if (status < 500)
    return withDetail(status, {
      code: (error as FastifyError).code ?? 'CORDON_BAD_REQUEST',
      expected: 'a request as /docs describes it',
      found: error.message,
      where: 'request',
      remedy: 'See /docs.',
    })
  return withDetail(500, {
    code: 'CORDON_INTERNAL',
    expected: 'an answer',
    found: 'a fault in the server',
    where: 'server',
    remedy: 'The log has the details; please report it.',
  })
}

/** Fastify's error handler: every error becomes a `Problem`; only the server's own faults are logged as errors. */
export function answerProblem(error: FastifyError, request: FastifyRequest, reply: FastifyReply): void {
  const { status, body } = problemOf(error)
  if (status >= 500) request.log.error({ err: error, route: request.routeOptions.url }, 'request failed')
  void reply.code(status).type('application/json; charset=utf-8').send(body)
}
