import { readFileSync } from 'node:fs'
import { CordonError } from '@cordon/model'
import { type PaymentRules, paymentRuleKinds, signFamilies } from '@cordon/payments'
import { parse } from 'yaml'
import { z } from 'zod'

const packs = new URL('../../../../packs/', import.meta.url)
const id = z.string().regex(/^[a-z0-9.-]+$/)
const share = z.number().gt(0).max(1)

const rulesSchema = z.strictObject({
  name: id,
  version: z.iso.date(),
  method: z.strictObject({
    review: z.number().positive(),
    hold: z.number().positive(),
    suspect: z.number().positive(),
    familyShare: z.number().min(0).max(1),
    leastFamilies: z.number().int().min(1),
    priorOrders: z.number().positive(),
    startUpDays: z.number().min(0),
    startUpOrders: z.number().int().min(0),
  }),
  weekends: z.record(z.string(), z.array(z.number().int().min(1).max(7))),
  rules: z.array(
    z.strictObject({
      id,
      kind: z.enum(paymentRuleKinds),
      version: z.string(),
      title: z.string(),
      family: z.enum(signFamilies),
      expected: share,
      usual: share,
      most: z.number().positive(),
      rationale: z.string(),
      cites: z.array(id),
      parameters: z.record(z.string(), z.unknown()).default({}),
    }),
  ),
  citations: z.array(
    z.strictObject({
      id,
      title: z.string(),
      says: z.string(),
      url: z.url().optional(),
      verified: z.boolean().optional(),
    }),
  ),
})

const wordsSchema = z.strictObject({ words: z.string() })

/**
 * Reads `payments/` of a pack: the rules on how money behaves, and the words of organisations' names.
 * @param pack a folder of `packs/`
 * @throws CordonError for a pack without such rules, or with some that can't be read
 */
export function loadPaymentPack(pack = 'dprk'): PaymentRules {
  const folder = new URL(`${pack}/payments/`, packs)
  const text = readFileSync(new URL('rules.yaml', folder), 'utf8')
  return paymentRulesOf(text, `${pack}/payments/rules.yaml`, pack)
}

/**
 * Rules on how money behaves from the text of their file, with the organisations' words of a pack.
 * @throws CordonError where they can't be read
 */
export function paymentRulesOf(text: string, where: string, pack = 'dprk'): PaymentRules {
  const folder = new URL(`${pack}/payments/`, packs)
  const read = readText(text, where, rulesSchema)
  const { words } = readAs(new URL('organisation-words.yaml', folder), wordsSchema)
  const known = new Set(read.citations.map((one) => one.id))
  for (const rule of read.rules)
    for (const cite of rule.cites)
      if (!known.has(cite)) throw fault(`${where}, ${rule.id}`, `citation ${cite}`)
  return {
    ...read,
    citations: read.citations.map(({ url, verified, ...rest }) => ({
      ...rest,
      ...(url !== undefined && { url }),
      ...(verified !== undefined && { verified }),
    })),
    organisationWords: words.split(/\s+/).filter((word) => word !== ''),
  }
}

/**
 * The pack's rules with a site's own thresholds: a file that says `method` alone.
 * @throws CordonError where they can't be read
 */
export function paymentMethodOf(text: string, where: string, rules: PaymentRules): PaymentRules {
  const { method } = readText(text, where, thresholdsSchema)
  const own = Object.fromEntries(Object.entries(method).filter(([, value]) => value !== undefined))
  return { ...rules, method: { ...rules.method, ...own } }
}

const thresholdsSchema = z.strictObject({ method: rulesSchema.shape.method.partial() })

function readAs<T>(file: URL, schema: z.ZodType<T>): T {
  return readText(readFileSync(file, 'utf8'), file.pathname.split('/packs/')[1] ?? file.pathname, schema)
}

function readText<T>(text: string, where: string, schema: z.ZodType<T>): T {
  let parsed: z.ZodSafeParseResult<T>
  try {
    parsed = schema.safeParse(parse(text))
  } catch (error) {
    throw fault(where, String(error))
  }
  if (!parsed.success) throw fault(where, z.prettifyError(parsed.error))
  return parsed.data
}

function fault(where: string, found: string): CordonError {
  return new CordonError({
    code: 'CORDON_PACK',
    expected: 'a pack with rules for payments, whose citations are all explained',
    found,
    where,
    remedy: 'Mend the file; packs/dprk/payments is an example.',
  })
}
