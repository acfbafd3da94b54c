import { type FieldFault, FieldReader, joinField } from '@cordon/model'

/** What a step of a response is for, in the order in which they usually come. */
export const playbookPhases = ['detect', 'contain', 'investigate', 'recover', 'notify', 'prevent'] as const
export type PlaybookPhase = (typeof playbookPhases)[number]

/** One thing that somebody does. */
export interface ResponseAction {
  readonly name: string
  readonly phase: PlaybookPhase
  /** Word of one of the playbook's `who`. */
  readonly by: string
  readonly does: string
  /** Ids of rules whose findings it starts from. */
  readonly rules: readonly string[]
}

/** An action, several at once, or a question with what follows from its answer. */
export type ResponseStep =
  | ({ readonly is: 'action' } & ResponseAction)
  | { readonly is: 'together'; readonly name: string; readonly steps: readonly ResponseStep[] }
  | {
      readonly is: 'question'
      readonly asks: string
      /** Name of the variable that holds the answer: `orders_left`. */
      readonly variable: string
      readonly yes: readonly ResponseStep[]
      readonly no: readonly ResponseStep[]
    }

/** A response as people write it: `playbook.yaml`, of which `makePlaybook` makes CACAO's form. */
export interface PlaybookSource {
  readonly name: string
  readonly description: string
  readonly created: string
  readonly modified: string
  /** CACAO's 1 (highest) to 100. */
  readonly priority: number
  /** CACAO's 1 to 100 (most serious). */
  readonly severity: number
  readonly sectors: readonly string[]
  /** Who acts, by a word: `payments: Payment operations`. */
  readonly who: Readonly<Record<string, string>>
  readonly steps: readonly ResponseStep[]
}

/** A playbook's source, or everything that is wrong with it. */
export type ParsedPlaybook =
  | { readonly playbook: PlaybookSource; readonly faults: readonly [] }
  | { readonly playbook?: undefined; readonly faults: readonly FieldFault[] }

/** Reads `playbook.yaml` from a value of unknown shape; all faults are told, each at its place. */
export function parsePlaybookSource(value: unknown): ParsedPlaybook {
  const reader = new PlaybookReader()
  const playbook = reader.read(value)
  return reader.faults.length === 0 ? { playbook, faults: [] } : { faults: reader.faults }
}

const fields = [
  'name',
  'description',
  'created',
  'modified',
  'priority',
  'severity',
  'sectors',
  'who',
  'steps',
]

class PlaybookReader extends FieldReader {
  private who: ReadonlySet<string> = new Set()

  read(value: unknown): PlaybookSource {
    const given = this.object(value, '', fields)
    const who = Object.fromEntries(
      Object.entries(this.object(given.who, 'who', 'any')).map(([word, name]) => [
        word,
        this.text(name, joinField('who', word), 'who that is') ?? '',
      ]),
    )
    this.who = new Set(Object.keys(who))
    if (this.who.size === 0) this.fault('who', 'those who act, each by a word', undefined)
    return {
      name: this.text(given.name, 'name', 'a name') ?? '',
      description: this.text(given.description, 'description', 'what it is for') ?? '',
      created: this.day(given.created, 'created'),
      modified: this.day(given.modified, 'modified'),
      priority: this.rank(given.priority, 'priority'),
      severity: this.rank(given.severity, 'severity'),
      sectors: this.list(given.sectors, 'sectors').flatMap(
        (one, at) => this.text(one, `sectors[${at}]`, 'a sector') ?? [],
      ),
      who,
      steps: this.steps(given.steps, 'steps', 1),
    }
  }

  private steps(value: unknown, field: string, least: number): ResponseStep[] {
    const steps = this.list(value, field).map((one, at) => this.step(one, `${field}[${at}]`))
    if (steps.length < least)
      this.fault(field, `at least ${least === 1 ? 'one step' : `${least} steps`}`, value)
    return steps
  }

  private step(value: unknown, field: string): ResponseStep {
    const shape = value as Readonly<Record<string, unknown>> | null
    if (typeof shape === 'object' && shape !== null && 'together' in shape) return this.together(value, field)
    if (typeof shape === 'object' && shape !== null && 'asks' in shape) return this.question(value, field)
    const given = this.object(value, field, ['name', 'phase', 'by', 'does', 'rules'])
    const phase = playbookPhases.find((one) => one === given.phase)
    if (!phase) this.fault(joinField(field, 'phase'), `one of ${playbookPhases.join(', ')}`, given.phase)
    const by = this.text(given.by, joinField(field, 'by'), 'who does it') ?? ''
    if (by !== '' && !this.who.has(by)) this.fault(joinField(field, 'by'), 'a word under `who`', by)
    return {
      is: 'action',
      name: this.text(given.name, joinField(field, 'name'), 'a name') ?? '',
      phase: phase ?? 'detect',
      by,
      does: this.text(given.does, joinField(field, 'does'), 'what is done') ?? '',
      rules: this.list(given.rules, joinField(field, 'rules')).flatMap(
        (one, at) => this.text(one, `${field}.rules[${at}]`, 'the id of a rule') ?? [],
      ),
    }
  }

  private together(value: unknown, field: string): ResponseStep {
    const given = this.object(value, field, ['name', 'together'])
    return {
      is: 'together',
      name: this.text(given.name, joinField(field, 'name'), 'a name') ?? '',
      steps: this.steps(given.together, joinField(field, 'together'), 2),
    }
  }

  private question(value: unknown, field: string): ResponseStep {
    const given = this.object(value, field, ['asks', 'variable', 'yes', 'no'])
    const variable =
      this.text(given.variable, joinField(field, 'variable'), 'a name such as orders_left') ?? ''
    if (variable !== '' && !/^[a-z][a-z0-9_]*$/.test(variable))
      this.fault(joinField(field, 'variable'), 'a name such as orders_left', variable)
    return {
      is: 'question',
      asks: this.text(given.asks, joinField(field, 'asks'), 'a question') ?? '',
      variable,
      yes: this.steps(given.yes, joinField(field, 'yes'), 1),
      no: this.steps(given.no, joinField(field, 'no'), 0),
    }
  }

  private day(value: unknown, field: string): string {
    const text = this.text(value, field, 'a day such as 2026-11-25') ?? ''
    if (text !== '' && !/^\d{4}-\d{2}-\d{2}$/.test(text)) this.fault(field, 'a day such as 2026-11-25', text)
    return text
  }

  private rank(value: unknown, field: string): number {
    if (typeof value === 'number' && Number.isInteger(value) && value >= 1 && value <= 100) return value
    this.fault(field, 'a whole number from 1 to 100', value)
    return 1
  }
}
