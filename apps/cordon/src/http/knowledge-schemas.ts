import { z } from 'zod'

const counts = z.record(z.string(), z.number())
const ref = z.object({ kind: z.string(), id: z.string(), label: z.string() })
const reference = z.object({ name: z.string(), url: z.string().optional() })

/** `GET /api/knowledge`. */
export const summarySchema = z.object({
  objects: z.number(),
  types: counts,
  indicators: z.number(),
  kinds: counts,
  warningLists: z.number(),
  faults: z.number().describe('References that lead to nothing, and contents that contradict each other'),
  collections: z.array(
    z.object({
      id: z.string(),
      source: z.string(),
      name: z.string(),
      format: z.string(),
      seq: z.number(),
      version: z.string(),
      fetched: z.string(),
      imported: z.string(),
      items: z.number(),
      indicators: z.number(),
      rejects: z.number(),
      rejectedBy: counts,
    }),
  ),
})

/** A thing with the ways in which a name leads to it. */
export const namedSchema = z.object({
  id: z.string(),
  type: z.string(),
  name: z.string(),
  code: z.string().optional(),
  by: z.array(
    z.object({
      how: z.enum(['id', 'code', 'name', 'alias']),
      label: z.string(),
      source: z.string(),
      confidence: z.number().optional(),
    }),
  ),
})

const linked = z.object({
  id: z.string(),
  type: z.string(),
  name: z.string(),
  code: z.string().optional(),
  relation: z.string(),
  source: z.string(),
  confidence: z.number().optional(),
  description: z.string().optional(),
  references: z.array(reference).optional(),
  via: ref.optional().describe('The campaign by which it comes'),
})

/** `GET /api/knowledge/objects/{id}`. */
export const threatSchema = z.object({
  id: z.string(),
  type: z.string(),
  name: z.string(),
  code: z.string().optional(),
  revoked: z.boolean(),
  deprecated: z.boolean(),
  description: z.string().optional(),
  replacedBy: z.object({ id: z.string(), name: z.string() }).optional(),
  versions: z.array(
    z.object({
      source: z.string(),
      name: z.string(),
      modified: z.string().optional(),
      url: z.string().optional(),
    }),
  ),
  names: z.array(
    z.object({
      name: z.string(),
      source: z.string(),
      confidence: z.number().optional(),
      also: z.array(z.object({ id: z.string(), label: z.string(), source: z.string() })),
    }),
  ),
  attributions: z.array(z.object({ to: ref, source: z.string(), confidence: z.number().optional() })),
  similar: z.array(linked),
  techniques: z.array(linked),
  software: z.array(linked),
  campaigns: z.array(linked),
  usedBy: z.array(linked),
  reports: z.array(linked),
  mitigations: z.array(linked),
  indicators: z.object({
    counts,
    first: z.array(z.object({ kind: z.string(), value: z.string(), state: z.string(), score: z.number() })),
  }),
  pattern: z.object({ language: z.string(), text: z.string() }).optional(),
})

/** `GET /api/knowledge/attack`. */
export const attackSchema = z.object({
  changed: z.string().optional().describe('Day on which the technique that was changed last was changed'),
  tactics: z.array(z.object({ id: z.string(), code: z.string(), shortName: z.string(), name: z.string() })),
  techniques: z.array(
    z.object({
      id: z.string(),
      code: z.string(),
      name: z.string(),
      tactics: z.array(z.string()),
      parent: z.string().optional(),
      platforms: z.array(z.string()),
    }),
  ),
  groups: z.array(
    z.object({
      id: z.string(),
      code: z.string(),
      name: z.string(),
      aliases: z.array(z.string()),
      techniques: z.array(z.string()),
      campaignTechniques: z.array(z.string()),
      attributedTo: z.array(z.string()),
    }),
  ),
})

const warning = z.object({
  list: z.string(),
  version: z.string().optional(),
  entry: z.string(),
  setsAside: z.boolean(),
  reason: z.string(),
})

/** `GET /api/knowledge/indicator`. */
export const indicatorSchema = z.object({
  kind: z.string(),
  value: z.string(),
  known: z.boolean().describe('Some collection that answers says something of it'),
  state: z.enum(['active', 'decayed', 'expired', 'set-aside']).optional(),
  score: z.number().optional().describe('0..1: the decayed confidence'),
  confidence: z.number().optional(),
  lastSeen: z.string().optional(),
  decaysAt: z.string().optional(),
  warnings: z.array(warning),
  claims: z.array(
    z.object({
      source: z.string(),
      collection: z.string(),
      note: z.string().optional(),
      about: z.array(z.object({ id: z.string(), label: z.string() })),
      references: z.array(z.string()),
      confidence: z.number().optional(),
      tlp: z.string().optional(),
      pap: z.string().optional(),
      subdomains: z.boolean(),
      validFrom: z.string().optional(),
      validUntil: z.string().optional(),
      lastSeen: z.string().optional(),
      since: z.string().describe('When it was first imported'),
      until: z.string().optional().describe('When a later version of the collection no longer said it'),
      revoked: z.boolean(),
    }),
  ),
  sightings: z.object({
    total: z.number(),
    latest: z.array(
      z.object({
        at: z.string(),
        place: z.string(),
        host: z.string().optional(),
        path: z.string().optional(),
        written: z.string(),
      }),
    ),
  }),
})

/** `POST /api/knowledge/match`. */
export const textMatchSchema = z.object({
  total: z.number(),
  matches: z.array(
    z.object({
      kind: z.string(),
      value: z.string(),
      how: z.enum(['itself', 'network', 'parent-domain', 'without-query', 'file-of-path']),
      written: z.string(),
      defanged: z.boolean(),
      state: z.enum(['active', 'decayed', 'expired', 'set-aside']),
      score: z.number(),
      sources: z.array(z.string()),
      reasons: z.array(z.string()),
    }),
  ),
})
