import { type PlaybookStep, playbookSteps, type ReferredObjects, referredBy } from '@cordon/knowledge'
import type { PackOperations, WholeOperation } from './load-operations.ts'
import type { PackRule } from './pack-rules.ts'

/** An operation in a list. */
export function summaryView(one: WholeOperation, { objects }: PackOperations) {
  const { operation, faults, hasDrill } = one
  const { id, title, aka, period, doors, summary, amounts, rules, techniques, sources } = operation
  return {
    id,
    title,
    aka,
    period,
    doors,
    summary,
    amounts,
    rules: rules.length,
    techniques: techniques.length,
    sources: sources.length,
    attributedTo: attributedTo(one, objects),
    hasDrill,
    faults: faults.length,
  }
}

/** Groups that it is attributed to by anyone, each with the strongest claim. */
function attributedTo({ operation }: WholeOperation, objects: ReferredObjects) {
  const strongest = new Map<string, { name: string; id: string; confidence: number; basis: string }>()
  for (const { to, confidence, basis } of operation.claims) {
    const object = referredBy(objects, to)?.object
    const name = object?.name ?? to
    if ((strongest.get(name)?.confidence ?? -1) < confidence)
      strongest.set(name, { name, id: object?.id ?? to, confidence, basis })
  }
  return [...strongest.values()].sort((a, b) => b.confidence - a.confidence)
}

/** An operation with all that is said of it, references told by their names. */
export function operationView(one: WholeOperation, pack: PackOperations) {
  const { operation, page, playbook, faults } = one
  const { claims, techniques, software, rules, ...rest } = operation
  const referred = (word: string) => {
    const found = referredBy(pack.objects, word)
    return (
      found && { code: found.code, id: found.object.id, name: found.object.name, ...urlOf(found.object.url) }
    )
  }
  return {
    ...rest,
    claims: claims.map((claim) => ({
      ...claim,
      group: referred(claim.to) ?? { code: claim.to, id: claim.to, name: claim.to },
    })),
    techniques: techniques.map((one) => ({ ...one, ...referredAs(referred(one.id)) })),
    software: software.map((one) => ({
      ...one,
      ...referredAs(referred(one.attack ?? '')),
      name: one.name ?? referred(one.attack ?? '')?.name ?? one.attack,
    })),
    rules: rules.map((id) => ruleView(id, pack.rules.get(id))),
    campaignId: one.bundle.objects.find(({ type }) => type === 'campaign')?.id,
    page: page ?? '',
    playbook: playbook && {
      name: String(playbook.name ?? ''),
      description: String(playbook.description ?? ''),
      steps: playbookSteps(playbook).map((step) => stepView(step, pack.rules)),
    },
    hasDrill: one.hasDrill,
    faults,
  }
}

const urlOf = (url: string | undefined) => (url === undefined ? {} : { url })

function referredAs(object: { id: string; name: string; url?: string } | undefined): {
  readonly stix?: string
  readonly name?: string
  readonly url?: string
} {
  return object ? { stix: object.id, name: object.name, ...urlOf(object.url) } : {}
}

function ruleView(id: string, rule: PackRule | undefined) {
  return { id, title: rule?.title ?? id, door: rule?.door ?? 'network', file: rule?.file ?? '' }
}

/** A step with the titles of its rules. */
interface StepView extends Omit<PlaybookStep, 'rules' | 'branches'> {
  readonly rules: readonly ReturnType<typeof ruleView>[]
  readonly branches: readonly (readonly StepView[])[]
}

function stepView(step: PlaybookStep, rules: ReadonlyMap<string, PackRule>): StepView {
  return {
    ...step,
    rules: step.rules.map((id) => ruleView(id, rules.get(id))),
    branches: step.branches.map((branch) => branch.map((one) => stepView(one, rules))),
  }
}
