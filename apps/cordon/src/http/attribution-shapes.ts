import { featureKinds, matrixCells, matrixWeights } from '@cordon/cyber'
import { refKinds } from '@cordon/model'
import { z } from 'zod'

const ref = z.object({ kind: z.enum(refKinds), id: z.string(), label: z.string() })
const feature = z.object({
  kind: z.enum(featureKinds),
  id: z.string(),
  label: z.string(),
  isPublic: z.boolean().optional().describe('Software that anyone can get'),
})
const source = z.object({
  source: z.string(),
  version: z.string(),
  reports: z.array(z.string()),
  via: ref.optional().describe('The campaign, program or group of another source over which it comes'),
  share: z.number().describe('Less than 1 where the source speaks of a larger group'),
  words: z.string().optional(),
})
const line = z.object({
  feature,
  users: z.number().describe('Groups that are known for it'),
  strength: z.enum(['strong', 'moderate', 'weak']),
  without: z.number().optional().describe("The group's probability without it"),
  sources: z.array(source),
  others: z.array(z.object({ id: z.string(), name: z.string() })),
})
const sponsorClaim = z.object({
  sponsor: ref,
  source: z.string(),
  confidence: z.number().optional(),
  via: ref.optional(),
})
const sponsorOf = sponsorClaim.extend({ actor: z.string(), actorName: z.string() })

/** Competing hypotheses as a table. */
export const matrixSchema = z.object({
  hypotheses: z
    .array(z.object({ id: z.string().max(300), label: z.string().min(1).max(300) }))
    .min(1)
    .max(20),
  rows: z
    .array(
      z.object({
        id: z.string().max(5_000),
        label: z.string().min(1).max(5_000),
        kind: z.enum(featureKinds).optional(),
        credibility: z.enum(matrixWeights),
        relevance: z.enum(matrixWeights),
        cells: z.array(z.enum(matrixCells)),
        note: z.string().max(4_000).optional(),
      }),
    )
    .max(2_000),
})

/** Who may have done it. */
export const attributionSchema = z.object({
  words: z.string().describe('The verdict as a sentence'),
  rung: z.enum(['none', 'cluster', 'group', 'sponsor']),
  confidence: z.enum(['none', 'possible', 'likely']),
  named: z.object({ id: z.string(), name: z.string() }).optional(),
  abstention: z
    .enum([
      'no-knowledge',
      'no-evidence',
      'narrowing-only',
      'met-by-nobody',
      'someone-else',
      'too-close',
      'too-weak',
    ])
    .optional(),
  thresholds: z.object({ named: z.number(), likely: z.number() }),
  calibratedOn: z.string(),
  weighed: z.object({ groups: z.number(), reports: z.number() }),
  candidates: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      code: z.string().optional(),
      describedBy: z.array(z.string()),
      probability: z.number().optional().describe('Absent where nothing seen can attribute'),
      for: z.array(line),
      against: z.array(line),
      contestedNames: z.array(
        z.object({
          name: z.string(),
          source: z.string(),
          also: z.array(z.object({ id: z.string(), label: z.string(), source: z.string() })),
        }),
      ),
      sponsors: z.array(sponsorClaim),
    }),
  ),
  someoneElse: z.number().optional(),
  sponsors: z.array(
    z.object({
      sponsor: ref,
      probability: z.number(),
      claims: z.array(sponsorOf),
      contradicting: z.array(sponsorOf),
    }),
  ),
  unassigned: z.array(feature),
  settle: z.array(
    z.object({
      feature,
      favours: z.string(),
      favoursName: z.string(),
      bits: z.number(),
      ifSeen: z.number(),
      ifNot: z.number(),
      sources: z.array(source),
    }),
  ),
  seen: z.array(
    z.object({
      written: z.string(),
      field: z.string(),
      how: z.enum(['same', 'renamed', 'parent', 'alias', 'several', 'unknown']),
      note: z.string().optional(),
      features: z.array(feature),
      findings: z.array(z.string()).describe('Findings in which it was seen, the first few'),
    }),
  ),
  sources: z.array(z.object({ source: z.string(), version: z.string() })),
  matrix: matrixSchema,
})

/** A person's matrix of a case. */
export const personMatrixSchema = z.object({
  version: z.number(),
  by: z.string().optional(),
  at: z.string().optional(),
  matrix: matrixSchema.optional().describe('Absent where nobody set one, or all was undone'),
  canUndo: z.boolean(),
})

/** The same of a case, with what a person made of the matrix. */
export const caseAttributionSchema = attributionSchema.extend({
  person: personMatrixSchema,
  findings: z.number(),
  leftOut: z.number().describe('Findings that a person has called false'),
})
