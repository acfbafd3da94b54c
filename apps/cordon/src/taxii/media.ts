import type { FastifyReply, FastifyRequest } from 'fastify'
import { HttpFault, problemOf } from '../http/problem.ts'

/** The media type of TAXII 2.1 (section 1.6.8). */
export const taxiiType = 'application/taxii+json;version=2.1'
/** That of objects. */
export const stixType = 'application/stix+json;version=2.1'

/** Whether a header takes or names TAXII 2.1. */
export function isTaxii(header: string | undefined, isAccept: boolean): boolean {
  if (header === undefined || header.trim() === '') return isAccept
  return header.split(',').some((one) => {
    const [type = '', ...parameters] = one
      .split(';')
      .map((part) => part.trim().toLowerCase().replaceAll('"', ''))
    if (parameters.some((parameter) => /^q=0(?:\.0*)?$/.test(parameter))) return false
    if (isAccept && (type === '*/*' || type === 'application/*')) return true
    const version = parameters.find((parameter) => parameter.startsWith('version='))
    return type === 'application/taxii+json' && (version === undefined || version === 'version=2.1')
  })
}

/** @throws HttpFault 406 where the client takes something else */
export function mustAccept(request: FastifyRequest): void {
  if (isTaxii(request.headers.accept, true)) return
  throw new HttpFault(406, {
    code: 'CORDON_TAXII_ACCEPT',
    expected: `accept: ${taxiiType}`,
    found: String(request.headers.accept).slice(0, 100),
    where: 'header.accept',
    remedy: 'This server speaks TAXII 2.1 alone.',
  })
}

/** Any error as TAXII's error message (section 3.6.1). */
export function answerTaxiiError(error: Error, request: FastifyRequest, reply: FastifyReply): void {
  const { status, body } = problemOf(error)
  if (status >= 500) request.log.error({ err: error, route: request.routeOptions.url }, 'request failed')
  if (status === 401)
    void reply.header('www-authenticate', 'Basic realm="Cordon", charset="UTF-8", Bearer realm="Cordon"')
  void reply
    .code(status)
    .type(taxiiType)
    .send(
      Buffer.from(
        JSON.stringify({
          // What this server says of every fault stands beside what TAXII names.
          ...body,
          title: body.code,
          description:
            typeof body.detail === 'string' ? body.detail : `Expected ${body.expected} at ${body.where}.`,
          error_code: body.code,
          http_status: String(status),
        }),
      ),
    )
}
