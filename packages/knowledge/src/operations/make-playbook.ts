import { isoPrefixStart } from './iso-prefix.ts'
import type { Operation } from './operation.ts'
import type { PlaybookPhase, PlaybookSource, ResponseAction, ResponseStep } from './playbook-source.ts'
import { cordonNamespace, uuid4From, uuid5 } from './uuids.ts'

/** A step of a CACAO workflow as it is written. */
export type CacaoStep = Readonly<Record<string, unknown>> & { readonly type: string }

/** A CACAO 2.0 playbook as it is written. */
export type CacaoPlaybook = Readonly<Record<string, unknown>> & {
  readonly type: 'playbook'
  readonly id: string
  readonly workflow_start: string
  readonly workflow: Readonly<Record<string, CacaoStep>>
}

/** CACAO's namespace of playbooks with name-based ids (version 2.0, section 10.10). */
const playbookNamespace = 'aa7caf3a-d55a-4e9a-b34e-056215fba56a'

/** What each phase is in CACAO's vocabularies of playbook types and of activities. */
const words: Readonly<Record<PlaybookPhase, { readonly type: string; readonly activity: string }>> = {
  detect: { type: 'detection', activity: 'match-indicator' },
  contain: { type: 'mitigation', activity: 'restrict-access' },
  investigate: { type: 'investigation', activity: 'analyze-collected-data' },
  recover: { type: 'remediation', activity: 'restore-capabilities' },
  notify: { type: 'notification', activity: 'deliver-content' },
  prevent: { type: 'prevention', activity: 'configure-systems' },
}

/**
 * A response as a CACAO 2.0 playbook of manual commands. Ids are made of what they stand for: the same source gives the
 * same bytes.
 * @see https://docs.oasis-open.org/cacao/security-playbooks/v2.0/security-playbooks-v2.0.html
 */
export function makePlaybook(
  source: PlaybookSource,
  operation: Operation,
  campaignId: string,
): CacaoPlaybook {
  return new PlaybookMaker(source, operation).make(campaignId)
}

class PlaybookMaker {
  private readonly workflow: Record<string, CacaoStep> = {}
  private readonly variables: Record<string, unknown> = {}
  private readonly phases = new Set<PlaybookPhase>()
  private readonly rules = new Set<string>()
  private readonly features = { parallel_processing: false, if_logic: false }
  private readonly source: PlaybookSource
  private readonly operation: Operation

  constructor(source: PlaybookSource, operation: Operation) {
    this.source = source
    this.operation = operation
  }

  make(campaignId: string): CacaoPlaybook {
    const { name, description, created, modified, priority, severity, sectors, who, steps } = this.source
    const start = this.id('start', '')
    const placed = this.place(steps, '')
    this.workflow[start] = { type: 'start', on_completion: placed.first }
    Object.assign(this.workflow, placed.steps)
    const types = [...new Set([...this.phases].map((phase) => words[phase].type))].sort()
    return {
      type: 'playbook',
      spec_version: 'cacao-2.0',
      id: `playbook--${uuid5(playbookNamespace, JSON.stringify({ name, playbook_types: types }))}`,
      name,
      description,
      playbook_types: types,
      playbook_activities: [...new Set([...this.phases].map((phase) => words[phase].activity))].sort(),
      playbook_processing_summary: { manual_playbook: true, ...this.features },
      created_by: `identity--${uuid5(cordonNamespace, 'identity:cordon_dprk')}`,
      created: isoPrefixStart(created),
      modified: isoPrefixStart(modified),
      related_to: [campaignId],
      priority,
      severity,
      ...(sectors.length > 0 && { industry_sectors: sectors }),
      labels: [this.operation.id],
      external_references: [
        ...this.operation.sources.map(({ title, publisher, date, url }) => ({
          name: publisher,
          source: `${title} (${date})`,
          ...(url && { url }),
        })),
        ...[...this.rules].map(ruleReference),
      ],
      ...(Object.keys(this.variables).length > 0 && { playbook_variables: this.variables }),
      workflow_start: start,
      workflow: this.workflow,
      agent_definitions: Object.fromEntries(
        Object.entries(who).map(([word, title]) => [this.id('group', word), { type: 'group', name: title }]),
      ),
    }
  }

  /** Steps one after the other and the end of their branch, by id; `path` tells branches apart. */
  private place(
    steps: readonly ResponseStep[],
    path: string,
  ): { readonly first: string; readonly steps: Record<string, CacaoStep> } {
    const end = this.id('end', path)
    const ids = steps.map((step, at) => this.id(typeOf(step), `${path}/${at}`))
    const placed: Record<string, CacaoStep> = {}
    steps.forEach((step, at) => {
      const made = this.step(step, `${path}/${at}`, ids[at + 1] ?? end)
      placed[ids[at]!] = made.step
      Object.assign(placed, made.inner)
    })
    placed[end] = { type: 'end' }
    return { first: ids[0] ?? end, steps: placed }
  }

  private step(
    step: ResponseStep,
    path: string,
    next: string,
  ): { readonly step: CacaoStep; readonly inner: Record<string, CacaoStep> } {
    if (step.is === 'action') return { step: this.action(step, next), inner: {} }
    if (step.is === 'together') {
      this.features.parallel_processing = true
      const branches = step.steps.map((one, at) => this.place([one], `${path}.${at}`))
      return {
        step: {
          type: 'parallel',
          name: step.name,
          on_completion: next,
          next_steps: branches.map(({ first }) => first),
        },
        inner: Object.assign({}, ...branches.map(({ steps }) => steps)) as Record<string, CacaoStep>,
      }
    }
    this.features.if_logic = true
    const variable = `__${step.variable}__`
    this.variables[variable] = { type: 'bool', description: step.asks, value: 'false' }
    const yes = this.place(step.yes, `${path}.yes`)
    const no = step.no.length > 0 ? this.place(step.no, `${path}.no`) : undefined
    return {
      step: {
        type: 'if-condition',
        name: step.asks,
        on_completion: next,
        condition: `${variable}:value = 'true'`,
        on_true: yes.first,
        ...(no && { on_false: no.first }),
      },
      inner: { ...yes.steps, ...no?.steps },
    }
  }

  private action({ name, phase, by, does, rules }: ResponseAction, next: string): CacaoStep {
    this.phases.add(phase)
    for (const rule of rules) this.rules.add(rule)
    return {
      type: 'action',
      name,
      ...(rules.length > 0 && {
        external_references: rules.map(ruleReference),
      }),
      on_completion: next,
      commands: [{ type: 'manual', command: does, playbook_activity: words[phase].activity }],
      agent: this.id('group', by),
    }
  }

  private id(type: string, path: string): string {
    return `${type}--${uuid4From(`${this.operation.id} ${type} ${path}`)}`
  }
}

const ruleReference = (rule: string) => ({ name: 'Cordon rule', external_id: rule })

function typeOf({ is }: ResponseStep): string {
  return { action: 'action', together: 'parallel', question: 'if-condition' }[is]
}
